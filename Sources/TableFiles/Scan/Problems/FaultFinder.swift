internal import Diagnostics
internal import Tables

/// Finds the first fault of a text, for its place and its words.
///
/// The parts are read again in order, so that it is the same fault whichever worker met one first.
struct FaultFinder {
  let text: CSVContent
  let includesFirst: Bool
  /// The columns that are read, by position.
  let plans: [(position: Int, plan: ColumnPlan)]
  let options: CSVOptions

  /// Reads until the first fault.
  ///
  /// - Returns: The fault, or what to do about it.
  func find() throws -> any Error {
    let worker = PartWorker(text, states: PartStates(), includesFirst: includesFirst)
    // Values that do not fit are found here, and told below.
    let builder = ChunkBuilder(
      plans, ColumnContext(options, faults: .thrown), ColumnCapacity(columns: plans.count))
    var part = 0
    while try text.hasPart(part) {
      var isFaulty = false
      try worker.begin(part)
      let first = worker.index.position
      builder.begin()
      do {
        while let matrix = try worker.index.next() {
          try builder.add(matrix)
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
    in window: PartWindow, from first: Int, limit: Int
  ) throws -> (any Error)? {
    let builder = ChunkBuilder(
      plans.filter { $0.plan.isDeclared && $0.plan.type != .text },
      ColumnContext(options, faults: .told), ColumnCapacity(columns: plans.count, rows: 1))
    let width = text.shape.width
    while true {
      let bytes = window.bytes
      var found: PlacedProblem?
      var tokenizer = Tokenizer(
        bytes, delimiter: text.shape.delimiter, keepsBlankLines: width == 1, position: first,
        line: 1)
      var isCut = false
      var end = first
      while tokenizer.position < min(limit, bytes.count) {
        let record = tokenizer.next(1)
        guard record.count == 1, record.offsets[0] < limit else { break }
        // A record at the end may go on, unless the text ends there too.
        isCut = tokenizer.position >= bytes.count - 1 && !window.isAtEnd
        if isCut { break }
        end = tokenizer.position
        var problems = tokenizer.problems
        problems.add(record.unevenRows(width: width, hasHeader: !includesFirst, in: bytes))
        if let misfits = try misfits(record, bytes, builder) { problems.add(misfits) }
        found = problems.firstError
        if found != nil { break }
      }
      if let offset = invalid(bytes, first..<end, window.start), offset <= found?.offset ?? offset {
        if !text.isEncodingSure { return ScanFault.contradiction }
        found = PlacedProblem(offset: offset, problem: .invalidBytes(text.encoding))
      }
      if let found {
        var lines = text.lines
        return found.problem.diagnostic(
          at: try lines.location(of: window.start + found.offset), value: found.value)
      }
      guard isCut else { return nil }
      try window.extend(by: max(1 << 16, window.count))
    }
  }

  private func invalid(_ bytes: Bytes, _ range: Range<Int>, _ start: Int) -> Int? {
    if let fault = text.decodingFault {
      return fault.value.flatMap { range.contains($0 - start) ? $0 - start : nil }
    }
    return UTF8Scan.firstInvalid(bytes, range)
  }

  private func misfits(
    _ record: RecordBatch, _ bytes: Bytes, _ builder: ChunkBuilder
  ) throws -> PlacedProblems? {
    try record.withMatrix(width: text.shape.width, in: bytes) { matrix, start in
      builder.begin()
      try builder.add(matrix)
      _ = builder.end()
      return builder.misfits(in: matrix.bytes, from: start)
    }
  }
}

extension PlacedProblems {
  /// The first that is an error. Of errors in one place the first counts, in the order in which they
  /// are looked for.
  fileprivate var firstError: PlacedProblem? {
    sorted.first { $0.problem.severity == .error }
  }
}
