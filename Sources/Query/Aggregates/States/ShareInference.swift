internal import Statistics
internal import Tables

/// Ends of intervals for a share, and the chance that it reaches a goal.
struct ShareInference {
  private enum Method: String, CaseIterable {
    case wilson
    case wilsonCorrected = "wilson-cc"
    case clopperPearson = "clopper-pearson"
    case jeffreys
    case agrestiCoull = "agresti-coull"
    case blaker
    case hypergeometric
  }

  private enum Question {
    case end(isUpper: Bool, Method, level: Double, population: Int?)
    case goal(Double, invited: Int?)
  }

  private let call: AggregateCall
  private let question: Question

  /// - Throws: ``QueryError`` for options that do not make sense.
  init(_ call: AggregateCall) throws {
    self.call = call
    let name = call.signature.name
    if name == "goal_probability" {
      guard let goal = call.real("goal") else {
        throw call.error(
          "goal_probability needs a goal", hint: "write goal_probability(condition, goal => 0.7)")
      }
      guard goal >= 0, goal <= 1 else {
        throw call.error(
          "the goal of goal_probability must lie between 0 and 1",
          hint: goal > 1 && goal <= 100 ? "write goal => \(goal / 100)" : nil)
      }
      let invited = call.integer("invited")
      if let invited { try Self.check(invited, "invited", call) }
      question = .goal(goal, invited: invited)
      return
    }
    let level = try AggregateOptions.level(call)
    let given = call.text("method") ?? Method.wilson.rawValue
    guard let method = Method(rawValue: given) else {
      throw call.error(
        "\(name) knows no method of that name",
        hint: "methods are " + Method.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let population = call.integer("population")
    if let population { try Self.check(population, "population", call) }
    switch method {
    case .blaker, .hypergeometric:
      guard population != nil else {
        throw call.error(
          "\(name) with method '\(given)' needs the size of the population",
          hint: "write population => and the number of all who were asked")
      }
    default:
      guard population == nil else {
        throw call.error(
          "\(name) takes a population only with method 'hypergeometric' or 'blaker'")
      }
    }
    question = .end(
      isUpper: name == "share_high", method, level: level, population: population)
  }

  private static func check(_ size: Int, _ option: String, _ call: AggregateCall) throws {
    guard size >= 1, size <= NearCensus.limit else {
      throw call.error(
        "\(option) of \(call.signature.name) must lie between 1 and \(NearCensus.limit)")
    }
  }

  /// The value for some rows; `nil` for none.
  func value(rows: Int, positive: Int) throws -> Double? {
    do {
      switch question {
      case .goal(let goal, nil):
        guard rows > 0 else { return nil }
        // Without a number of invited there is no limit of rows for the posterior.
        guard rows <= NearCensus.limit else {
          throw call.error(
            "goal_probability takes at most \(NearCensus.limit) rows in a group")
        }
        return try NearCensus(invited: rows, answered: rows, positive: positive)
          .posteriorProbability(atLeast: goal)
      case .goal(let goal, let invited?):
        guard rows > 0 else { return nil }
        try check(rows, within: invited, "invited")
        return try NearCensus(invited: invited, answered: rows, positive: positive)
          .goalProbability(atLeast: goal)
      case .end(let isUpper, let method, let level, let population):
        guard rows > 0 else { return nil }
        let interval = try interval(method, rows, positive, level, population)
        return isUpper ? interval.upper : interval.lower
      }
    } catch let error as StatisticsError {
      throw call.error("\(call.signature.name): \(error)")
    }
  }

  private func check(_ rows: Int, within size: Int, _ option: String) throws {
    guard rows <= size else {
      throw call.error(
        "\(call.signature.name) counts more rows in a group than \(option) says",
        hint: "group the rows, or give the size of the largest group")
    }
  }

  private func interval(
    _ method: Method, _ rows: Int, _ positive: Int, _ level: Double, _ population: Int?
  ) throws -> Statistics.Interval {
    switch method {
    case .wilson:
      return try ProportionInterval.wilson(
        successes: positive, trials: rows, confidence: level)
    case .wilsonCorrected:
      return try ProportionInterval.wilson(
        successes: positive, trials: rows, confidence: level, continuityCorrected: true)
    case .clopperPearson:
      return try ProportionInterval.clopperPearson(
        successes: positive, trials: rows, confidence: level)
    case .jeffreys:
      return try ProportionInterval.jeffreys(
        successes: positive, trials: rows, confidence: level)
    case .agrestiCoull:
      return try ProportionInterval.agrestiCoull(
        successes: positive, trials: rows, confidence: level)
    case .blaker, .hypergeometric:
      let population = population ?? rows
      try check(rows, within: population, "population")
      return try NearCensus(invited: population, answered: rows, positive: positive)
        .interval(confidence: level, method: method == .blaker ? .blaker : .central).shares
    }
  }
}
