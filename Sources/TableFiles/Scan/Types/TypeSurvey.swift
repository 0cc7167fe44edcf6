internal import Diagnostics
internal import Dispatch
internal import Synchronization

/// Looks at the values of a text to find its types: at all of them, or at a sample.
struct TypeSurvey {
  let text: CSVContent
  let options: CSVOptions
  let sampling: FileSourceOptions.Sample
  let context: ColumnContext

  /// What was found.
  struct Finding {
    /// What the rows below the first one hold.
    var types: TypeInference
    /// Whether all rows were looked at.
    var isComplete: Bool
    /// Parts that were taken not to start inside quotes. The scan finds out.
    var assumed: Set<Int> = []
  }

  /// All values, with as many threads as there are processors.
  ///
  /// - Throws: A ``Diagnostic`` for the first fault in the text, or a ``ScanFault`` where all of them
  ///   are told.
  func whole() throws -> Finding {
    let states = PartStates()
    let next = Atomic<Int>(0)
    let merged = Mutex<(counter: TypeInference, failure: (any Error)?)>(
      (TypeInference(width: text.shape.width, options, context), nil))
    @Sendable func work() {
      var counter = TypeInference(width: text.shape.width, options, context)
      let worker = PartWorker(text, states: states, includesFirst: false)
      do {
        while merged.withLock({ $0.failure == nil }) {
          let part = next.add(1, ordering: .relaxed).oldValue
          guard try text.hasPart(part) else { break }
          try worker.begin(part)
          while let matrix = try worker.index.next() { counter.count(matrix) }
        }
        merged.withLock { $0.counter.add(counter) }
      } catch {
        merged.withLock { if $0.failure == nil { $0.failure = error } }
      }
    }
    if text.isOnePart {
      work()
    } else {
      DispatchQueue.concurrentPerform(iterations: SystemCalls.processorCount) { _ in work() }
    }
    let (counter, failure) = merged.withLock { $0 }
    let invalid: ScanFault? = text.decodingFault?.value == nil ? nil : .malformed
    if let failure = failure ?? invalid {
      throw failure is ScanFault && context.faults == .thrown ? try fault() : failure
    }
    return Finding(types: counter, isComplete: true)
  }

  /// The first fault. A small text is read as a whole, which tells whether the first row is a header
  /// although the rows below are faulty.
  private func fault() throws -> any Error {
    if let size = text.raw.size, size <= sampling.wholeLimit {
      let file = CSVReader.read(
        bytes: try text.raw.bytes(0..<size), named: text.name, options: options)
      let isStructural = { (found: Diagnostic) in
        found.severity == .error && found.code != "csv-type"
      }
      if let error = file.diagnostics.first(where: isStructural) { return error }
    }
    return try FaultFinder(
      text: text, includesFirst: options.hasHeader == false, plans: [], options: options
    ).find()
  }

  /// The values of a sample: of a file, stretches from beginning to end; of a feed, its beginning.
  func sample() throws -> Finding {
    guard let size = text.store.size else { return try beginning(sampling.wholeLimit) }
    let parts = max(1, (size - text.firstEnd + text.partSize - 1) / text.partSize)
    var finding = try beginning(sampling.firstStretch)
    if finding.isComplete { return finding }
    var counter = TypeInference(width: text.shape.width, options, context)
    let chosen = Set((1...sampling.stretches).map { $0 * (parts - 1) / sampling.stretches })
    for part in chosen.sorted() where part > 0 {
      let window = PartWindow(text.store)
      try window.load(
        from: text.range(ofPart: part, includesFirst: false).lowerBound, count: sampling.stretch)
      guard let (first, isSure) = recordStart(in: window) else { continue }
      if !isSure { finding.assumed.insert(part) }
      count(window, from: first, &counter)
    }
    finding.types.add(counter)
    return finding
  }

  private func beginning(_ length: Int) throws -> Finding {
    let window = PartWindow(text.store)
    try window.load(from: text.firstEnd, count: length)
    if window.isAtEnd { return try whole() }
    var counter = TypeInference(width: text.shape.width, options, context)
    count(window, from: 0, &counter)
    return Finding(types: counter, isComplete: false)
  }

  /// Counts the records that lie in a window as a whole.
  private func count(_ window: PartWindow, from first: Int, _ counter: inout TypeInference) {
    let index = RecordIndex(window, text.shape, mayExtend: false)
    index.begin(at: first, limit: window.count)
    // What is wrong here, the scan will say.
    while let matrix = try? index.next() { counter.count(matrix) }
  }

  /// The first record that starts in a window in the middle of a text, and whether it starts there
  /// for certain. All states run side by side until they agree; without quotes, the one inside
  /// quotes never agrees with the others.
  private func recordStart(in window: PartWindow) -> (start: Int, isSure: Bool)? {
    guard window.bytes.contains(.quote) else {
      let isEnd = { (i: Int) in
        window.base[i] == .lf || window.base[i] == .cr && window.base[i + 1] != .lf
      }
      return (0..<window.count - 1).first(where: isEnd).map { ($0 + 1, false) }
    }
    var states: [QuoteState] = [.inside, .fieldStart, .outside, .afterQuote, .afterBlanks]
    var likely: Int?
    var ignored = false
    for i in 0..<window.count - 1 {
      let byte = window.base[i]
      for state in states.indices {
        states[state] = states[state].after(byte, text.shape.delimiter, isFault: &ignored)
      }
      let isEnd = byte == .lf || byte == .cr && window.base[i + 1] != .lf
      guard isEnd, states.dropFirst().allSatisfy({ $0 == .fieldStart }) else { continue }
      if states[0] == .fieldStart { return (i + 1, true) }
      if likely == nil { likely = i + 1 }
    }
    return likely.map { ($0, false) }
  }
}
