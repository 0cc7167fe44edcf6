internal import TableFiles
internal import Tables

/// Rows of a query, kept in memory as the source of others. Each chunk is a part.
struct MaterializedTable: CodedSource {
  let schema: Schema
  let codedRowCount: Int
  private let chunks: [Chunk]
  private let codes: [CodedColumn?]

  /// Keeps chunks whose text pools do not grow any more. Texts of a column move into one pool, so
  /// that a query meets each of them once; columns of few different values are coded.
  init(columns: [QueryColumn], chunks: [Chunk], threads: Int) {
    schema = Schema(columns.map { Field($0.name, $0.type) })
    codedRowCount = chunks.reduce(0) { $0 + $1.rowCount }
    let kept = columns.map { _ in
      UnsynchronizedBox<(vectors: [Vector], codes: CodedColumn?)>(([], nil))
    }
    ParallelLoop.run(columns.count, threads: threads) { column in
      var vectors = chunks.map { $0.columns[column] }
      if columns[column].type == .text {
        let pool = TextPool()
        vectors = vectors.map { $0.moved(into: pool) }
      }
      kept[column].value = (vectors, CodedColumn(vectors))
    }
    codes = kept.map(\.value.codes)
    self.chunks = chunks.indices.map { index in
      Chunk(columns: kept.map { $0.value.vectors[index] }, rowCount: chunks[index].rowCount)
    }
  }

  var rowCount: Int? { codedRowCount }
  func coded(_ column: Int) -> CodedColumn? { codes[column] }
  var byteCount: Int? { nil }

  func open(columns: [Int]) -> any ChunkScan { Pass(chunks: chunks, columns: columns) }

  private final class Pass: ChunkScan {
    let chunks: [Chunk]
    let columns: [Int]
    let counter = AtomicCounter()
    var bytesRead: Int { 0 }

    init(chunks: [Chunk], columns: [Int]) {
      self.chunks = chunks
      self.columns = columns
    }

    func reader() -> any ChunkReader { Reader(pass: self) }
  }

  private struct Reader: ChunkReader {
    let pass: Pass

    mutating func next() -> (part: Int, chunks: [Chunk])? {
      let part = pass.counter.next()
      guard part < pass.chunks.count else { return nil }
      let chunk = pass.chunks[part]
      return (
        part,
        [Chunk(columns: pass.columns.map { chunk.columns[$0] }, rowCount: chunk.rowCount)]
      )
    }
  }
}

extension Vector {
  /// The same texts with codes of another, distinct pool.
  fileprivate func moved(into pool: TextPool) -> Vector {
    guard case .text(let codes, let own) = storage else { return self }
    var known = Array(repeating: UInt32.max, count: own.count)
    var moved: [UInt32] = []
    moved.reserveCapacity(codes.count)
    for (row, code) in codes.enumerated() {
      if isNull(row) {
        moved.append(0)
        continue
      }
      if known[Int(code)] == .max { known[Int(code)] = pool.code(adding: own[code]) }
      moved.append(known[Int(code)])
    }
    return Vector(.text(moved, pool), nulls: nulls)
  }
}

/// A catalogue with one kept table before all others.
struct OverlayCatalogue: DescribedCatalogue {
  let name: String
  let table: MaterializedTable
  let others: any Catalogue

  var tableNames: [String] { [name] + others.tableNames.filter { $0 != name } }

  func source(named name: String) throws -> (any ChunkSource)? {
    name == self.name ? table : try others.source(named: name)
  }

  func source(ofFile path: String, written text: TextOptions) throws -> any ChunkSource {
    try others.source(ofFile: path, written: text)
  }

  func origin(of table: String) -> String? {
    table == name ? "memory" : (others as? any DescribedCatalogue)?.origin(of: table)
  }
}
