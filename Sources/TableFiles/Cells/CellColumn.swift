internal import Tables

/// Takes the values of one column as they come and finds their type at the end.
///
/// Values lie in a block of rows with a kind each; a full block becomes a vector as soon as all its
/// values are of one kind, so that a long column takes no more room than it will as a table.
final class CellColumn {
  /// What a value is.
  enum Kind: UInt8, CaseIterable {
    case null
    case number
    case boolean
    case date
    case timestamp
    case text
  }

  /// Rows that were read.
  enum Piece {
    case empty(Int)
    case vector(Vector)
    /// Of several kinds: bits of the value, days, microseconds or the code of a text.
    case mixed([UInt64], [Kind], TextPool)

    var count: Int {
      switch self {
      case .empty(let count): count
      case .vector(let vector): vector.count
      case .mixed(let values, _, _): values.count
      }
    }
  }

  private(set) var pieces: [Piece]
  /// How many values of each kind the column holds.
  private(set) var counts = InlineArray<6, Int>(repeating: 0)
  /// Whether all numbers are whole.
  private(set) var isWhole = true
  private var values: [UInt64] = []
  private var kinds: [Kind] = []
  private var countsBefore = InlineArray<6, Int>(repeating: 0)
  private var isBlockWhole = true
  private(set) var pools: [TextPool] = []
  private var pool: TextPool?
  private var textsBefore = 0
  private var isDiverse = false
  /// Numbers of shared texts, plus one, with their codes in the pool.
  private var codes: [UInt64] = []

  /// A pool with so many texts, most of them new, is of texts that differ.
  private static let mostTexts = 1 << 16

  /// - Parameter before: The rows of the pieces that were read before the column had a value.
  init(before: [Int] = []) {
    pieces = before.map { .empty($0) }
  }

  subscript(kind: Kind) -> Int { counts[Int(kind.rawValue)] }

  /// Values that are not missing.
  var count: Int { Kind.allCases.dropFirst().reduce(0) { $0 + self[$1] } }

  // MARK: Values

  @inline(__always)
  func number(_ value: Double, at row: Int) {
    if value != value.rounded(.towardZero) || value.magnitude > 9_007_199_254_740_992 {
      isBlockWhole = false
    }
    add(value.bitPattern, .number, row)
  }

  func boolean(_ value: Bool, at row: Int) { add(value ? 1 : 0, .boolean, row) }

  func date(_ value: CalendarDate, at row: Int) {
    add(UInt64(bitPattern: Int64(value.daysSince1970)), .date, row)
  }

  func timestamp(_ value: Timestamp, at row: Int) {
    add(UInt64(bitPattern: value.microsecondsSince1970), .timestamp, row)
  }

  /// - Returns: About how many bytes more the texts take.
  @discardableResult
  func text(_ bytes: Bytes, at row: Int) -> Int {
    let pool = pool ?? newPool()
    let before = pool.count
    let code = pool.isDistinct ? pool.code(adding: bytes) : pool.append(bytes)
    add(UInt64(code), .text, row)
    return pool.count > before ? bytes.count + Self.bytesPerText : 0
  }

  /// Where a text starts, and its slot among those that differ.
  private static let bytesPerText = 32

  /// A text that stands under a number elsewhere: most are met again and again.
  ///
  /// - Returns: About how many bytes more the texts take.
  func text(_ bytes: Bytes, shared index: Int, at row: Int) -> Int {
    if pool == nil { _ = newPool() }
    if codes.isEmpty { codes = Array(repeating: 0, count: Self.codeSlots) }
    let slot = index & (Self.codeSlots - 1)
    let key = UInt64(index + 1) << 32
    if codes[slot] & 0xFFFF_FFFF_0000_0000 == key {
      add(codes[slot] & 0xFFFF_FFFF, .text, row)
      return 0
    }
    let grown = text(bytes, at: row)
    codes[slot] = key | values[row]
    return grown
  }

  private static let codeSlots = 1024

