internal import Tables

/// Kept rows as a source: each chunk is a part.
final class KeptScan: ChunkScan {
  let rows: KeptRows
  private let next = NextNumber()

  init(_ rows: KeptRows) { self.rows = rows }

  var bytesRead: Int { 0 }

  func reader() -> any ChunkReader { Reader(scan: self) }

  private struct Reader: ChunkReader {
    let scan: KeptScan
    mutating func next() -> (part: Int, chunks: [Chunk])? {
      let part = scan.next.taken()
      return part < scan.rows.chunks.count ? (part, [scan.rows.chunks[part]]) : nil
    }
  }
}
