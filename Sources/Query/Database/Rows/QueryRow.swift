internal import Diagnostics
public import Tables

/// One row of a result.
public struct QueryRow: Sendable {
  private let positions: ColumnPositions
  private let chunk: Chunk
  private let index: Int

  init(positions: ColumnPositions, chunk: Chunk, index: Int) {
    self.positions = positions
    self.chunk = chunk
    self.index = index
  }

  /// The columns.
  public var columns: [QueryColumn] { positions.columns }

  /// The value in a column by its position, from 0.
  public subscript(position: Int) -> Cell { chunk.columns[position][index] }

  /// The value in a column by its name. A column that does not exist holds nulls; where a name
  /// stands twice, the first is meant.
  public subscript(name: String) -> Cell { positions[name].map { self[$0] } ?? .null }

  /// The value in a column as a Swift type.
  ///
  /// ```swift
  /// let count = try row["n", as: Int.self]
  /// let mean = try row["mean", as: Double?.self]   // nil where it is NULL
  /// ```
  ///
  /// - Throws: ``QueryError`` when there is no such column, or the value is NULL or does not fit.
  public subscript<Value: QueryValue>(name: String, as type: Value.Type) -> Value {
    get throws {
      guard let position = positions[name] else {
        throw QueryError(
          "the result has no column \"\(name)\"",
          hint: suggestion(for: name, among: columns.map(\.name)))
      }
      return try self[position, as: type]
    }
  }

  /// The value in a column, by its position from 0, as a Swift type.
  ///
  /// - Throws: ``QueryError`` as for names.
  public subscript<Value: QueryValue>(position: Int, as type: Value.Type) -> Value {
    get throws {
      guard columns.indices.contains(position) else {
        throw QueryError(
          "the result has no column \(position)", hint: "it has \(columns.count), from 0")
      }
      let cell = self[position]
      if let value = Value(cell) { return value }
      let name = columns[position].name
      if cell == .null {
        throw QueryError(
          "column \"\(name)\" is NULL in a row where \(Value.meaning) is asked for",
          hint: "ask for an optional, or write coalesce(…)")
      }
      throw QueryError(
        "column \"\(name)\" is \(columns[position].type.rawValue) with a value that is no"
          + " \(Value.meaning)")
    }
  }
}
