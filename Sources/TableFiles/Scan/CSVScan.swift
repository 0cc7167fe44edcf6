internal import Diagnostics
internal import Synchronization
internal import Tables

/// One pass over the texts of a source.
final class CSVScan: ChunkScan {
  let source: CSVSource
  let columns: [Int]
  let states: [PartStates]
  private let next = Mutex<Ticket>(Ticket(number: 0, text: 0, part: 0))
  private let read = Atomic<Int>(0)

  /// A part that a worker takes.
  struct Ticket {
    /// The number over all texts.
    var number: Int
    var text: Int
    var part: Int
  }

  init(_ source: CSVSource, columns: [Int]) {
    self.source = source
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

  func noteRead(_ bytes: Int) { read.add(bytes, ordering: .relaxed) }
}

/// One worker's parts as chunks.
struct PartReader: ChunkReader {
  private let scan: CSVScan
  private var text = -1
  private var worker: PartWorker?
  private var readers: [any ColumnReader] = []
  private let room: ReaderRoom

  init(scan: CSVScan) {
    self.scan = scan
    room = ReaderRoom(columns: scan.columns.count)
  }

  mutating func next() throws -> (part: Int, chunks: [Chunk])? {
    guard let ticket = try scan.take() else { return nil }
    let member = scan.source.members[ticket.text]
    if ticket.text != text || worker == nil {
      worker = PartWorker(
        member.text, states: scan.states[ticket.text], includesFirst: !member.hasHeader)
      readers = scan.columns.map { column in
        member.context.reader(member.columns[column].position, member.columns[column].plan, room)
      }
      text = ticket.text
    }
    guard let worker else { return nil }
    do {
      return (ticket.number, try chunks(of: ticket, member, worker))
    } catch let fault as ScanFault {
      throw try error(for: fault, member)
    }
  }

  private func chunks(
    of ticket: CSVScan.Ticket, _ member: CSVSource.Member, _ worker: PartWorker
  ) throws -> [Chunk] {
    let state = try worker.begin(ticket.part)
    if state == .inside, member.assumed.contains(ticket.part) { throw ScanFault.contradiction }
    for reader in readers { reader.begin() }
    var chunks: [Chunk] = []
    var (filled, rows) = (0, 0)
    func cut() {
      chunks.append(Chunk(columns: readers.map { $0.take(filled) }, rowCount: filled))
      filled = 0
    }
    while let matrix = try worker.index.next() {
      rows += matrix.rows
      var done = 0
      while done < matrix.rows {
        let count = min(matrix.rows - done, room.rows - filled)
        let slice = matrix.rows(done..<done + count)
        for reader in readers { try reader.read(slice, at: filled) }
        (done, filled) = (done + count, filled + count)
        if filled == room.rows { cut() }
      }
    }
    if filled > 0 { cut() }
    for reader in readers { reader.end(rows: rows) }
    let end = worker.window.start + worker.index.position
    if let fault = member.text.decodingFault?.value, fault < end { throw ScanFault.malformed }
    scan.noteRead(min(member.text.partSize, worker.window.count))
    scan.source.log.note(worker.index, ticket, member)
    return chunks
  }

  /// What to throw for a part that cannot be read. A source whose types come from a sample starts
  /// again in any case, so that the error does not depend on which worker met which fault first.
  private func error(for fault: ScanFault, _ member: CSVSource.Member) throws -> any Error {
    let source = scan.source
    guard source.isComplete else { return TypeContradiction { try source.thorough() } }
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
