internal import Tables

/// Reads a column of texts into a pool that grows from part to part.
final class TextColumnReader: ColumnReader {
  private let position: Int
  private let words: MissingWords
  /// In a column that held nothing but missing words so far, the parser that knows them.
  private let onlyMissing: ValueParser?
  private let isDeclared: Bool
  private let buffer: RowBuffer<UInt32>
  private var pool = TextPool()
  private let cache: TextCache
  private var countBefore = 0
  /// Whether most texts are new, so that looking them up would cost more than it saves.
  private var isDiverse = false

  /// A pool holds so many texts before anything is done about its size.
  private static let mostTexts = 1 << 16
  /// And so many bytes.
  private static let mostBytes = 1 << 26

  init(_ position: Int, _ plan: ColumnPlan, _ context: ColumnContext, _ room: ColumnCapacity) {
    self.position = position
    buffer = RowBuffer(placeholder: 0, rows: room.rows)
    cache = TextCache(bits: room.cacheBits)
    isDeclared = plan.isDeclared
    let isMissing = plan.missingText == .allWords
    words = isMissing ? context.parser.missing : context.missingInText
    onlyMissing = isMissing ? context.parser : nil
  }

  deinit {
    cache.deallocate()
  }

  var misfits: Misfits { Misfits() }

  func begin() {
    // What was handed over keeps its pool; memory stays bounded because nobody keeps all of them.
    if isDiverse || pool.byteCount > Self.mostBytes {
      pool = TextPool(isDistinct: !isDiverse)
      cache.clear()
    }
    countBefore = pool.count
  }

  func end(rows: Int) {
    let new = pool.count - countBefore
    if pool.count > Self.mostTexts, new > rows / 2 { isDiverse = true }
  }

  func take(_ count: Int) -> Vector {
    let (codes, nulls) = buffer.take(count)
    return Vector(.text(codes, pool), nulls: nulls)
  }

  func read(_ matrix: FieldMatrix, at row: Int) throws {
    let (values, bytes, position) = (buffer.values + row, matrix.bytes, position)
    let isPlain = words.isEmpty && onlyMissing == nil
    let (entries, shift, buffer) = (cache.entries, cache.shift, buffer)
    for record in 0..<matrix.rows {
      let (start, length) = matrix.field(record, position)
      guard length > 0 else {
        buffer.setNull(row + record)
        continue
      }
      let text = bytes + start
      if isPlain, text[0] != .quote, text[0] != UInt8(ascii: "=") {
        let key = TextCache.Key(text, length, shift)
        let entry = entries + key.slot
        if entry.pointee.low == key.low, entry.pointee.high == key.high, length <= 15 {
          values[record] = entry.pointee.code
        } else {
          values[record] = code(text, length, key)
        }
      } else if let code = try other(text, length) {
        values[record] = code
      } else {
        buffer.setNull(row + record)
      }
    }
  }

  /// The code of a text that the cache may not know.
  @inline(never)
  private func code(
    _ start: UnsafePointer<UInt8>, _ length: Int, _ key: TextCache.Key
  ) -> UInt32 {
    let text = Bytes(start: start, count: length)
    let entry = cache.entries + key.slot
    if entry.pointee.low == key.low, entry.pointee.high == key.high {
      let known = entry.pointee.code
      if length <= 15 || pool.holds(text, as: known) { return known }
    }
    let code = add(text)
    entry.pointee = TextCache.Entry(low: key.low, high: key.high, code: code)
    return code
  }

  /// A text in quotes, one that is marked as text, or one that may be a word for a missing value.
  private func other(_ start: UnsafePointer<UInt8>, _ length: Int) throws -> UInt32? {
    let content = FieldContent(start, length)
    if content.hasInnerQuotes, content.isQuoted {
      if onlyMissing != nil { throw ScanFault.contradiction }
      return content.resolved().withUnsafeBufferPointer { resolved in
        if !words.isEmpty, words.contains(Blanks.trimmed(resolved)) { return nil }
        return ExcelText.isMarked(resolved)
          ? ExcelText.unmarked(resolved).withUnsafeBufferPointer { add($0) } : add(resolved)
      }
    }
    let bytes = content.bytes
    if let onlyMissing, !onlyMissing.isMissing(bytes) { throw ScanFault.contradiction }
    if !words.isEmpty, words.contains(Blanks.trimmed(bytes)) { return nil }
    if bytes.first == UInt8(ascii: "="), ExcelText.isMarked(bytes) {
      return ExcelText.unmarked(bytes).withUnsafeBufferPointer { add($0) }
    }
    guard let base = bytes.baseAddress else { return add(bytes) }
    return code(base, bytes.count, TextCache.Key(base, bytes.count, cache.shift))
  }

  private func add(_ text: Bytes) -> UInt32 {
    pool.isDistinct ? pool.code(adding: text) : pool.append(text)
  }
}
