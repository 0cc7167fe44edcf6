internal import Tables

/// SUMMARIZE: what is known about each column of a query, as one aggregate over it.
///
/// Rows that are not null, distinct values and extremes of every column; mean, standard deviation
/// and quartiles of numbers. Quartiles are those of `percentile_cont`.
struct ColumnSummary {
  static let columns = [
    QueryColumn("column", .text), QueryColumn("type", .text), QueryColumn("rows", .integer),
    QueryColumn("nulls", .integer), QueryColumn("distinct", .integer), QueryColumn("min", .text),
    QueryColumn("max", .text), QueryColumn("mean", .real), QueryColumn("sd", .real),
    QueryColumn("q25", .real), QueryColumn("median", .real), QueryColumn("q75", .real),
  ]

  /// The query whose only row holds all figures.
  let query: BoundQuery
  private let source: BoundQuery
  /// The figures of each column in the row: its place among them by the name of the figure.
  private let places: [[String: Int]]

  init(_ source: BoundQuery) {
    self.source = source
    let types = source.plan.types
    // Numbers stand a second time, as reals, which quartiles are made of; then the fractions.
    var expressions = types.enumerated().map { Expression.column($0.offset, $0.element) }
    var reals: [Int: Int] = [:]
    for (column, type) in types.enumerated() where type == .integer || type == .real {
      reals[column] = expressions.count
      expressions.append(
        type == .real
          ? .column(column, type) : .cast(.column(column, type), .real, nil, at: 0))
    }
    let fractions: [(String, Double)] = [("q25", 0.25), ("median", 0.5), ("q75", 0.75)]
    let firstFraction = expressions.count
    for (_, fraction) in fractions { expressions.append(.literal(.real(fraction), .real)) }

    var calls: [AggregateCall] = []
    var places = types.map { _ in [String: Int]() }
    func add(
      _ figure: String, of column: Int, _ name: String, _ parameters: [ColumnType],
      _ arguments: [Int], constants: [Int: Cell] = [:], isDistinct: Bool = false
    ) {
      guard let signature = AggregateSignature.named(name, parameters) else { return }
      places[column][figure] = calls.count
      calls.append(
        AggregateCall(
          signature, arguments: arguments, constants: constants, isDistinct: isDistinct,
          options: signature.standardOptions))
    }
    for (column, type) in types.enumerated() {
      add("rows", of: column, "count", [], [])
      add("filled", of: column, "count", [type], [column])
      add("distinct", of: column, "count", [type], [column], isDistinct: true)
      add("min", of: column, "min", [type], [column])
      add("max", of: column, "max", [type], [column])
      guard let real = reals[column] else { continue }
      add("mean", of: column, "avg", [.real], [real])
      add("sd", of: column, "stddev_samp", [.real], [real])
      for (index, (figure, fraction)) in fractions.enumerated() {
        add(
          figure, of: column, "percentile_cont", [.real, .real], [firstFraction + index, real],
          constants: [0: .real(fraction)])
      }
    }
    self.places = places
    query = BoundQuery(
      plan: .aggregate(
        Aggregate(
          input: .project(source.plan, expressions), keys: [], sets: [[]], calls: calls)),
      names: calls.map(\.signature.name))
  }

  /// A row a column, from the only row of ``query``.
  func rows(_ cells: [Cell]) -> [[Cell]] {
    zip(source.names, source.plan.types).enumerated().map { column, field in
      func figure(_ name: String) -> Cell {
        guard let place = places[column][name], place < cells.count else { return .null }
        return cells[place]
      }
      func number(_ name: String) -> Int64 {
        if case .integer(let value) = figure(name) { value } else { 0 }
      }
      /// A value as text; NULL stays NULL.
      func written(_ name: String) -> Cell { figure(name).written.map { .text($0) } ?? .null }
      return [
        .text(field.0), .text(field.1.rawValue), figure("rows"),
        .integer(number("rows") - number("filled")), figure("distinct"),
        written("min"), written("max"), figure("mean"), figure("sd"), figure("q25"),
        figure("median"), figure("q75"),
      ]
    }
  }
}
