public import Tables

/// The result of a query: its columns and all its rows.
public struct QueryResult: Sendable {
  /// The rows, in order.
  public let rows: QueryRows

  init(columns: [QueryColumn], chunks: [Chunk]) {
    rows = QueryRows(positions: ColumnPositions(columns), chunks: chunks)
  }

  /// The columns, in order.
  public var columns: [QueryColumn] { rows.columns }
  /// The number of rows.
  public var rowCount: Int { rows.count }

  /// The rows as values of a type, whose properties bear the names of columns.
  ///
  /// ```swift
  /// struct Visit: Decodable { var municipality: String, visits: Int }
  /// let visits = try result.decoded(as: Visit.self)
  /// ```
  ///
  /// - Throws: `DecodingError` with the column's name when a value is missing or of another type.
  public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> [Value] {
    try rows.map { try Value(from: RowDecoder(row: $0)) }
  }

  /// The result as a table, for other parts of the library or another query.
  ///
  /// - Parameter name: How queries call the table.
  /// - Returns: A table with the same columns and rows.
  public func table(named name: String) -> Table {
    return Table(
      name: name, schema: Schema(columns.map { Field($0.name, $0.type) }), chunks: rows.chunks)
  }
}
