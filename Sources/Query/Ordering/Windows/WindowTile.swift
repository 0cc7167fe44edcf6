internal import Tables

/// `ntile`: cuts a partition into so many parts of equal size, the first ones a row larger where
/// that does not come out even.
///
/// The number of parts is that of the partition's first row; rows before the first that has one get
/// NULL, and parts are counted from there.
struct WindowTile: WindowStep {
  private let values: WindowValues<Int64>
  private let tiles: WindowIntegers
  private let at: Int

  init(_ arguments: [Int], at: Int, _ input: WindowInput) throws {
    values = try WindowValues(input)
    tiles = try WindowIntegers(arguments.first, input)
    self.at = at
  }

  var column: WindowColumn { .integers(values) }

  func evaluate(_ partition: WindowPartition, _ scratch: WindowScratch) throws {
    var place = 0
    var count: Int64?
    while place < partition.count {
      count = tiles[partition.row(place)]
      if count != nil { break }
      values.setNull(partition.row(place), holding: 0)
      place += 1
    }
    guard let count else { return }
    if count <= 0 {
      throw QueryError(
        "argument of ntile must be greater than zero", at: at > 0 ? at : nil)
    }
    let rows = Int64(partition.count)
    let (size, larger) = (rows / count, rows % count)
    var (tile, left) = (Int64(1), max(1, size + (larger > 0 ? 1 : 0)))
    while place < partition.count {
      if left == 0 {
        tile += 1
        left = max(1, size + (tile <= larger ? 1 : 0))
      }
      values.set(partition.row(place), tile)
      left -= 1
      place += 1
    }
  }
}

/// Whole numbers that a call takes from a column.
struct WindowIntegers: Sendable {
  private let source: JoinedColumn?

  init(_ column: Int?, _ input: WindowInput) throws {
    source = try column.map { try input.column($0) }
  }

  /// The number in a row; `nil` for NULL.
  subscript(row: Int) -> Int64? {
    guard let source, case .integer(let values) = source.vector.storage else { return nil }
    return source.vector.isNull(row) ? nil : values[row]
  }
}
