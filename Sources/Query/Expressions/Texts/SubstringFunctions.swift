internal import Tables

extension ScalarCatalogue {
  /// Functions that take texts apart.
  static let textParts: [ScalarFunction] =
    ["substring", "substr"].flatMap { name in
      [
        ScalarFunction.cells(name, [.text, .integer], .text) { cells in
          guard case .text(let text) = cells[0], case .integer(let start) = cells[1] else {
            return .null
          }
          return .text(try StringParts.part(text, from: start))
        },
        ScalarFunction.cells(name, [.text, .integer, .integer], .text, canFail: true) { cells in
          guard case .text(let text) = cells[0], case .integer(let start) = cells[1],
            case .integer(let count) = cells[2]
          else { return .null }
          return .text(try StringParts.part(text, from: start, count: count))
        },
      ]
    }
    + [
      .cells("left", [.text, .integer], .text) { cells in
        guard case .text(let text) = cells[0], case .integer(let count) = cells[1] else {
          return .null
        }
        let length = count < 0 ? Int64(text.unicodeScalars.count) &+ count : count
        return .text(try StringParts.part(text, from: 1, count: max(0, length)))
      },
      .cells("right", [.text, .integer], .text) { cells in
        guard case .text(let text) = cells[0], case .integer(let count) = cells[1] else {
          return .null
        }
        let all = Int64(text.unicodeScalars.count)
        let skipped = count < 0 ? Int64(clamping: count.magnitude) : max(0, all - count)
        return .text(try StringParts.part(text, from: min(skipped, all) + 1))
      },
      .cells("position", [.text, .text], .integer) { cells in
        guard case .text(let text) = cells[0], case .text(let part) = cells[1] else {
          return .null
        }
        return .integer(StringParts.place(of: part, in: text))
      },
      .cells("strpos", [.text, .text], .integer) { cells in
        guard case .text(let text) = cells[0], case .text(let part) = cells[1] else {
          return .null
        }
        return .integer(StringParts.place(of: part, in: text))
      },
      .cells("starts_with", [.text, .text], .boolean) { cells in
        guard case .text(let text) = cells[0], case .text(let start) = cells[1] else {
          return .null
        }
        return .boolean(text.utf8.starts(with: start.utf8))
      },
      .cells("split_part", [.text, .text, .integer], .text, canFail: true) { cells in
        guard case .text(let text) = cells[0], case .text(let separator) = cells[1],
          case .integer(let number) = cells[2]
        else { return .null }
        if number == 0 { throw QueryError("field position must not be zero") }
        let parts = StringParts.split(text, separator)
        let index = number > 0 ? number - 1 : Int64(parts.count) &+ number
        guard index >= 0, index < parts.count else { return .text("") }
        return .text(parts[Int(index)])
      },
      .cells("overlay", [.text, .text, .integer], .text, canFail: true, overlaid),
      .cells("overlay", [.text, .text, .integer, .integer], .text, canFail: true, overlaid),
    ] + padding("lpad", atStart: true) + padding("rpad", atStart: false)

  private static func padding(_ name: String, atStart: Bool) -> [ScalarFunction] {
    [[ColumnType.text, .integer], [.text, .integer, .text]].map { types in
      .cells(name, types, .text, canFail: true) { cells in
        guard case .text(let text) = cells[0], case .integer(let length) = cells[1] else {
          return .null
        }
        var fill = " "
        if cells.count > 2, case .text(let written) = cells[2] { fill = written }
        return .text(
          try StringParts.padded(text, to: length, with: fill, atStart: atStart))
      }
    }
  }

  @Sendable
  private static func overlaid(_ cells: [Cell]) throws -> Cell {
    guard case .text(let text) = cells[0], case .text(let new) = cells[1],
      case .integer(let start) = cells[2]
    else { return .null }
    var count = Int64(new.unicodeScalars.count)
    if cells.count > 3, case .integer(let written) = cells[3] { count = written }
    guard start > 0 else { throw QueryError("negative substring length not allowed") }
    let (end, overflow) = start.addingReportingOverflow(count)
    if overflow { throw QueryError(ValueProblem.integer) }
    return .text(
      try StringParts.part(text, from: 1, count: start - 1) + new
        + StringParts.part(text, from: end))
  }
}
