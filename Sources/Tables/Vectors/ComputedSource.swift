internal import Synchronization

/// Rows that are computed chunk by chunk while a query reads them, by whichever worker takes the
/// chunk: nothing of them is kept.
package struct ComputedSource: ChunkSource {
  package let schema: Schema
  package let rowCount: Int?
  package var byteCount: Int? { nil }
  private let parts: Int
  private let chunk: @Sendable (Int) -> Chunk

  /// - Parameters:
  ///   - schema: The columns.
  ///   - rowCount: How many rows there are at most; more of them are worth more workers.
  ///   - parts: How many chunks there are.
  ///   - chunk: A chunk with all columns, by its number; the same whenever it is asked.
  package init(
    schema: Schema, rowCount: Int, parts: Int, chunk: @escaping @Sendable (Int) -> Chunk
  ) {
    self.schema = schema
    self.rowCount = rowCount
    self.parts = parts
    self.chunk = chunk
  }

  package func open(columns: [Int]) -> any ChunkScan {
    Pass(source: self, columns: columns)
  }

  private final class Pass: ChunkScan {
    let source: ComputedSource
    let columns: [Int]
    let next = Atomic<Int>(0)
    var bytesRead: Int { 0 }

    init(source: ComputedSource, columns: [Int]) {
      self.source = source
      self.columns = columns
    }

    func reader() -> any ChunkReader { Reader(pass: self) }

    struct Reader: ChunkReader {
      let pass: Pass
      mutating func next() -> (part: Int, chunks: [Chunk])? {
        let part = pass.next.add(1, ordering: .relaxed).oldValue
        guard part < pass.source.parts else { return nil }
        let whole = pass.source.chunk(part)
        return (
          part,
          [Chunk(columns: pass.columns.map { whole.columns[$0] }, rowCount: whole.rowCount)]
        )
      }
    }
  }
}
