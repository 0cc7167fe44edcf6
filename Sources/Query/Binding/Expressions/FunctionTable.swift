internal import Tables

/// The functions by name.
enum FunctionTable {
  static let scalars = Dictionary(grouping: ScalarCatalogue.signatures, by: \.name)
  static let aggregates = Dictionary(grouping: AggregateCatalogue.signatures, by: \.name)
  static let rankings: Set<String> = [
    "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead",
    "first_value", "last_value", "nth_value",
  ]

  /// Names of functions for suggestions; operators are left out.
  static var names: [String] {
    (Array(scalars.keys) + Array(aggregates.keys) + Array(rankings))
      .filter { $0.first?.isLowercase == true }.sorted()
  }

  enum Choice: Equatable {
    case none
    case several
    case one(Int)
  }

  /// The overload for arguments, as PostgreSQL chooses: exact types first, then fewest conversions,
  /// then preferred types. `nil` stands for a text or NULL without a type.
  static func choice(
    _ overloads: [(parameters: [ColumnType], isVariadic: Bool)], for arguments: [ColumnType?]
  ) -> Choice {
    var fitting = overloads.indices.filter { index in
      let (parameters, isVariadic) = overloads[index]
      let fits =
        isVariadic ? arguments.count >= parameters.count : arguments.count == parameters.count
      return fits
        && arguments.enumerated().allSatisfy { place, type in
          type.map { $0.becomes(parameter(overloads[index].parameters, place)) } ?? true
        }
    }
    func keep(_ score: (Int) -> Int) {
      let scores = fitting.map(score)
      guard let best = scores.max() else { return }
      fitting = zip(fitting, scores).filter { $0.1 == best }.map(\.0)
    }
    // An operand without a type is first taken to have that of the other.
    if arguments.count == 2, arguments.contains(nil), let known = arguments.compactMap({ $0 }).first
    {
      let same = fitting.filter { overloads[$0].parameters == [known, known] }
      if let first = same.first { return .one(first) }
    }
    keep { index in
      arguments.enumerated().filter { place, type in
        type == parameter(overloads[index].parameters, place)
      }.count
    }
    keep { index in
      arguments.enumerated().filter { place, type in
        let wanted = parameter(overloads[index].parameters, place)
        return type == wanted || (type != nil && wanted.isPreferred)
      }.count
    }
    guard fitting.count > 1 else { return fitting.first.map { .one($0) } ?? .none }
    for place in arguments.indices where arguments[place] == nil {
      let texts = fitting.filter { parameter(overloads[$0].parameters, place) == .text }
      if !texts.isEmpty { fitting = texts }
    }
    // abs(NULL): numbers only, so the type that all numbers become.
    for place in arguments.indices where arguments[place] == nil {
      let types = Set(fitting.map { parameter(overloads[$0].parameters, place) })
      if types.isSubset(of: [.integer, .numeric, .real]) || types == [.date, .timestamp] {
        keep { index in
          parameter(overloads[index].parameters, place).isPreferred ? 1 : 0
        }
      }
    }
    if fitting.count == 1 { return .one(fitting[0]) }
    return arguments.allSatisfy { $0 == nil } ? .several : .one(fitting[0])
  }

  /// The overload for operands. A column without a value is whatever is asked for, a number before all.
  static func choice(
    _ overloads: [(parameters: [ColumnType], isVariadic: Bool)], of operands: [BoundExpression]
  ) -> Choice {
    let types = operands.map { $0.isUnknown ? nil : $0.type }
    let found = choice(overloads, for: types)
    guard found == .several, operands.contains(where: \.holdsNothing) else { return found }
    for type in [ColumnType.integer, .real, .timestamp, .text] {
      let filled = zip(operands, types).map { $0.holdsNothing ? type : $1 }
      let choice = choice(overloads, for: filled)
      if case .one = choice { return choice }
    }
    return found
  }

  /// The type of a parameter; the last one of a variadic function stands for all that follow.
  static func parameter(_ parameters: [ColumnType], _ place: Int) -> ColumnType {
    place < parameters.count ? parameters[place] : parameters.last ?? .text
  }
}
