internal import Tables

/// `format('%s is %I', …)`.
enum FormatFunction {
  @Sendable
  static func formatted(_ cells: [Cell]) throws -> Cell {
    guard case .text(let format) = cells[0] else { return .null }
    var result = ""
    var argument = 0
    let scalars = Array(format.unicodeScalars)
    var place = 0
    func end() -> QueryError {
      QueryError("unterminated format() type specifier")
    }
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard place < scalars.count else { throw end() }
      if scalars[place] == "%" {
        result += "%"
        place += 1
        continue
      }
      var (width, isLeft) = (0, false)
      var number = 0
      while place < scalars.count, scalars[place].value &- 48 < 10 {
        number = min(number * 10 + Int(scalars[place].value - 48), 1_000_000)
        place += 1
      }
      var position: Int?
      if place < scalars.count, scalars[place] == "$" {
        position = number
        place += 1
        number = 0
      } else {
        width = number
      }
      if place < scalars.count, scalars[place] == "-" {
        isLeft = true
        place += 1
      }
      while place < scalars.count, scalars[place].value &- 48 < 10 {
        width = min(width * 10 + Int(scalars[place].value - 48), 1_000_000)
        place += 1
      }
      guard place < scalars.count else { throw end() }
      if position == 0 {
        throw QueryError("format specifies argument 0, but arguments are numbered from 1")
      }
      argument = position ?? argument + 1
      guard argument < cells.count else { throw QueryError("too few arguments for format()") }
      let text = try text(cells[argument], scalars[place])
      place += 1
      let padding = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
      result += isLeft ? text + padding : padding + text
    }
    return .text(result)
  }

  private static func text(_ cell: Cell, _ kind: Unicode.Scalar) throws -> String {
    switch kind {
    case "s": return cell.sqlText
    case "I":
      if cell.isNull { throw QueryError("null values cannot be formatted as an SQL identifier") }
      return identifier(cell.sqlText)
    case "L": return cell.isNull ? "NULL" : literal(cell.sqlText)
    default: throw QueryError("unrecognized format() type specifier")
    }
  }

  @Sendable
  static func identifier(_ text: String) -> String {
    let isPlain =
      (text.unicodeScalars.first.map { $0 == "_" || $0.value &- 97 < 26 } ?? false)
      && text.unicodeScalars.allSatisfy {
        $0 == "_" || $0.value &- 97 < 26 || $0.value &- 48 < 10
      }
    return isPlain ? text : "\"" + StringParts.replaced(text, "\"", by: "\"\"") + "\""
  }

  @Sendable
  static func literal(_ text: String) -> String {
    let quoted = "'" + StringParts.replaced(text, "'", by: "''") + "'"
    guard text.utf8.contains(92) else { return quoted }
    return "E" + StringParts.replaced(quoted, "\\", by: "\\\\")
  }
}
