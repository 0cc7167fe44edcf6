/// Names the columns of a file.
enum HeaderNames {
  /// `column_1`, `column_2` and so on.
  static func numbered(_ count: Int) -> [String] { (1...max(1, count)).map { "column_\($0)" } }

  /// The names of a header, made unique.
  static func names(
    of header: RecordBatch, in bytes: Bytes, from start: Int, problems: inout PlacedProblems
  ) -> [String] {
    let written = header.fields.map { name($0, in: bytes) }
    var taken = Set(written)
    var used = Set<String>()
    // A name that stands often is numbered on from where it was left, not from 2 each time.
    var numbers: [String: Int] = [:]
    used.reserveCapacity(written.count)
    var result: [String] = []
    result.reserveCapacity(written.count)
    for (index, original) in written.enumerated() {
      var name = original
      if name.isEmpty {
        name = "column_\(index + 1)"
        if taken.contains(name) { name = next(name, taken, &numbers) }
      } else if used.contains(name) {
        name = next(original, taken, &numbers)
      }
      if name != original {
        let problem: CSVProblem =
          original.isEmpty
          ? .emptyHeader(position: index + 1, newName: name)
          : .duplicateHeader(name: original, newName: name)
        problems.add(problem, at: start + header.fields[index].outerStart)
      }
      taken.insert(name)
      used.insert(name)
      result.append(name)
    }
    return result
  }

  /// The name with the next number that nobody has. `taken` only grows, so that a number which was
  /// passed over once never becomes free.
  static func next(
    _ name: String, _ taken: Set<String>, _ numbers: inout [String: Int]
  ) -> String {
    var number = numbers[name] ?? 2
    while taken.contains("\(name)_\(number)") { number += 1 }
    numbers[name] = number + 1
    return "\(name)_\(number)"
  }

  /// A name as written; blanks around it count only inside quotes.
  private static func name(_ span: FieldSpan, in bytes: Bytes) -> String {
    var scratch: [UInt8] = []
    return span.withContent(in: bytes, scratch: &scratch) { content in
      let content = span.isQuoted ? content : Blanks.trimmed(content)
      if ExcelText.isMarked(content) {
        return String(decoding: ExcelText.unmarked(content), as: UTF8.self)
      }
      return String(decoding: content, as: UTF8.self)
    }
  }
}
