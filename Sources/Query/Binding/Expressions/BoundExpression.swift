package import Tables

/// An expression with what the binder must still know about it.
struct BoundExpression {
  var expression: Expression
  /// A text in quotes or NULL, whose type is that of its surroundings.
  var isUnknown: Bool
  /// Its place in the text; 0 when unknown.
  var at: Int
  var collation: SortKey.Collation?
  /// The column of the list that ORDER BY or DISTINCT ON names with it.
  var target: Int?
  /// What PostgreSQL calls a whole number, where it is not `bigint`.
  var number: NumberType?

  init(_ expression: Expression, isUnknown: Bool = false, at: Int) {
    self.expression = expression
    self.isUnknown = isUnknown
    self.at = at
  }

  var type: ColumnType { expression.type }

  /// Whether it is a column without a value, which takes whatever type is asked for.
  var holdsNothing: Bool {
    switch expression {
    case .column, .parameter: isUnknown
    default: false
    }
  }

  /// The type as messages name it.
  var typeName: String { isUnknown && !holdsNothing ? "unknown" : type.rawValue }
}

extension ColumnType {
  /// Whether a value of this type may stand where another type is wanted, without a word.
  package func becomes(_ other: ColumnType) -> Bool {
    switch (self, other) {
    case (.integer, .numeric), (.integer, .real), (.numeric, .real), (.date, .timestamp): true
    default: self == other
    }
  }

  /// The type that PostgreSQL turns to when several fit.
  var isPreferred: Bool {
    switch self {
    case .real, .text, .boolean, .timestamp, .interval: true
    case .integer, .numeric, .date: false
    }
  }
}
