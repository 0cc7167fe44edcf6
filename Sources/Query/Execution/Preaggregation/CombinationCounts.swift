internal import Tables

/// How often each combination of values occurs in the rows that one worker has seen: a count for every
/// combination that is possible.
///
/// The pointer is valid as long as the object; only this type frees it.
final class CombinationCounts {
  private let columns: [CombinationColumn]
  private let filters: [CodeFilter]
  /// What a value of each column counts in a combination's number.
  private let strides: [Int]
  private let combinationCount: Int
  /// Counts by combination, several times: neighbouring rows count in different ones, so that one need not
  /// wait for the other.
  private let counts: UnsafeMutablePointer<UInt32>
  private let lanes: Int
  /// The places in `counts` that are not 0, with the rows in which a worker met them first.
  private var found: [(row: UInt32, place: Int)] = []

  private static let block = 2048
  /// The most combinations: their counts stay near the processor.
  static let limit = 1 << 18

  /// No counts yet; the product of the columns' sizes must be small.
  init(_ columns: [CombinationColumn], _ filters: [CodeFilter]) {
    self.columns = columns
    self.filters = filters
    var size = 1
    strides = columns.map { column in
      defer { size *= column.size }
      return size
    }
    combinationCount = size
    lanes = size <= 1 << 12 ? 4 : 1
    counts = .allocate(capacity: size * lanes)
    counts.initialize(repeating: 0, count: size * lanes)
  }

  deinit { counts.deallocate() }

  /// The most bytes that it takes.
  var byteCount: Int { combinationCount * lanes * 20 }

  /// Counts some rows; they rise from call to call.
  func add(_ rows: Range<Int>) {
    if combinationCount <= 1 << 16 { add(rows, UInt16.self) } else { add(rows, UInt32.self) }
  }

  @inline(__always)
  private func add<Number: FixedWidthInteger & UnsignedInteger>(
    _ rows: Range<Int>, _: Number.Type
  ) {
    withUnsafeTemporaryAllocation(of: Number.self, capacity: Self.block) { combinations in
      guard let combinations = combinations.baseAddress else { return }
      var start = rows.lowerBound
      while start < rows.upperBound {
        let block = start..<min(start + Self.block, rows.upperBound)
        combinations.initialize(repeating: 0, count: block.count)
        for (column, stride) in zip(columns, strides) {
          column.locate(block, stride: stride, in: combinations)
        }
        // Rows that do not pass are closed up; the order of the others is all that their numbers
        // tell.
        let left = filters.isEmpty ? block.count : pass(block, combinations)
        count(combinations, block.lowerBound..<block.lowerBound + left)
        start = block.upperBound
      }
    }
  }

  /// Moves the combinations of the rows that pass all filters to the front; how many they are.
  @inline(__always)
  private func pass<Number>(_ rows: Range<Int>, _ combinations: UnsafeMutablePointer<Number>) -> Int
  {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.block) { marks in
      guard let marks = marks.baseAddress else { return 0 }
      marks.initialize(repeating: 1, count: rows.count)
      for filter in filters { filter.mark(rows, in: marks) }
      var left = 0
      for row in 0..<rows.count {
        combinations[left] = combinations[row]
        left &+= Int(marks[row])
      }
      return left
    }
  }

  @inline(__always)
  private func count<Number: FixedWidthInteger & UnsignedInteger>(
    _ combinations: UnsafePointer<Number>, _ rows: Range<Int>
  ) {
    let counts = counts
    @inline(__always)
    func count(_ row: Int, _ place: Int) {
      let before = counts[place]
      counts[place] = before &+ 1
      if before == 0 {
        found.append((UInt32(truncatingIfNeeded: rows.lowerBound &+ row), place))
      }
    }
    var row = 0
    if lanes == 4 {
      let (second, third, fourth) = (combinationCount, 2 &* combinationCount, 3 &* combinationCount)
      while row &+ 4 <= rows.count {
        count(row, Int(combinations[row]))
        count(row &+ 1, Int(combinations[row &+ 1]) &+ second)
        count(row &+ 2, Int(combinations[row &+ 2]) &+ third)
        count(row &+ 3, Int(combinations[row &+ 3]) &+ fourth)
        row &+= 4
      }
    }
    while row < rows.count {
      count(row, Int(combinations[row]))
      row &+= 1
    }
  }

  /// Adds the counts of another worker over the same columns.
  func merge(_ other: CombinationCounts) {
    for (_, place) in other.found { counts[place] &+= other.counts[place] }
    found += other.found
  }

  /// The different rows in the order in which they first appear, each with its number of copies.
  func chunks() -> [Chunk] {
    let occurring = combinations()
    return stride(from: 0, to: occurring.count, by: Chunk.capacity).map { start in
      let combinations = occurring[start..<min(start + Chunk.capacity, occurring.count)]
      var vectors = zip(columns, strides).map { column, stride in
        column.values.gathered(combinations.map { Int32($0.combination / stride % column.size) })
      }
      vectors.append(Vector(.integer(combinations.map(\.copies))))
      return Chunk(columns: vectors, rowCount: combinations.count)
    }
  }

  /// The combinations that occur, in the order of their first rows.
  private func combinations() -> [(combination: Int, copies: Int64)] {
    // Each worker has found its rows in order, so there is little to sort. Of several first rows of
    // a combination the earliest tells where it stands.
    found.sort { $0.row < $1.row }
    var isKnown = [Bool](repeating: false, count: combinationCount)
    return found.compactMap { _, place in
      let combination = place % combinationCount
      if isKnown[combination] { return nil }
      isKnown[combination] = true
      return (
        combination,
        (0..<lanes).reduce(0) { $0 + Int64(counts[combination + $1 * combinationCount]) }
      )
    }
  }
}
