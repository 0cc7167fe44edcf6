internal import Diagnostics

/// Names the columns of a file.
enum ColumnNames {
  /// `column_1`, `column_2` and so on.
  static func numbered(_ count: Int) -> [String] { (1...max(1, count)).map { "column_\($0)" } }

  /// The names of a header, made unique.
  static func names(
    of header: RecordBatch, in bytes: Bytes, problems: inout ProblemList
  ) -> [String] {
    let written = header.fields.map { name($0, in: bytes) }
    var taken = Set(written)
    var used = Set<String>()
    used.reserveCapacity(written.count)
    var result: [String] = []
    result.reserveCapacity(written.count)
    for (index, original) in written.enumerated() {
      var name = original
      if name.isEmpty {
        name = free("column_\(index + 1)", taken)
      } else if used.contains(name) {
        name = next(original, taken)
      }
      if name != original {
        let problem: CSVProblem =
          original.isEmpty
          ? .emptyHeader(position: index + 1, newName: name)
          : .duplicateHeader(name: original, newName: name)
        let place = TextLocator(bytes: bytes).place(
          of: header.fields[index].outerStart, fromLine: Int(header.lines[0]),
          startingAt: header.offsets[0])
        let file = problems.file
        problems.add(problem) {
          (SourceLocation(file: file, line: place.line, column: place.column), nil)
        }
      }
      taken.insert(name)
      used.insert(name)
      result.append(name)
    }
    return result
  }

  private static func free(_ name: String, _ taken: Set<String>) -> String {
    taken.contains(name) ? next(name, taken) : name
  }

  private static func next(_ name: String, _ taken: Set<String>) -> String {
    var number = 2
    while taken.contains("\(name)_\(number)") { number += 1 }
    return "\(name)_\(number)"
  }

  /// A name as written; blanks around it count only inside quotes.
  private static func name(_ span: FieldSpan, in bytes: Bytes) -> String {
    var scratch: [UInt8] = []
    return span.withContent(in: bytes, scratch: &scratch) { content in
      let content = span.isQuoted ? content : Blanks.trimmed(content)
      if KeptText.isMarked(content) {
        return String(decoding: KeptText.unmarked(content), as: UTF8.self)
      }
      return String(decoding: content, as: UTF8.self)
    }
  }
}
