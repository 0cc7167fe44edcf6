internal import Diagnostics
internal import Tables

/// The plan of an ``Aggregation`` over a table: a scan of the columns that it names, its conditions,
/// one aggregate.
struct AggregationPlan {
  let plan: Plan
  /// A name a column of the result.
  let names: [String]
  /// The key columns of all groupings, each once.
  let keys: [String]
  /// For each grouping the places of its keys among ``keys``.
  let sets: [[Int]]

  init(_ aggregation: Aggregation, _ source: any ChunkSource) throws(QueryError) {
    var columns = Columns(source)
    var keys: [String] = []
    for key in aggregation.groupings.joined() where !keys.contains(key) { keys.append(key) }
    for key in keys { _ = try columns.place(of: key) }
    self.keys = keys
    sets = aggregation.groupings.map { grouping in
      grouping.compactMap { keys.firstIndex(of: $0) }
    }

    var calls: [AggregateCall] = []
    for figure in aggregation.figures { calls.append(try columns.call(figure)) }
    for name in ["min", "max"] where source.schema.position(of: Aggregation.lineColumn) != nil {
      calls.append(try columns.call(name, of: Aggregation.lineColumn))
    }
    let condition = try aggregation.condition.map { (condition) throws(QueryError) in
      try columns.expression(condition)
    }
    var input = Plan.scan(columns.scan)
    if let condition { input = .filter(input, condition) }
    if !columns.computed.isEmpty {
      // Scanned columns keep their places; what is computed stands behind them.
      input = .project(input, columns.scanned + columns.computed)
    }
    let shift = columns.scanned.count
    plan = .aggregate(
      Aggregate(
        input: input, keys: Array(keys.indices), sets: sets,
        calls: calls.map { call in
          var call = call
          call.filter = call.filter.map { $0 + shift }
          // A constant stands among the computed columns, too.
          for place in call.constants.keys { call.arguments[place] += shift }
          return call
        }))
    names =
      keys + (sets.count > 1 ? ["grouping"] : []) + calls.map(\.signature.name)
  }

  /// The columns that the parts of an aggregation ask for, each scanned once.
  private struct Columns {
    private let source: any ChunkSource
    private var places: [String: Int] = [:]
    private var positions: [Int] = []
    private(set) var scanned: [Expression] = []
    /// Conditions of figures and constants.
    private(set) var computed: [Expression] = []

    init(_ source: any ChunkSource) { self.source = source }

    var scan: Scan { Scan(name: "rows", source: source, columns: positions) }

    mutating func place(of name: String) throws(QueryError) -> Int {
      if let place = places[name] { return place }
      guard let position = source.schema.position(of: name) else {
        throw QueryError(
          "column \"\(name)\" does not exist",
          hint: nearest(to: name, in: source.schema.names))
      }
      places[name] = scanned.count
      positions.append(position)
      scanned.append(.column(scanned.count, source.schema.fields[position].type))
      return scanned.count - 1
    }

    mutating func column(_ name: String) throws(QueryError) -> Expression {
      scanned[try place(of: name)]
    }

    mutating func expression(
      _ condition: Aggregation.RowCondition
    ) throws(QueryError) -> Expression {
      switch condition {
      case .isTrue(let name):
        let column = try column(name)
        guard column.type == .boolean else {
          throw QueryError("column \"\(name)\" holds no truth values")
        }
        return column
      case .equals(let name, let value):
        let column = try column(name)
        return .isIn(column, [try Self.literal(value, for: column, name)], negated: false)
      case .areKnown(let names):
        var known: [Expression] = []
        for name in names { known.append(.isNull(try column(name), negated: true)) }
        return .and(known)
      case .all(let conditions):
        var parts: [Expression] = []
        for condition in conditions { parts.append(try expression(condition)) }
        return .and(parts)
      }
    }

    /// A value as one of a column's type.
    private static func literal(
      _ value: Cell, for column: Expression, _ name: String
    ) throws(QueryError) -> Expression {
      switch (value, column.type) {
      case (.text, .text), (.integer, .integer), (.boolean, .boolean), (.date, .date):
        return .literal(value, column.type)
      case (.integer(let number), .real): return .literal(.real(Double(number)), .real)
      default:
        throw QueryError("column \"\(name)\" of type \(column.type.rawValue) is never \(value)")
      }
    }

    /// The places of filters and constants count within ``computed``.
    mutating func call(_ figure: Aggregation.Figure) throws(QueryError) -> AggregateCall {
      switch figure {
      case .count(let condition):
        guard let signature = AggregateSignature.named("count", []) else {
          throw QueryError("count(*) is not known")
        }
        var call = AggregateCall(signature, arguments: [])
        if let condition {
          call.filter = computed.count
          computed.append(try expression(condition))
        }
        return call
      case .sum(let name): return try call("sum", of: name)
      case .mean(let name): return try call("avg", of: name)
      case .median(let name): return try call("median", of: name)
      case .largest(let name): return try call("max", of: name)
      case .quantile(let fraction, let name):
        let type = try column(name).type
        guard let signature = AggregateSignature.named("percentile_cont", [.real, type]) else {
          throw QueryError("column \"\(name)\" has no quantiles")
        }
        computed.append(.literal(.real(fraction), .real))
        return AggregateCall(
          signature, arguments: [computed.count - 1, try place(of: name)],
          constants: [0: .real(fraction)])
      }
    }

    /// A call of one column.
    mutating func call(_ name: String, of column: String) throws(QueryError) -> AggregateCall {
      let type = try self.column(column).type
      guard let signature = AggregateSignature.named(name, [type]) else {
        throw QueryError("\(name) does not take column \"\(column)\" of type \(type.rawValue)")
      }
      return AggregateCall(
        signature, arguments: [try place(of: column)], options: signature.standardOptions)
    }
  }
}

extension AggregateSignature {
  /// The aggregate of a name for exactly these types.
  static func named(_ name: String, _ parameters: [ColumnType]) -> AggregateSignature? {
    AggregateCatalogue.signatures.first { $0.name == name && $0.parameters == parameters }
  }

  /// The options as they are where none is given.
  var standardOptions: [String: Cell] {
    Dictionary(options.map { ($0.name, $0.standard) }, uniquingKeysWith: { a, _ in a })
  }
}
