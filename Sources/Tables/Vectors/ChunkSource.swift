/// Where a query's rows come from: a table in memory, a file, several files, a stream.
///
/// A source is cut into parts that do not depend on the number of threads: parts are numbered from 0,
/// their rows in order are the rows of the table. This is what makes every result the same for any
/// number of threads.
package protocol ChunkSource: Sendable {
  /// The columns.
  var schema: Schema { get }
  /// Rows, where they are known without reading; for the planner only.
  var rowCount: Int? { get }
  /// Bytes to read, for progress; `nil` when unknown.
  var byteCount: Int? { get }
  /// The columns of text that are known to hold no value: nobody knows what type they would have.
  var emptyColumns: Set<Int> { get }
  /// Starts reading some of the columns, in the order asked for (possibly none: only row counts).
  func open(columns: [Int]) throws -> any ChunkScan
}

extension ChunkSource {
  package var emptyColumns: Set<Int> { [] }
}

/// One pass over a source, shared by the workers.
package protocol ChunkScan: Sendable {
  /// A reader for one worker. Each part goes to exactly one reader, in rising order.
  func reader() -> any ChunkReader
  /// Bytes read so far, for progress.
  var bytesRead: Int { get }
}

/// One worker's way to its parts. Not shared between threads.
package protocol ChunkReader {
  /// The next part that nobody has taken; `nil` when there is none left. Its chunks are to be
  /// handled before the next call: their text pools may grow then.
  ///
  /// - Throws: a ``Diagnostic`` for bad input, or ``TypeContradiction``.
  mutating func next() throws -> (part: Int, chunks: [Chunk])?
}

/// A value that does not fit the type which the column was read as so far. Whoever runs the query
/// starts again with ``source``, which knows better.
package struct TypeContradiction: Error {
  /// The same source, with a schema inferred from all of its bytes.
  package let source: @Sendable () throws -> any ChunkSource

  package init(source: @escaping @Sendable () throws -> any ChunkSource) {
    self.source = source
  }
}
