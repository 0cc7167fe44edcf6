internal import Tables

/// Which state a call needs. Calls over the same rows and columns share one: whatever in a call changes what
/// is remembered, not only what is made of it in the end, must be part of the key.
struct StateKey: Hashable {
  enum Kind: Hashable {
    case count, truth, bits, values, pairs, weightedPairs, pairLog, first
    case integers(hasSquares: Bool)
    case reals(hasSquares: Bool)
    case decimals(hasSquares: Bool)
    case weights
    case extreme(isMax: Bool)
    case scores(AggregateCall)
    case texts(AggregateCall)
    case distinct
  }

  var kind: Kind
  /// The columns that rows give.
  var arguments: [Int]
  var filter: Int?

  init(_ call: AggregateCall, types: [ColumnType]) throws {
    filter = call.filter
    arguments = call.arguments.indices.filter { !call.signature.constants.contains($0) }
      .map { call.arguments[$0] }
    kind = try Self.kind(call, types: types)
  }

  private static func kind(_ call: AggregateCall, types: [ColumnType]) throws -> Kind {
    let name = call.signature.name
    // Where the same value twice changes nothing, DISTINCT is nothing to do.
    switch name {
    case "min", "max": return .extreme(isMax: name == "max")
    case "bool_and", "bool_or", "every": return .truth
    case "bit_and", "bit_or": return .bits
    case "any_value": return .first
    default: if call.isDistinct { return .distinct }
    }
    let isInteger = call.arguments.first.map { types[$0] == .integer } ?? false
    let isDecimal = call.arguments.first.map { types[$0] == .numeric } ?? false
    switch name {
    case "count": return .count
    case "sum", "avg":
      if isDecimal { return .decimals(hasSquares: false) }
      return isInteger ? .integers(hasSquares: false) : .reals(hasSquares: false)
    case "variance", "var_samp", "var_pop", "stddev", "stddev_samp", "stddev_pop":
      if isDecimal { return .decimals(hasSquares: true) }
      return isInteger ? .integers(hasSquares: true) : .reals(hasSquares: true)
    case "effective_n", "design_effect": return .weights
    case "share", "share_low", "share_high", "goal_probability": return .truth
    case "nps", "top_box":
      var plain = call
      (plain.at, plain.filter) = (0, nil)
      return .scores(plain)
    case "weighted_mean", "weighted_share": return .weightedPairs
    case "theil_sen", "mann_kendall_p", "mann_kendall_tau": return .pairLog
    case "string_agg": return .texts(call)
    case "median", "percentile_cont", "percentile_disc", "mode", "mad", "geometric_mean",
      "trimmed_mean", "mean_low", "mean_high":
      return .values
    case "covar_pop", "covar_samp", "corr": return .pairs
    default:
      if name.hasPrefix("regr_") { return .pairs }
      throw call.error("aggregate \(name) is not computed")
    }
  }

  /// The key of a state that answers for this one too: that with squares.
  var wider: StateKey {
    var key = self
    switch kind {
    case .integers: key.kind = .integers(hasSquares: true)
    case .reals: key.kind = .reals(hasSquares: true)
    case .decimals: key.kind = .decimals(hasSquares: true)
    default: break
    }
    return key
  }
}

extension AggregateCall {
  /// Whether its state can take a row that stands for several equal ones.
  func takesCopies(types: [ColumnType]) -> Bool {
    switch (try? StateKey(self, types: types))?.kind {
    case .count, .truth, .bits, .values, .first, .integers, .reals, .decimals, .extreme, .scores,
      .weights,
      .distinct:
      true
    case .pairs, .weightedPairs, .pairLog, .texts, nil: false
    }
  }
}

enum AggregateStates {
  /// The state of one call.
  ///
  /// - Throws: ``QueryError`` for options that do not make sense.
  static func state(
    _ call: AggregateCall, types: [ColumnType], memory: MemoryBudget
  ) throws -> any AggregateState {
    try state(StateKey(call, types: types), call, types: types, memory: memory)
  }

  /// The state that a key stands for; `call` is the first of those that share it.
  static func state(
    _ key: StateKey, _ call: AggregateCall, types: [ColumnType], memory: MemoryBudget
  ) throws -> any AggregateState {
    let arguments = key.arguments
    switch key.kind {
    case .count: return CountState()
    case .truth: return TruthState(argument: arguments[0])
    case .bits: return BitState(argument: arguments[0])
    case .values: return ValuesState(argument: arguments[0], type: types[arguments[0]])
    case .pairs: return PairMoments(first: arguments[0], second: arguments[1])
    case .weightedPairs:
      return PairMoments(
        first: arguments[0], second: arguments[1], refusingNegative: negativeWeight(call))
    case .pairLog: return PairTrendState(first: arguments[0], second: arguments[1])
    case .first: return CellState(argument: arguments[0], type: types[arguments[0]], choice: .first)
    case .integers(let hasSquares):
      return IntegerMoments(argument: arguments[0], hasSquares: hasSquares)
    case .reals(let hasSquares):
      return RealMoments(argument: arguments[0], hasSquares: hasSquares)
    case .decimals(let hasSquares):
      return DecimalMoments(argument: arguments[0], hasSquares: hasSquares)
    case .weights:
      return RealMoments(
        argument: arguments[0], hasSquares: true, refusingNegative: negativeWeight(call))
    case .extreme(let isMax):
      switch types[arguments[0]] {
      case .text: return TextExtremeState(argument: arguments[0], isMax: isMax)
      case .interval, .numeric:
        return CellState(
          argument: arguments[0], type: types[arguments[0]], choice: isMax ? .largest : .least)
      default: return ExtremeState(argument: arguments[0], isMax: isMax)
      }
    case .scores:
      return ScoreState(argument: arguments[0], scale: try ScoreState.Scale(call))
    case .texts: return StringAggregationState(call, types: types)
    case .distinct: return DistinctState(call, types: types, memory: memory)
    }
  }

  private static func negativeWeight(_ call: AggregateCall) -> QueryError {
    call.error("\(call.signature.name) needs weights of at least 0")
  }
}
