internal import Diagnostics

/// Reads a text a second time, for the values that keep columns text although nearly all others are
/// numbers or days. Nothing is read if there is no such column.
struct OddValueFinder {
  private let text: CSVText
  private let includesFirst: Bool
  private let parser: ValueParser
  private let odd: OddValues

  init(_ opened: TextOpener.Opened, _ options: CSVOptions) {
    text = opened.text
    includesFirst = !opened.hasHeader
    parser = ValueParser(missing: MissingWords(options.missingWords))
    odd = OddValues(opened.plans, opened.evidence, opened.mark)
  }

  /// Adds what is found, in the order of the file.
  func report(to problems: inout ProblemList) throws {
    var odd = odd
    if odd.isDone { return }
    let worker = PartWorker(text, states: PartStates(), includesFirst: includesFirst)
    var lines = LineCounter(text)
    var part = 0
    while try !odd.isDone && text.hasPart(part) {
      try worker.begin(part)
      while let matrix = try worker.index.next() {
        for row in 0..<matrix.rows {
          for column in odd.columns {
            let (start, length) = matrix.column(column)[row]
            guard length > 0 else { continue }
            let content = FieldContent(matrix.bytes + start, length)
            let looks =
              content.hasInnerQuotes
              ? ValueClass(kind: .text) : parser.classify(content.bytes)
            let value = { Self.value(content) }
            let found = odd.problems(of: looks, inColumn: column, value: value)
            guard !found.isEmpty else { continue }
            let location = try lines.location(of: worker.window.start + start)
            for problem in found { problems.add(problem) { (location, value()) } }
          }
        }
      }
      part += 1
    }
  }

  private static func value(_ content: FieldContent) -> String {
    guard content.hasInnerQuotes else { return FieldText.short(content.bytes) }
    return content.resolved().withUnsafeBufferPointer { FieldText.short($0) }
  }
}
