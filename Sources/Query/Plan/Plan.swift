package import Tables

/// What to do, as plain values: bound, typed, with every expression over the columns of the step
/// below, by position. Keys, arguments, sort columns and join keys are columns, never expressions:
/// a ``project`` below computes them.
package indirect enum Plan: Sendable {
  case scan(Scan)
  /// Counts the different rows of a ``CodedSource``: its columns, then how many rows are the same, in
  /// the order in which they first appear. Made when a plan is prepared to run, never by the binder.
  case preaggregated(PreaggregatedScan)
  /// Rows written in the query. Expressions hold no columns. No rows and no columns are allowed; a
  /// SELECT without FROM reads one row without columns.
  case values([[Expression]], types: [ColumnType])
  case filter(Plan, Expression)
  case project(Plan, [Expression])
  case aggregate(Aggregate)
  case window(Window)
  case join(Join)
  case combine(SetOperation)
  /// Rows without duplicates (NULL equals NULL); the first of equals stays, in order. With `on`: the
  /// first row for each value of these columns.
  case distinct(Plan, on: [Int]?)
  /// A stable sort.
  case sort(Plan, [SortKey])
  /// Constants or parameters of type integer, NULL meaning none.
  case limit(Plan, count: Expression?, offset: Expression?)
  /// A WITH query that is used more than once: runs once, its rows are kept.
  case shared(SharedPlan)
  /// WITH RECURSIVE: `first`, then `next` over the rows of the round before (``workingTable``) until there
  /// are none.
  case recursive(Recursive)
  /// The rows of the last round of the recursive plan of that number.
  case workingTable(Int, types: [ColumnType])

  /// The types of the resulting columns.
  package var types: [ColumnType] {
    switch self {
    case .scan(let scan): scan.types
    case .preaggregated(let counted): counted.scan.types + [.integer]
    case .values(_, let types), .workingTable(_, let types): types
    case .filter(let input, _), .distinct(let input, _), .sort(let input, _),
      .limit(let input, _, _):
      input.types
    case .project(_, let expressions): expressions.map(\.type)
    case .aggregate(let aggregate): aggregate.types
    case .window(let window): window.input.types + window.calls.map(\.type)
    case .join(let join): join.types
    case .combine(let operation): operation.left.types
    case .shared(let shared): shared.types
    case .recursive(let recursive): recursive.first.types
    }
  }
}

/// Reads columns of a source.
package struct Scan: Sendable {
  /// How the query calls the table, for messages and EXPLAIN.
  package var name: String
  package var source: any ChunkSource
  /// Positions in the source's schema, in the order of the output.
  package var columns: [Int]

  package init(name: String, source: any ChunkSource, columns: [Int]) {
    self.name = name
    self.source = source
    self.columns = columns
  }

  package var types: [ColumnType] { columns.map { source.schema.fields[$0].type } }
}

/// Groups rows and aggregates them.
///
/// The output: the keys (NULL where a grouping set leaves them out), then the number of the grouping
/// set if there are several, then the calls. Groups come in the order in which they first appear, set
/// by set. Without keys and sets there is exactly one group, even of no rows.
package struct Aggregate: Sendable {
  package var input: Plan
  /// Columns of the input.
  package var keys: [Int]
  /// For GROUPING SETS, ROLLUP, CUBE: positions in `keys` for each set. One set of all keys otherwise.
  package var sets: [[Int]]
  package var calls: [AggregateCall]
  /// A column of whole numbers: how many equal rows each row of the input stands for. `nil` for one.
  package var copies: Int?

  package init(input: Plan, keys: [Int], sets: [[Int]], calls: [AggregateCall]) {
    self.input = input
    self.keys = keys
    self.sets = sets
    self.calls = calls
  }

  package var types: [ColumnType] {
    let input = keys.isEmpty ? [] : input.types
    return keys.map { input[$0] } + (sets.count > 1 ? [.integer] : []) + calls.map(\.type)
  }
}

/// One aggregate over the rows of a group.
package struct AggregateCall: Hashable, Sendable {
  package var signature: AggregateSignature
  /// Columns of the input, one a parameter; `count(*)` has none.
  package var arguments: [Int]
  /// Constant arguments by their position in `arguments`.
  package var constants: [Int: Cell]
  /// A column of truth values: FILTER (WHERE …).
  package var filter: Int?
  package var isDistinct: Bool
  package var order: [SortKey]
  /// All options of the signature, those not given with their standard values.
  package var options: [String: Cell]
  /// A place in the query, for errors.
  package var at: Int

  package init(
    _ signature: AggregateSignature, arguments: [Int], constants: [Int: Cell] = [:],
    filter: Int? = nil, isDistinct: Bool = false, order: [SortKey] = [],
    options: [String: Cell] = [:], at: Int = 0
  ) {
    self.signature = signature
    self.arguments = arguments
    self.constants = constants
    self.filter = filter
    self.isDistinct = isDistinct
    self.order = order
    self.options = options
    self.at = at
  }

  package var type: ColumnType { signature.result }
}

