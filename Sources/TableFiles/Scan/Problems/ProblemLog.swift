internal import Diagnostics
internal import Synchronization

/// Collects what is wrong in the parts of a source without being an error.
final class ProblemLog: Sendable {
  private struct Place: Hashable {
    var text: Int
    var part: Int
  }

  private struct Notes {
    var member: CSVSource.Member
    var ragged: [RecordIndex.RaggedRecord]
    var raggedCount: Int
    var zeros: [Int]
    var zeroCount: Int
  }

  private let opening: [Diagnostic]
  /// A part that is read again says the same again.
  private let notes = Mutex<[Place: Notes]>([:])

  init(_ opening: [Diagnostic]) {
    self.opening = opening
  }

  /// Notes what an index found in a part.
  func note(_ index: RecordIndex, _ ticket: CSVScan.Ticket, _ member: CSVSource.Member) {
    guard index.raggedCount > 0 || index.zeroCount > 0 else { return }
    let found = Notes(
      member: member, ragged: index.ragged, raggedCount: index.raggedCount, zeros: index.zeros,
      zeroCount: index.zeroCount)
    notes.withLock { $0[Place(text: ticket.text, part: ticket.part)] = found }
  }

  /// All problems, file by file and line by line; at most 20 of a kind and file.
  var diagnostics: [Diagnostic] {
    let notes = notes.withLock { $0 }
    var result = opening
    for (_, parts) in Dictionary(grouping: notes, by: \.key.text).sorted(by: { $0.key < $1.key }) {
      let ordered = parts.sorted { $0.key.part < $1.key.part }.map(\.value)
      result += Self.diagnostics(ordered)
    }
    return result
  }

  private static func diagnostics(_ parts: [Notes]) -> [Diagnostic] {
    guard let member = parts.first?.member else { return [] }
    let text = member.text
    var problems = ProblemList(file: text.name)
    var lines = LineCounter(text)
    var zeroLines = LineCounter(text)
    for part in parts {
      for record in part.ragged {
        let width = text.shape.width
        let problem: CSVProblem =
          record.fields < width
          ? .shortRow(fields: record.fields, columns: width, hasHeader: member.hasHeader)
          : .longRow(
            fields: record.fields, columns: width, hasHeader: member.hasHeader, isEmpty: true)
        problems.add(problem) {
          (
            location(record.place, text, &lines),
            record.fields < width ? nil : value(record.place..<record.end, text)
          )
        }
      }
      for zero in part.zeros {
        problems.add(.zeroByte) { (location(zero, text, &zeroLines), nil) }
      }
      problems.count(.zeroByte, part.zeroCount - part.zeros.count)
      problems.count(
        .shortRow(fields: 0, columns: 0, hasHeader: true), part.raggedCount - part.ragged.count)
    }
    return problems.diagnostics
  }

  /// The place of a byte; the file is read again up to there.
  private static func location(
    _ offset: Int, _ text: CSVText, _ lines: inout LineCounter
  ) -> SourceLocation {
    (try? lines.location(of: offset)) ?? SourceLocation(file: text.name)
  }

  /// What stands in a long record where there is no column.
  private static func value(_ range: Range<Int>, _ text: CSVText) -> String? {
    let bytes = try? text.store.bytes(range)
    return bytes.map { $0.withUnsafeBufferPointer { FieldText.short($0) } }
  }
}
