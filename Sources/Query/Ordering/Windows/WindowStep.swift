internal import Tables

/// One window call on its way: computes one partition after the other, on several threads.
protocol WindowStep: Sendable {
  /// Where the values go.
  var column: WindowColumn { get }
  /// Writes the values of a partition's rows.
  func evaluate(_ partition: WindowPartition, _ scratch: WindowScratch) throws
}

/// Chooses how to compute a call.
enum WindowSteps {
  static func step(for call: WindowCall, _ input: WindowInput) throws -> any WindowStep {
    switch call.function {
    case .ranking(let name, let arguments, let type):
      switch name {
      case "lag", "lead":
        return try WindowShift(isLead: name == "lead", arguments, type, input)
      case "first_value", "last_value", "nth_value":
        return try WindowPick(name, arguments, type, call, input)
      case "ntile": return try WindowTile(arguments, at: call.at, input)
      default: return try WindowRank(name, at: call.at, input)
      }
    case .aggregate(let aggregate):
      let name = aggregate.signature.name
      let parameters = aggregate.signature.parameters
      switch (name, parameters.first, aggregate.type) {
      case ("count", _, .integer) where parameters.count < 2,
        ("sum", .integer, .integer), ("sum", .real, .real), ("avg", .integer, .real),
        ("avg", .real, .real), ("sum", .integer, .numeric), ("avg", .integer, .numeric),
        ("sum", .numeric, .numeric), ("avg", .numeric, .numeric):
        return try WindowSum(aggregate, call, input)
      case ("min", let type?, _), ("max", let type?, _):
        guard type == aggregate.type, parameters.count == 1 else { break }
        return try WindowExtreme(aggregate, call, input)
      default: break
      }
      return try WindowAggregation(aggregate, call, input)
    }
  }
}

/// Which rows an aggregate counts: those that its FILTER takes.
struct WindowFilter: Sendable {
  private let column: JoinedColumn?

  init(_ call: AggregateCall, _ input: WindowInput) throws {
    column = try call.filter.map { try input.column($0) }
  }

  @inline(__always)
  func takes(_ row: Int) -> Bool {
    guard let column else { return true }
    guard case .boolean(let values) = column.vector.storage else { return false }
    return values[row] && !column.vector.isNull(row)
  }
}
