public import Tables

/// The name and type of a column of a result.
public struct QueryColumn: Hashable, Sendable {
  /// The name. Unlike those of a table, names may stand twice: `SELECT 1 AS a, 2 AS a`.
  public var name: String
  /// The type of the values.
  public var type: ColumnType

  /// A column by name and type.
  public init(_ name: String, _ type: ColumnType) {
    self.name = name
    self.type = type
  }
}

/// Where the columns of a result stand, by name.
struct ColumnPositions: Sendable {
  let columns: [QueryColumn]
  private let positions: [String: Int]

  init(_ columns: [QueryColumn]) {
    self.columns = columns
    positions = Dictionary(
      columns.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { a, _ in a })
  }

  subscript(name: String) -> Int? { positions[name] }
}
