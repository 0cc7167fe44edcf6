/// The name and type of one column.
public struct Field: Hashable, Sendable {
  /// The name, unique in its table.
  public var name: String
  /// The type of the values.
  public var type: ColumnType
  /// Whether the file wrote the numbers with a percent sign. The value is as written: `58 %` is 58.
  public var isPercent: Bool

  /// A column by name and type.
  public init(_ name: String, _ type: ColumnType, isPercent: Bool = false) {
    self.name = name
    self.type = type
    self.isPercent = isPercent
  }
}

/// The columns of a table in order.
public struct Schema: Hashable, Sendable {
  /// The columns.
  public let fields: [Field]
  private let positions: [String: Int]

  /// Columns in order. Where a name stands twice, lookups find the first.
  public init(_ fields: [Field]) {
    self.fields = fields
    positions = Dictionary(
      fields.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { a, _ in a })
  }

  /// The position of a column, or `nil` if there is none of that name.
  public func position(of name: String) -> Int? { positions[name] }

  /// All names in order.
  public var names: [String] { fields.map(\.name) }
}
