internal import Diagnostics

/// A text in UTF-8 whose fields and names are known, but not yet their types.
final class CSVContent: Sendable {
  /// The bytes as they came.
  let raw: ByteStore
  /// The bytes in UTF-8.
  let store: ByteStore
  let shape: RecordIndex.Shape
  /// Where the text begins: after a byte order mark.
  let bodyStart: Int
  /// Where the records begin: after a line that names the delimiter, and after titles.
  let start: Int
  /// The number of the line that starts there.
  let firstLine: Int
  /// Where the first record ends. Parts are counted from here.
  let firstEnd: Int
  /// The number of the line that starts there.
  let firstEndLine: Int
  let partSize: Int
  /// What the bytes were written in.
  let encoding: CSVEncoding
  /// Whether the encoding is certain; otherwise a fault in UTF-8 means to look again.
  let isEncodingSure: Bool
  /// Where decoding found the first character that cannot be.
  let decodingFault: TranscodingFeed.FirstFault?

  init(
    raw: ByteStore, store: ByteStore, shape: RecordIndex.Shape, bodyStart: Int, start: Int,
    firstLine: Int, firstEnd: Int, firstEndLine: Int, partSize: Int, encoding: CSVEncoding,
    isEncodingSure: Bool,
    decodingFault: TranscodingFeed.FirstFault?
  ) {
    self.raw = raw
    self.store = store
    self.shape = shape
    self.bodyStart = bodyStart
    self.start = start
    self.firstLine = firstLine
    self.firstEnd = firstEnd
    self.firstEndLine = firstEndLine
    self.partSize = partSize
    self.encoding = encoding
    self.isEncodingSure = isEncodingSure
    self.decodingFault = decodingFault
  }

  var name: String { store.name }

  /// Finds the places of problems.
  var lines: LineCounter { LineCounter(store, from: bodyStart) }

  /// Whether all of it is one part.
  var isOnePart: Bool { store.size.map { $0 <= firstEnd + partSize } ?? false }

  /// Where a part starts and the next one.
  ///
  /// - Parameters:
  ///   - part: The number of the part.
  ///   - includesFirst: Whether the first record is a row.
  /// - Returns: The offsets; the last part may end behind the text.
  func range(ofPart part: Int, includesFirst: Bool) -> Range<Int> {
    let lower = firstEnd + part * partSize
    return (part == 0 && includesFirst ? start : lower)..<lower + partSize
  }

  /// Whether there is such a part. Waits for its first byte.
  func hasPart(_ part: Int) throws -> Bool {
    let lower = firstEnd + part * partSize
    return try part == 0 || store.wait(for: lower + 1) > lower
  }
}

extension CSVContent {
  /// Hands over all records in order, with the offset from which their places count, until `body` says
  /// that it needs no more.
  func forEachRecords(
    includesFirst: Bool, _ body: (FieldMatrix, _ start: Int) throws -> Bool
  ) throws {
    let worker = PartWorker(self, states: PartStates(), includesFirst: includesFirst)
    var part = 0
    while try hasPart(part) {
      try worker.begin(part)
      while let matrix = try worker.index.next() {
        guard try body(matrix, worker.window.start) else { return }
      }
      part += 1
    }
  }
}

/// One worker's way through the parts of a text.
final class PartWorker {
  let text: CSVContent
  let window: PartWindow
  let index: RecordIndex
  private let states: PartStates
  private let includesFirst: Bool

  /// Bytes behind a part that are read with it, for the end of its last record.
  private static let slack = 4096

  init(_ text: CSVContent, states: PartStates, includesFirst: Bool) {
    self.text = text
    self.states = states
    self.includesFirst = includesFirst
    window = PartWindow(text.store)
    index = RecordIndex(window, text.shape)
  }

  /// Reads a part; its records then come from ``index``.
  ///
  /// - Returns: The state of the quotes in which the part starts.
  @discardableResult
  func begin(_ part: Int) throws -> QuoteState {
    let range = text.range(ofPart: part, includesFirst: includesFirst)
    do {
      try window.load(from: range.lowerBound, count: range.count + Self.slack)
    } catch {
      states.fail(error)
      throw error
    }
    let known = states.known(part)
    if let known, window.isAtEnd, window.count <= range.count {
      // Nobody waits for the state behind the last part.
      try index.begin(
        at: part == 0 ? 0 : firstRecord(known, before: range.count), limit: range.count)
      return known
    }
    let transfer = QuoteTransfer(
      window.base, count: min(range.count, window.count), delimiter: text.shape.delimiter,
      known: known)
    let state = try known ?? states.wait(part)
    states.publish(transfer[state], at: part + 1)
    index.begin(
      at: try part == 0 ? 0 : firstRecord(state, before: range.count), limit: range.count)
    return state
  }

  /// Where the first record of the part starts in the window; `limit` if none does.
  private func firstRecord(_ state: QuoteState, before limit: Int) throws -> Int {
    var (state, i, ignored) = (state, 0, false)
    var previous = window.base[-1]
    while i < limit {
      if i == window.count {
        if window.isAtEnd { return limit }
        try window.extend(by: 1 << 16)
        continue
      }
      let byte = window.base[i]
      let isLineStart = state == .fieldStart && (previous == .lf || previous == .cr)
      // The second half of a line end may be the first byte of the part.
      if isLineStart, !(previous == .cr && byte == .lf) { return i }
      state = state.after(byte, text.shape.delimiter, isFault: &ignored)
      previous = byte
      i += 1
    }
    return limit
  }
}
