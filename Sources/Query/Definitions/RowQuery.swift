internal import Tables

/// A query over tables in memory whose few rows come out as cells; a decimal number is a figure like any other
/// there, whole or a double.
enum RowQuery {
  /// Runs a query; many rows are worked on by all cores.
  static func rows(_ sql: String, tables: [String: any ChunkSource]) throws(QueryError) -> [[Cell]]
  {
    do {
      let statement = try Binder.statement(sql, in: MemoryTables(sources: tables))
      guard case .query(let query) = statement else { return [] }
      return try rows(query)
    } catch var error as QueryError {
      // Places in a text that nobody has seen would only confuse.
      error.position = nil
      throw error
    } catch {
      throw QueryError("\(error)")
    }
  }

  /// Runs a query that is bound already.
  static func rows(_ query: BoundQuery) throws(QueryError) -> [[Cell]] {
    do {
      let midnight = Timestamp(secondsSince1970: 0)
      let execution = Execution(query, options: ExecutionOptions(now: midnight))
      var rows: [[Cell]] = []
      try execution.run { chunk in
        for row in 0..<chunk.rowCount { rows.append(chunk.columns.map { figure($0[row]) }) }
      }
      return rows
    } catch var error as QueryError {
      // Places in a text that nobody has seen would only confuse.
      error.position = nil
      throw error
    } catch {
      throw QueryError("\(error)")
    }
  }

  private static func figure(_ cell: Cell) -> Cell {
    guard case .numeric(let value) = cell else { return cell }
    if value.scale == 0, let whole = value.integer { return .integer(whole) }
    return .real(value.double)
  }

  private struct MemoryTables: Catalogue {
    var sources: [String: any ChunkSource]
    func source(named name: String) -> (any ChunkSource)? { sources[name] }
    var tableNames: [String] { sources.keys.sorted() }
  }
}
