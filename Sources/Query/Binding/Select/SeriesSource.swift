internal import Synchronization
internal import Tables

/// The numbers of `generate_series`.
struct SeriesSource: ChunkSource {
  let first: Int64
  let step: Int64
  let count: Int
  let schema: Schema

  /// The most rows; more are a slip.
  static let longest = 1 << 40

  /// `nil` for a step of 0 or too many numbers.
  init?(from first: Int64, through last: Int64, by step: Int64, name: String) {
    guard step != 0 else { return nil }
    let (distance, overflows) = last.subtractingReportingOverflow(first)
    guard !overflows, step != .min, distance != .min else { return nil }
    let isEmpty = step > 0 ? distance < 0 : distance > 0
    let steps = isEmpty ? -1 : distance / step
    guard steps < Int64(Self.longest) else { return nil }
    self.first = first
    self.step = step
    count = Int(steps + 1)
    schema = Schema([Field(name, .integer)])
  }

  var rowCount: Int? { count }
  var byteCount: Int? { nil }

  func open(columns: [Int]) -> any ChunkScan { Pass(source: self, columns: columns.count) }

  private final class Pass: ChunkScan {
    static let size = 65_536
    let source: SeriesSource
    let columns: Int
    let next = Atomic<Int>(0)
    var bytesRead: Int { 0 }

    init(source: SeriesSource, columns: Int) {
      self.source = source
      self.columns = columns
    }

    func reader() -> any ChunkReader { Reader(pass: self) }

    struct Reader: ChunkReader {
      let pass: Pass
      mutating func next() -> (part: Int, chunks: [Chunk])? {
        let part = pass.next.add(1, ordering: .relaxed).oldValue
        let source = pass.source
        guard part <= (source.count - 1) / Pass.size, source.count > 0 else { return nil }
        let start = part * Pass.size
        let rows = min(Pass.size, source.count - start)
        let values = (0..<rows).map { source.first + Int64(start + $0) * source.step }
        let vector = Vector(.integer(values))
        let columns = Array(repeating: vector, count: pass.columns)
        return (part, [Chunk(columns: columns, rowCount: rows)])
      }
    }
  }
}
