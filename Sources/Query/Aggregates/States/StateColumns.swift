internal import Tables

/// A state whose groups are records of words: it travels as one table with a row a group and a
/// column of whole numbers a word.
protocol RecordState: AggregateState {
  var records: GroupRecords { get }
}

extension RecordState {
  func tables() -> [Chunk] { [records.columns] }

  func read(_ tables: [Chunk], groups: Int) throws {
    try StateColumns.check(tables, count: 1)
    try records.read(tables[0], groups: groups)
  }
}

/// Reading what another process wrote of a state: nothing in it is trusted.
enum StateColumns {
  /// - Throws: ``QueryError`` where a state has another number of tables.
  static func check(_ tables: [Chunk], count: Int) throws {
    guard tables.count == count else { throw malformed }
  }

  static let malformed = QueryError(
    "the columns of a partial result do not have the form of its aggregate")

  /// Sums outside of windows as rows: group, which sum, which digit, the digit.
  static func digits(of sums: [UInt32: [LongSum]]) -> Chunk {
    var columns: [[Int64]] = [[], [], [], []]
    for (group, sums) in sums.sorted(by: { $0.key < $1.key }) {
      for (number, sum) in sums.enumerated() {
        for (place, digit) in sum.settledDigits.enumerated() where digit != 0 {
          for (column, value) in [Int64(group), Int64(number), Int64(place), digit].enumerated() {
            columns[column].append(value)
          }
        }
      }
    }
    return Chunk(columns: columns.map { Vector(.integer($0)) }, rowCount: columns[0].count)
  }

  /// Reads the rows of ``digits(of:)``; `empty` are the sums of a group without digits.
  static func sums(
    from chunk: Chunk, groups: Int, empty: [LongSum]
  ) throws -> [UInt32: [LongSum]] {
    let columns = try (0..<4).map(chunk.integers)
    var sums: [UInt32: [LongSum]] = [:]
    for row in 0..<chunk.rowCount {
      guard let group = UInt32(exactly: columns[0][row]), group < groups,
        let number = Int(exactly: columns[1][row]), empty.indices.contains(number),
        let place = Int(exactly: columns[2][row]),
        sums[group, default: empty][number].set(columns[3][row], at: place)
      else { throw malformed }
    }
    return sums
  }
}

extension GroupRecords {
  var columns: Chunk {
    let vectors = (0..<width).map { word in
      Vector(.integer((0..<count).map { Int64(bitPattern: self[$0][word]) }))
    }
    return Chunk(columns: vectors, rowCount: count)
  }

  /// Takes the records of ``columns``; all must be zero.
  func read(_ chunk: Chunk, groups: Int) throws {
    guard chunk.rowCount == groups else { throw StateColumns.malformed }
    let words = try (0..<width).map(chunk.integers)
    grow(to: groups)
    for (word, values) in words.enumerated() {
      for (group, value) in values.enumerated() { self[group][word] = UInt64(bitPattern: value) }
    }
  }
}

extension RealWindow {
  /// The start of the window as a value that may be missing.
  var column: Vector {
    Vector([start.map { .integer(Int64($0)) } ?? .null], type: .integer)
  }

  /// Takes the start from a column of one row.
  mutating func read(_ chunk: Chunk, column: Int) throws {
    guard chunk.rowCount == 1, column < chunk.columns.count else { throw StateColumns.malformed }
    switch chunk.columns[column][0] {
    case .null: move(to: nil)
    case .integer(let start) where Self.starts.contains(start): move(to: UInt64(start))
    default: throw StateColumns.malformed
    }
  }
}

extension Chunk {
  /// A column of whole numbers without nulls.
  func integers(_ column: Int) throws -> [Int64] {
    guard column < columns.count, columns[column].nulls?.isAny != true,
      case .integer(let values) = columns[column].storage, values.count == rowCount
    else { throw StateColumns.malformed }
    return values
  }

  /// A column of numbers without nulls.
  func reals(_ column: Int) throws -> [Double] {
    guard column < columns.count, columns[column].nulls?.isAny != true,
      case .real(let values) = columns[column].storage, values.count == rowCount
    else { throw StateColumns.malformed }
    return values
  }

  /// A column of numbers of groups, of which there are so many.
  func groupNumbers(_ column: Int, below groups: Int) throws -> [UInt32] {
    try integers(column).map { value in
      guard let number = UInt32(exactly: value), number < groups else {
        throw StateColumns.malformed
      }
      return number
    }
  }
}