  @inline(__always)
  private func add(_ bits: UInt64, _ kind: Kind, _ row: Int) {
    pad(to: row)
    // A cell that stands twice: the last one counts.
    if row < values.count {
      counts[Int(kinds[row].rawValue)] -= 1
      values[row] = bits
      kinds[row] = kind
    } else {
      values.append(bits)
      kinds.append(kind)
    }
    counts[Int(kind.rawValue)] += 1
  }

  @inline(__always)
  private func pad(to row: Int) {
    while values.count < row {
      values.append(0)
      kinds.append(.null)
    }
  }

  private func newPool() -> TextPool {
    let new = TextPool(isDistinct: !isDiverse)
    pool = new
    pools.append(new)
    codes = []
    textsBefore = 0
    return new
  }

  // MARK: Blocks

  /// Ends a block of so many rows.
  ///
  /// - Returns: About how many bytes it takes, without its texts.
  func cut(_ rows: Int) -> Int {
    if values.isEmpty {
      pieces.append(.empty(rows))
      return 0
    }
    pad(to: rows)
    var present: [Kind] = []
    for kind in Kind.allCases.dropFirst() {
      let index = Int(kind.rawValue)
      if counts[index] > countsBefore[index] { present.append(kind) }
    }
    if !isBlockWhole { isWhole = false }
    if let only = present.first, present.count == 1 {
      pieces.append(.vector(vector(of: only)))
    } else {
      pieces.append(.mixed(values, kinds, pool ?? TextPool()))
    }
    if let pool {
      let new = pool.count - textsBefore
      if !isDiverse, pool.count > Self.mostTexts, new > rows / 2 { isDiverse = true }
      if isDiverse { self.pool = nil } else { textsBefore = pool.count }
    }
    countsBefore = counts
    isBlockWhole = true
    values.removeAll(keepingCapacity: rows >= Chunk.capacity)
    kinds.removeAll(keepingCapacity: rows >= Chunk.capacity)
    return rows * 8
  }

  private func vector(of kind: Kind) -> Vector {
    var nulls: Nulls?
    if kinds.contains(.null) {
      nulls = Nulls(count: kinds.count) { kinds[$0] == .null }
    }
    let storage: Vector.Storage =
      switch kind {
      case .number:
        isBlockWhole
          ? .integer(values.map { Int64(Double(bitPattern: $0)) })
          : .real(values.map { Double(bitPattern: $0) })
      case .boolean: .boolean(values.map { $0 == 1 })
      case .date: .date(values.map { Int32(truncatingIfNeeded: Int64(bitPattern: $0)) })
      case .timestamp: .timestamp(values.map { Int64(bitPattern: $0) })
      case .text, .null: .text(values.map { UInt32(truncatingIfNeeded: $0) }, pool ?? TextPool())
      }
    return Vector(storage, nulls: nulls)
  }

  /// Puts the rows of another column before those of this one.
  func prepend(_ other: CellColumn) {
    pieces = other.pieces + pieces
    for kind in counts.indices { counts[kind] += other.counts[kind] }
    isWhole = isWhole && other.isWhole
    pools = other.pools + pools
  }
}

extension CellColumn.Piece {
  /// One value.
  subscript(row: Int) -> Cell {
    switch self {
    case .empty: return .null
    case .vector(let vector): return vector[row]
    case .mixed(let values, let kinds, let pool):
      let bits = values[row]
      switch kinds[row] {
      case .null: return .null
      case .number:
        let value = Double(bitPattern: bits)
        return Int64(exactly: value).map { .integer($0) } ?? .real(value)
      case .boolean: return .boolean(bits == 1)
      case .date:
        return .date(
          CalendarDate(daysSince1970: Int32(truncatingIfNeeded: Int64(bitPattern: bits))))
      case .timestamp: return .timestamp(Timestamp(microsecondsSince1970: Int64(bitPattern: bits)))
      case .text: return .text(pool.string(UInt32(truncatingIfNeeded: bits)))
      }
    }
  }
}