/// A column to sort by.
package struct SortKey: Hashable, Sendable {
  package enum Collation: Hashable, Sendable {
    /// By the bytes of UTF-8: PostgreSQL's "C".
    case bytes
    /// å, ä, ö after z; upper and lower case, then accents, decide only between otherwise equal texts.
    case swedish
  }

  package var column: Int
  package var isDescending: Bool
  package var nullsFirst: Bool
  package var collation: Collation

  package init(
    _ column: Int, isDescending: Bool = false, nullsFirst: Bool = false,
    collation: Collation = .bytes
  ) {
    self.column = column
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst
    self.collation = collation
  }
}

/// Adds the columns of window calls to the input, whose rows keep their order.
package struct Window: Sendable {
  package var input: Plan
  package var calls: [WindowCall]
  package init(input: Plan, calls: [WindowCall]) {
    self.input = input
    self.calls = calls
  }
}

/// One window function.
package struct WindowCall: Sendable {
  package enum Function: Hashable, Sendable {
    /// `row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value`;
    /// arguments are columns of the input.
    case ranking(String, arguments: [Int], type: ColumnType)
    case aggregate(AggregateCall)
  }

  package var function: Function
  package var partition: [Int]
  package var order: [SortKey]
  package var frame: WindowFrame
  package var at: Int

  package init(
    _ function: Function, partition: [Int], order: [SortKey], frame: WindowFrame, at: Int = 0
  ) {
    self.function = function
    self.partition = partition
    self.order = order
    self.frame = frame
    self.at = at
  }

  package var type: ColumnType {
    switch function {
    case .ranking(_, _, let type): type
    case .aggregate(let call): call.type
    }
  }
}

/// Which rows around the current one a window function sees.
package struct WindowFrame: Hashable, Sendable {
  package enum Mode: Hashable, Sendable { case rows, range, groups }
  package enum Bound: Hashable, Sendable {
    case unboundedPreceding
    /// A constant: a row count, or for RANGE a distance of the ordered column's type (or an interval).
    case preceding(Cell)
    case currentRow
    case following(Cell)
    case unboundedFollowing
  }
  package enum Exclusion: Hashable, Sendable { case none, currentRow, group, ties }

  package var mode: Mode
  package var start: Bound
  package var end: Bound
  package var exclusion: Exclusion

  /// The frame of SQL where none is written: RANGE UNBOUNDED PRECEDING to CURRENT ROW.
  package init(
    mode: Mode = .range, start: Bound = .unboundedPreceding, end: Bound = .currentRow,
    exclusion: Exclusion = .none
  ) {
    self.mode = mode
    self.start = start
    self.end = end
    self.exclusion = exclusion
  }
}

/// Joins two inputs. The output: the columns of the left, then those of the right (for `semi` and `anti` the
/// left only), rows in the order of the left, and within it of the right; unmatched right rows last.
package struct Join: Sendable {
  package enum Kind: Hashable, Sendable {
    case inner, left, right, full, cross
    /// Left rows with, or without, a match.
    case semi, anti
  }

  package var kind: Kind
  package var left: Plan
  package var right: Plan
  /// Pairs of columns of left and right of one type that must be equal (NULL equals nothing).
  package var keys: [(left: Int, right: Int)]
  /// What must hold besides, over the columns of left and right together.
  package var condition: Expression?

  package init(
    _ kind: Kind, _ left: Plan, _ right: Plan, keys: [(left: Int, right: Int)] = [],
    condition: Expression? = nil
  ) {
    self.kind = kind
    self.left = left
    self.right = right
    self.keys = keys
    self.condition = condition
  }

  package var types: [ColumnType] {
    switch kind {
    case .semi, .anti: left.types
    default: left.types + right.types
    }
  }
}

/// UNION, INTERSECT, EXCEPT over inputs of equal types. NULL equals NULL.
package struct SetOperation: Sendable {
  package enum Kind: Hashable, Sendable { case union, intersect, except }
  package var kind: Kind
  /// ALL: keeps duplicates, counted as PostgreSQL does.
  package var keepsDuplicates: Bool
  package var left: Plan
  package var right: Plan

  package init(_ kind: Kind, keepsDuplicates: Bool, _ left: Plan, _ right: Plan) {
    self.kind = kind
    self.keepsDuplicates = keepsDuplicates
    self.left = left
    self.right = right
  }
}

/// A plan whose rows are computed once and read by all who refer to this object.
///
/// What is known of it is kept under the object itself, never under its address: an object that is
/// gone may leave its address to another.
package final class SharedPlan: Hashable, Sendable {
  package let name: String
  package let plan: Plan
  /// The types of its columns, found once.
  package let types: [ColumnType]
  package init(name: String, plan: Plan) {
    self.name = name
    self.plan = plan
    types = plan.types
  }

  package static func == (a: SharedPlan, b: SharedPlan) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// WITH RECURSIVE.
package struct Recursive: Sendable {
  /// What ``Plan/workingTable(_:types:)`` refers to.
  package var number: Int
  package var first: Plan
  package var next: Plan
  /// UNION ALL; else rows that came before are dropped.
  package var keepsDuplicates: Bool

  package init(number: Int, first: Plan, next: Plan, keepsDuplicates: Bool) {
    self.number = number
    self.first = first
    self.next = next
    self.keepsDuplicates = keepsDuplicates
  }
}
