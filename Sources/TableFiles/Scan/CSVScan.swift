internal import Diagnostics
internal import Synchronization
internal import Tables

/// One pass over the texts of a source.
final class CSVScan: ChunkScan {
  let source: CSVSource
  let columns: [Int]
  let states: [PartStates]
  /// Whether anybody asks on which lines the rows stand.
  let recordsLines: Bool
  private let lines = Mutex<[Int: RowLines]>([:])
  private let next = Mutex<Ticket>(Ticket(number: 0, text: 0, part: 0))
  private let read = Atomic<Int>(0)

  /// A part that a worker takes.
  struct Ticket {
    /// The number over all texts.
    var number: Int
    var text: Int
    var part: Int
  }

  init(_ source: CSVSource, columns: [Int], recordsLines: Bool = false) {
    self.source = source
    self.recordsLines = recordsLines
    self.columns = columns
    states = source.members.map { _ in PartStates() }
  }

  var bytesRead: Int { read.load(ordering: .relaxed) }

  func reader() -> any ChunkReader { PartReader(scan: self) }

  /// The next part; `nil` at the end. Numbers have no gaps, however many workers there are.
  func take() throws -> Ticket? {
    try next.withLock { next in
      while next.text < source.members.count {
        if try source.members[next.text].text.hasPart(next.part) {
          let ticket = next
          next.number += 1
          next.part += 1
          return ticket
        }
        next.text += 1
        next.part = 0
      }
      return nil
    }
  }

  func note(_ rows: RowLines, ofPart part: Int) { lines.withLock { $0[part] = rows } }

  /// The lines of the rows of all parts that have been read.
  var linesByPart: [Int: RowLines] { lines.withLock { $0 } }

  func noteRead(_ bytes: Int) { read.add(bytes, ordering: .relaxed) }
}

/// One worker's parts as chunks.
struct PartReader: ChunkReader {
  private let scan: CSVScan
  private var text = -1
  private var worker: PartWorker?
  private var builder: ChunkBuilder?

  init(scan: CSVScan) {
    self.scan = scan
  }

  mutating func next() throws -> (part: Int, chunks: [Chunk])? {
    guard let ticket = try scan.take() else { return nil }
    let member = scan.source.members[ticket.text]
    if ticket.text != text || worker == nil {
      worker = PartWorker(
        member.text, states: scan.states[ticket.text], includesFirst: !member.hasHeader)
      builder = ChunkBuilder(
        scan.columns.map { member.columns[$0] }, member.context,
        ColumnCapacity(columns: scan.columns.count, rows: member.rows))
      text = ticket.text
    }
    guard let worker, let builder else { return nil }
    do {
      return (ticket.number, try chunks(of: ticket, member, worker, builder))
    } catch let fault as ScanFault {
      throw try error(for: fault, member)
    }
  }

  private func chunks(
    of ticket: CSVScan.Ticket, _ member: CSVSource.Member, _ worker: PartWorker,
    _ builder: ChunkBuilder
  ) throws -> [Chunk] {
    let (index, window) = (worker.index, worker.window)
    let state = try worker.begin(ticket.part)
    if state == .inside, member.assumed.contains(ticket.part) { throw ScanFault.contradiction }
    builder.begin()
    var lines = RowLines()
    let first = index.position
    var position = first
    while true {
      let matrix = try index.next()
      if scan.recordsLines {
        lines.add(matrix, in: position..<index.position, of: window.base)
        position = index.position
      }
      guard let matrix else { break }
      try builder.add(matrix)
    }
    let chunks = builder.end()
    let end = window.start + index.position
    if let fault = member.text.decodingFault?.value, fault < end { throw ScanFault.malformed }
    scan.noteRead(min(member.text.partSize, window.count))
    if scan.recordsLines { scan.note(lines, ofPart: ticket.number) }
    var problems = worker.problems(from: first, hasHeader: member.hasHeader)
    problems.add(builder.misfits(in: window.base, from: window.start))
    if !problems.isEmpty { scan.source.log.note(problems, ticket) }
    return chunks
  }

  /// What to throw for a part that cannot be read. A source whose types come from a sample starts
  /// again in any case, so that the error does not depend on which worker met which fault first.
  private func error(for fault: ScanFault, _ member: CSVSource.Member) throws -> any Error {
    let source = scan.source
    guard source.isComplete else { return TypeContradiction { try source.thorough() } }
    if member.context.faults == .told { return fault }
    guard fault == .malformed else {
      return ScanProblem.changed.diagnostic(at: member.text.name)
    }
    let finder = FaultFinder(
      text: member.text, includesFirst: !member.hasHeader,
      plans: scan.columns.map { member.columns[$0] }, options: source.options.csv)
    let error = try finder.find()
    return error is ScanFault ? ScanProblem.changed.diagnostic(at: member.text.name) : error
  }
}
