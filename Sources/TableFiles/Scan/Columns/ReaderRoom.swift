internal import Tables

/// How much room the reader of one column takes: little where many columns are read, because a query
/// may ask for all columns of a file that has a hundred thousand of them.
struct ReaderRoom {
  /// The most rows of a chunk.
  let rows: Int
  /// The texts that a cache remembers, as a power of two.
  let cacheBits: Int

  /// A part of a file with so many columns has few rows, so that small chunks cost nothing there.
  private static let manyColumns = 1024

  init(columns: Int) {
    let isWide = columns > Self.manyColumns
    rows = isWide ? 256 : Chunk.capacity
    cacheBits = isWide ? 4 : 10
  }
}
