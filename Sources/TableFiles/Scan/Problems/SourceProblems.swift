internal import Diagnostics
internal import Synchronization

/// What is wrong in the texts of a source without being an error that ends the reading: found when they
/// were opened, and part by part as they are read.
final class SourceProblems: Sendable {
  private let texts: [(text: CSVContent, problems: ProblemList)]
  /// A part that is read again says the same again.
  private let parts = Mutex<[Part: PlacedProblems]>([:])

  private struct Part: Hashable {
    var text: Int
    var part: Int
  }

  init(_ opened: [CSVOpener.Opened]) {
    texts = opened.map { ($0.text, $0.problems) }
  }

  /// Notes what was found in a part.
  func note(_ problems: PlacedProblems, _ ticket: CSVScan.Ticket) {
    parts.withLock { $0[Part(text: ticket.text, part: ticket.part)] = problems }
  }

  /// All problems, file by file and line by line; at most 20 of a kind and file.
  var diagnostics: [Diagnostic] {
    let parts = parts.withLock { $0 }
    return texts.enumerated().flatMap { index, text in
      var (problems, lines) = (text.problems, text.text.lines)
      for (_, part) in parts.filter({ $0.key.text == index })
        .sorted(by: { $0.key.part < $1.key.part })
      { problems.add(part, &lines) }
      return problems.diagnostics
    }
  }
}

extension PartWorker {
  /// What is wrong in a part that has been read, and does not keep anyone from reading it.
  ///
  /// - Parameters:
  ///   - first: Where its first record starts in the window.
  ///   - hasHeader: Whether the columns come from a header.
  /// - Returns: The problems with their places.
  func problems(from first: Int, hasHeader: Bool) -> PlacedProblems {
    var problems = PlacedProblems()
    guard index.raggedCount > 0 || index.zeroCount > 0 else { return problems }
    let width = text.shape.width
    for record in index.ragged {
      guard record.fields > width else {
        problems.add(
          .shortRow(fields: record.fields, columns: width, hasHeader: hasHeader),
          at: record.place)
        continue
      }
      let rest = Bytes(
        rebasing: window.bytes[record.place - window.start..<record.end - window.start])
      problems.add(
        .longRow(fields: record.fields, columns: width, hasHeader: hasHeader, isEmpty: true),
        at: record.place, value: FieldText.short(rest))
    }
    let long = index.ragged.count { $0.fields > width }
    problems.count(
      .shortRow(fields: 0, columns: 0, hasHeader: hasHeader),
      index.raggedCount - index.longCount - (index.ragged.count - long))
    problems.count(
      .longRow(fields: 0, columns: 0, hasHeader: hasHeader, isEmpty: true),
      index.longCount - long)
    if index.zeroCount > 0 {
      // The index also looks at the bytes behind the part, which are the next one's.
      let records = Bytes(rebasing: window.bytes[first..<min(index.position, window.count)])
      problems.addZeroBytes(in: records, from: window.start + first)
    }
    return problems
  }
}
