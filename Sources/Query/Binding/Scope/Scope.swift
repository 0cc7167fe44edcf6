internal import Tables

/// A query within an expression while it is bound: which columns of the row around it it reads.
final class Correlation {
  /// The SELECT around; `nil` for the statement itself.
  let outer: Level?
  /// The part of the plan of `outer` that may be read, over its row.
  private(set) var parameters: [Expression] = []

  init(outer: Level?) {
    self.outer = outer
  }

  /// What stands within the query for an expression over the row around it.
  func parameter(for expression: Expression) -> Expression {
    if let known = parameters.firstIndex(of: expression) {
      return .parameter(known, expression.type)
    }
    parameters.append(expression)
    return .parameter(parameters.count - 1, expression.type)
  }
}

/// What a query is bound in.
struct Surroundings {
  var correlation: Correlation
  var withs: WithScope?
}

/// A column that a name can mean.
struct VisibleColumn {
  var name: String
  /// The table's name in the query; empty where it has none.
  var table: String
  var value: Expression
  var number: NumberType?
  /// Whether no row has a value, so that it takes whatever type is asked for.
  var holdsNothing = false

  /// Its value as an expression of the query.
  func bound(_ value: Expression, at place: Int) -> BoundExpression {
    BoundExpression(value, isUnknown: holdsNothing, at: place).numbered(number)
  }
}

/// A table of FROM under its name.
struct ScopeTable {
  var name: String
  var columns: [VisibleColumn]
}

/// A part of FROM.
struct FromItem {
  var plan: Plan
  /// What `*` and names without a table mean.
  var visible: [VisibleColumn]
  var tables: [ScopeTable]

  /// Nothing: one row without columns.
  static let nothing = FromItem(plan: .values([[]], types: []), visible: [], tables: [])

  /// The names, of which the columns stand further to the right.
  func moved(by width: Int) -> (visible: [VisibleColumn], tables: [ScopeTable]) {
    func move(_ column: VisibleColumn) -> VisibleColumn {
      var column = column
      column.value = column.value.moved { $0 + width }
      return column
    }
    return (
      visible.map(move),
      tables.map { ScopeTable(name: $0.name, columns: $0.columns.map(move)) }
    )
  }
}

/// One SELECT while it is bound.
final class Level {
  let surroundings: Surroundings
  var from: FromItem { didSet { indexes = [:] } }
  private var indexes: [String?: NameIndex] = [:]
  var clause = Clause.from
  var aggregates: [PendingAggregate] = []
  var windows: [PendingWindow] = []
  var groupings: [(keys: [Expression], at: Int)] = []
  var namedWindows: [String: SyntaxNode] = [:]
  /// The queries in its expressions so far, by the shape of their syntax.
  var subqueries: [Int: [(node: SyntaxNode, subquery: Subquery)]] = [:]
  /// Columns that were named, outside of aggregates, in order.
  var references: [(column: Int, name: String, at: Int)] = []

  init(_ surroundings: Surroundings, from: FromItem) {
    self.surroundings = surroundings
    self.from = from
  }

  /// The columns of FROM by name, or those of one of its tables.
  func index(of table: ScopeTable? = nil) -> NameIndex {
    if let known = indexes[table?.name] { return known }
    let index = NameIndex(table?.columns ?? from.visible)
    indexes[table?.name] = index
    return index
  }

  /// Columns beyond these stand for aggregates, window functions and grouping() until their place in
  /// the plan is known. A query's text is too short for so many columns.
  static let aggregateBase = 1 << 24
  static let windowBase = 1 << 25
  static let groupingBase = 1 << 26
}

/// A part of a SELECT, as messages name it.
enum Clause: String {
  case from = "FROM"
  case joinConditions = "JOIN conditions"
  case `where` = "WHERE"
  case groupBy = "GROUP BY"
  case having = "HAVING"
  case select = "SELECT"
  case orderBy = "ORDER BY"
  case distinctOn = "DISTINCT ON"
  case limit = "LIMIT"
  case values = "VALUES"
  case aggregate = "aggregate arguments"
  case filter = "FILTER"
  case window = "window definitions"

  var allowsAggregates: Bool {
    switch self {
    case .having, .select, .orderBy, .distinctOn, .window: true
    default: false
    }
  }

  var allowsWindows: Bool {
    switch self {
    case .select, .orderBy, .distinctOn: true
    default: false
    }
  }
}

/// WITH queries that can be named.
final class WithScope {
  final class Entry {
    let name: String
    let plan: Plan
    let columns: [OutputColumn]
    /// Set for the name of a recursive query within itself.
    let isWorking: Bool
    let correlation: Correlation

    init(
      name: String, plan: Plan, columns: [OutputColumn], isWorking: Bool, correlation: Correlation
    ) {
      self.name = name
      self.plan = plan
      self.columns = columns
      self.isWorking = isWorking
      self.correlation = correlation
    }
  }

  let entry: Entry
  let outer: WithScope?

  init(_ entry: Entry, outer: WithScope?) {
    self.entry = entry
    self.outer = outer
  }

  func named(_ name: String) -> Entry? {
    var scope: WithScope? = self
    while let here = scope {
      if here.entry.name == name { return here.entry }
      scope = here.outer
    }
    return nil
  }

  var names: [String] {
    var names: [String] = []
    var scope: WithScope? = self
    while let here = scope {
      names.append(here.entry.name)
      scope = here.outer
    }
    return names
  }
}

/// A column of a query's result.
struct OutputColumn {
  var name: String
  var type: ColumnType
  /// A text or NULL without a type, which takes that of the other queries of a UNION.
  var isUnknown = false
  var number: NumberType?
  /// As ``VisibleColumn/holdsNothing``.
  var holdsNothing = false
}

/// A query, bound.
struct Output {
  var plan: Plan
  var columns: [OutputColumn]
}
