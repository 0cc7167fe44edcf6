internal import Tables

/// `min` or `max` of texts, by their bytes.
final class TextExtremeState: AggregateState {
  /// The text of each group in `kept`, plus one; 0 for none.
  private let records = GroupRecords(width: 1)
  private var kept = TextPool(isDistinct: false)
  private let argument: Int
  private let isMax: Bool

  init(argument: Int, isMax: Bool) {
    self.argument = argument
    self.isMax = isMax
  }

  func grow(to groups: Int) { records.grow(to: groups) }
  var byteCount: Int { records.byteCount + kept.byteCount }

  func add(_ batch: AggregateBatch) {
    guard case .text(let codes, let pool) = batch.chunk.columns[argument].storage else { return }
    codes.withUnsafeBufferPointer { codes in
      batch.forEach { row, group in offer(pool[codes[row]], to: group) }
    }
    dropReplaced()
  }

  private func offer(_ text: TextPool.Bytes, to group: Int) {
    let record = records[group]
    if record[0] > 0 {
      let old = kept[UInt32(record[0] - 1)]
      guard isMax ? precedesByBytes(old, text) : precedesByBytes(text, old) else { return }
    }
    record[0] = UInt64(kept.append(text)) + 1
  }

  /// Forgets texts that others have replaced, once they are most.
  private func dropReplaced() {
    if kept.count < 4096 + 2 * records.count { return }
    let left = TextPool(isDistinct: false)
    for group in 0..<records.count where records[group][0] > 0 {
      records[group][0] = UInt64(left.append(kept[UInt32(records[group][0] - 1)])) + 1
    }
    kept = left
  }

  func tables() -> [Chunk] {
    [Chunk(columns: [texts((0..<records.count).map { UInt32($0) })], rowCount: records.count)]
  }

  func read(_ tables: [Chunk], groups: Int) throws {
    try StateColumns.check(tables, count: 1)
    guard let column = tables[0].columns.first, case .text(let codes, let pool) = column.storage,
      codes.count == groups
    else { throw StateColumns.malformed }
    grow(to: codes.count)
    for (group, code) in codes.enumerated() where !column.isNull(group) {
      offer(pool[code], to: group)
    }
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, number) in numbers.enumerated() {
      let place = other.records[group][0]
      if place > 0 { offer(other.kept[UInt32(place - 1)], to: Int(number)) }
    }
    dropReplaced()
  }

  func result(_ call: AggregateCall, groups: [UInt32]) -> Vector { texts(groups) }

  /// The text of each group.
  private func texts(_ groups: [UInt32]) -> Vector {
    let pool = TextPool()
    var nulls = Nulls(count: groups.count)
    let codes = groups.enumerated().map { row, group -> UInt32 in
      let place = records[Int(group)][0]
      if place == 0 {
        nulls.set(row)
        return 0
      }
      return pool.code(adding: kept[UInt32(place - 1)])
    }
    return Vector(.text(codes, pool), nulls: nulls.isAny ? nulls : nil)
  }
}
