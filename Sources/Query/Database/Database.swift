public import Tables

/// Answers SQL over tables in memory and files.
///
/// ```swift
/// let database = Database()
/// let result = try database.query(
///   """
///   SELECT municipality, count(*) AS visits FROM "visits.csv" GROUP BY 1 ORDER BY visits DESC
///   """)
/// for row in result.rows {
///   print(row["municipality"], try row["visits", as: Int.self])
/// }
/// ```
///
/// The SQL is PostgreSQL's. A table is named as it was given here; anything else in FROM is the
/// path of a CSV file: relative to the current folder, a pattern such as `"waves/*.csv"`, packed
/// (`.gz`, `.zst`), or `"-"`, standard input.
///
/// A database holds no connection and keeps no state: copies are free, and several threads may use
/// one at the same time.
public struct Database: Sendable {
  package let catalogue: any Catalogue

  /// A database whose tables are files, named by their paths.
  public init() {
    self.init(tables: [])
  }

  /// A database of tables in memory, beside files named by their paths.
  ///
  /// Where two tables bear one name, the first is meant.
  ///
  /// - Parameter tables: Tables, found by their names.
  public init(tables: [Table]) {
    self.init(catalogue: FileCatalogue(tables: tables))
  }

  /// A database of the CSV files in a folder, each named as its file without the extension, beside
  /// files named by their paths.
  ///
  /// - Parameters:
  ///   - folder: The folder. Files in folders below it are not listed.
  ///   - tables: More tables; they come first where names are the same.
  public init(folder: String, tables: [Table] = []) {
    self.init(catalogue: FileCatalogue(tables: tables, folder: folder))
  }

  package init(catalogue: any Catalogue) {
    self.catalogue = catalogue
  }

  /// The same database with the result of a query as one more table, kept in memory: what is read
  /// once need not be read again.
  ///
  /// ```swift
  /// let answers = try Database().keeping(#"SELECT * FROM "answers.csv""#, as: "answers")
  /// let byWave = try answers.query("SELECT wave, count(*) FROM answers GROUP BY wave")
  /// ```
  ///
  /// - Parameters:
  ///   - sql: One statement.
  ///   - name: How queries call its rows; it comes before another table of that name.
  ///   - options: How to run it.
  /// - Returns: A database that holds the rows.
  /// - Throws: As ``query(_:_:)``.
  public func keeping(
    _ sql: String, as name: String, _ options: QueryOptions = QueryOptions()
  ) throws -> Database {
    let result = try query(sql, options)
    let table = MaterializedTable(
      columns: result.columns, chunks: result.rows.chunks,
      threads: options.threads ?? Machine.processorCount)
    return Database(catalogue: OverlayCatalogue(name: name, table: table, others: catalogue))
  }

  /// Runs one statement and keeps its whole result.
  ///
  /// Beside queries there are `DESCRIBE table`, `SUMMARIZE table`, `SHOW TABLES` and
  /// `EXPLAIN [ANALYZE] query`, whose results are tables as well.
  ///
  /// - Parameters:
  ///   - sql: One statement; a semicolon at its end is fine.
  ///   - options: How to run it.
  /// - Returns: The columns and rows.
  /// - Throws: ``QueryError`` for what is wrong in the query or goes wrong in its run, with the
  ///   place; a `Diagnostic` for what is wrong in a file.
  public func query(_ sql: String, _ options: QueryOptions = QueryOptions()) throws -> QueryResult {
    try query(sql, options, revision: nil)
  }

  /// Runs a query as somebody revises it, and keeps its whole result.
  package func query(
    _ sql: String, _ options: QueryOptions, revision: StatementRun.Revision?
  ) throws -> QueryResult {
    let run = StatementRun(sql, in: catalogue, options: options, revision: revision)
    var columns: [QueryColumn] = []
    var chunks: [Chunk] = []
    try run.run {
      columns = $0
    } handle: { chunk in
      if chunk.rowCount > 0 { chunks.append(chunk.detached) }
    }
    return QueryResult(columns: columns, chunks: chunks)
  }

  /// Runs one statement and hands over its rows while they come, so that they need not fit in
  /// memory.
  ///
  /// ```swift
  /// var total = 0
  /// try database.forEach(#"SELECT amount FROM "sales-*.csv.gz""#) { rows in
  ///   for row in rows { total += try row[0, as: Int.self] }
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - sql: One statement.
  ///   - options: How to run it.
  ///   - body: Gets some thousand rows at a time, in order, on this thread. The rows are valid
  ///     until it returns. What it throws ends the run.
  /// - Throws: As ``query(_:_:)``, and what `body` throws.
  public func forEach(
    _ sql: String, _ options: QueryOptions = QueryOptions(), _ body: (QueryRows) throws -> Void
  ) throws {
    let run = StatementRun(sql, in: catalogue, options: options)
    var names = ColumnPositions([])
    try run.run {
      names = ColumnPositions($0)
    } handle: { chunk in
      if chunk.rowCount > 0 { try body(QueryRows(positions: names, chunks: [chunk])) }
    }
  }
}
