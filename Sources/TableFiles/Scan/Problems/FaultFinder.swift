internal import Diagnostics
internal import Tables

/// Finds the first fault of a text, for its place and its words.
///
/// The parts are read again in order, so that it is the same fault whichever worker met one first.
struct FaultFinder {
  let text: CSVText
  let includesFirst: Bool
  /// The declared columns that are read, by position.
  let plans: [(position: Int, plan: ColumnPlan)]
  let options: CSVOptions

  /// A fault with its offset.
  private struct Fault {
    var offset: Int
    var problem: CSVProblem
    var value: String?
  }

  /// Reads until the first fault.
  ///
  /// - Returns: The fault, or what to do about it.
  func find() throws -> any Error {
    let worker = PartWorker(text, states: PartStates(), includesFirst: includesFirst)
    let context = ColumnContext(options)
    let room = ReaderRoom(columns: plans.count)
    let readers = plans.map { context.reader($0.position, $0.plan, room) }
    var part = 0
    while try text.hasPart(part) {
      var isFaulty = false
      try worker.begin(part)
      let first = worker.index.position
      do {
        while let matrix = try worker.index.next() {
          for slice in matrix.slices(of: room.rows) {
            for reader in readers { try reader.read(slice, at: 0) }
          }
          let read = worker.window.start + worker.index.position
          if let fault = text.decodingFault?.value, fault < read { isFaulty = true }
        }
      } catch is ScanFault {
        isFaulty = true
      }
      let limit = text.range(ofPart: part, includesFirst: includesFirst).count
      if isFaulty, let error = try firstFault(in: worker.window, from: first, limit: limit) {
        return error
      }
      part += 1
    }
    return ScanProblem.changed.diagnostic(at: text.name)
  }

  private func firstFault(
    in window: TextWindow, from first: Int, limit: Int
  ) throws -> (any Error)? {
    while true {
      let bytes = window.bytes
      var faults: [Fault] = []
      var tokenizer = Tokenizer(
        bytes, delimiter: text.shape.delimiter, keepsBlankLines: text.shape.width == 1,
        position: first, line: 1)
      var isCut = false
      var end = first
      while tokenizer.position < min(limit, bytes.count) {
        let batch = tokenizer.next(1)
        guard batch.count == 1, batch.offsets[0] < limit else { break }
        // A record at the end may go on, unless the text ends there too.
        isCut = tokenizer.position >= bytes.count - 1 && !window.isAtEnd
        if isCut { break }
        end = tokenizer.position
        faults += tokenizer.faults.map {
          Fault(offset: $0.offset, problem: $0.problem, value: FieldText.value($0.span, in: bytes))
        }
        if let long = longRow(batch, bytes) { faults.append(long) }
        faults += misfits(batch, bytes)
        if !faults.isEmpty { break }
      }
      if let offset = invalid(bytes, first..<end, window.start) {
        if !text.isEncodingSure { return ScanFault.contradiction }
        faults.insert(
          Fault(offset: offset, problem: .invalidBytes(text.encoding), value: nil), at: 0)
      }
      // Of faults in one place the first counts, in the order in which the reader looks for them.
      if let fault = faults.min(by: { $0.offset < $1.offset }) {
        return try diagnostic(fault, window.start)
      }
      guard isCut else { return nil }
      try window.extend(by: max(1 << 16, window.count))
    }
  }

  private func invalid(_ bytes: Bytes, _ range: Range<Int>, _ start: Int) -> Int? {
    if let fault = text.decodingFault {
      return fault.value.flatMap { range.contains($0 - start) ? $0 - start : nil }
    }
    var i = range.lowerBound
    while true {
      i = UTF8Scan.endOfASCII(bytes, from: i)
      guard i < range.upperBound else { return nil }
      let (length, isValid) = UTF8Scan.sequence(bytes, at: i)
      if !isValid { return i }
      i += length
    }
  }

  private func longRow(_ batch: RecordBatch, _ bytes: Bytes) -> Fault? {
    let width = text.shape.width
    let extra = batch.record(0).dropFirst(width)
    guard let first = extra.first, let last = extra.last,
      !extra.allSatisfy({ $0.length == 0 })
    else { return nil }
    let problem = CSVProblem.longRow(
      fields: batch.range(of: 0).count, columns: width, hasHeader: !includesFirst, isEmpty: false)
    let rest = Bytes(rebasing: bytes[first.outerStart..<last.outerEnd(in: bytes)])
    return Fault(offset: first.outerStart, problem: problem, value: FieldText.short(rest))
  }

  private func misfits(_ batch: RecordBatch, _ bytes: Bytes) -> [Fault] {
    let context = ColumnContext(options)
    return plans.compactMap { position, plan in
      guard plan.isDeclared, plan.type != .text, position < batch.fields.count else { return nil }
      let span = batch.fields[position]
      var scratch: [UInt8] = []
      let isFit = span.withContent(in: bytes, scratch: &scratch) { content in
        if context.parser.isMissing(content) { return true }
        return KeptText.isMarked(content)
          ? KeptText.unmarked(content).withUnsafeBufferPointer { fits($0, plan, context) }
          : fits(content, plan, context)
      }
      if isFit { return nil }
      let value = FieldText.value(span, in: bytes)
      let expectation: CSVProblem.Expectation = plan.isPercent ? .percentage : .type(plan.type)
      let problem = CSVProblem.type(
        column: plan.name, expectation, .declared, word: NoAnswer.word(in: value))
      return Fault(offset: span.outerStart, problem: problem, value: value)
    }
  }

  private func fits(_ content: Bytes, _ plan: ColumnPlan, _ context: ColumnContext) -> Bool {
    let parser = context.parser
    return switch plan.type {
    case .integer: parser.integer(content, plan.style) != nil
    case .real: parser.real(content, plan.style) != nil
    case .boolean: parser.boolean(content) != nil
    case .date: parser.date(content, plan.style) != nil
    case .timestamp: parser.timestamp(content, plan.style) != nil
    case .text, .interval: true
    }
  }

  private func diagnostic(_ fault: Fault, _ start: Int) throws -> Diagnostic {
    var lines = LineCounter(text)
    let location = try lines.location(of: start + fault.offset)
    return fault.problem.diagnostic(at: location, value: fault.value)
  }
}
