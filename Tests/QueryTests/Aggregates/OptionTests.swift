import Query
import Tables
import Testing

/// Options that do not make sense, with whole messages, and published values.
@Suite struct OptionTests {
  private typealias At = TestRows.At

  private func error(_ call: AggregateCall) -> String {
    do {
      try AggregateCatalogue.check(call)
      return "none"
    } catch { return "\(error)" }
  }

  @Test func refusals() {
    for (call, message) in [
      (
        call("share_low", [At.condition], options: ["level": .real(95)], at: 8),
        "the level of share_low must lie strictly between 0 and 1 at character 8; "
          + "write level => 0.95"
      ),
      (
        call("mean_low", [At.x], options: ["level": .real(0)], at: 3),
        "the level of mean_low must lie strictly between 0 and 1 at character 3"
      ),
      (
        call("share_low", [At.condition], options: ["method": .text("wald")]),
        "share_low knows no method of that name; methods are wilson, wilson-cc, clopper-pearson, "
          + "jeffreys, agresti-coull, blaker, hypergeometric"
      ),
      (
        call("share_high", [At.condition], options: ["method": .text("blaker")]),
        "share_high with method 'blaker' needs the size of the population; "
          + "write population => and the number of all who were asked"
      ),
      (
        call("share_high", [At.condition], options: ["population": .integer(9)]),
        "share_high takes a population only with method 'hypergeometric' or 'blaker'"
      ),
      (
        call("goal_probability", [At.condition]),
        "goal_probability needs a goal; write goal_probability(condition, goal => 0.7)"
      ),
      (
        call("goal_probability", [At.condition], options: ["goal": .real(70)]),
        "the goal of goal_probability must lie between 0 and 1; write goal => 0.7"
      ),
      (
        call(
          "goal_probability", [At.condition], options: ["goal": .real(0.7), "invited": .integer(0)]),
        "invited of goal_probability must lie between 1 and 1000000"
      ),
      (
        call("percentile_cont", [At.x, At.x], constants: [0: .real(90)], within: true),
        "percentile value is not between 0 and 1; write 0.9"
      ),
      (
        call("trimmed_mean", [At.x], options: ["proportion": .real(0.5)]),
        "the proportion of trimmed_mean must lie from 0 to below 0.5; it is cut off at each end"
      ),
      (
        call("top_box", [At.days], options: ["top": .integer(5)]),
        "the top of top_box must lie between 1 and one less than its scale"
      ),
      (
        call("top_box", [At.days], options: ["scale": .integer(1)]),
        "the scale of top_box must lie between 2 and 1000"
      ),
    ] {
      #expect(error(call) == message)
    }
  }

  private func value(_ call: AggregateCall, _ rows: [[Int: Cell]]) throws -> Cell {
    let partial = PartialAggregation(
      Aggregate(input: TestRows.input, keys: [], sets: [[]], calls: [call]),
      memory: MemoryBudget())
    let rows = rows.map { cells in TestRows.types.indices.map { cells[$0] ?? .null } }
    try partial.add(TestRows.chunk(rows), ordinal: 0)
    return try cells(partial.finished())[0][0]
  }

  @Test func valuesThatAreRefused() {
    func message(_ call: AggregateCall, _ rows: [[Int: Cell]]) -> String {
      do {
        _ = try value(call, rows)
        return "none"
      } catch { return "\(error)" }
    }
    let pair: [Int: Cell] = [At.x: .real(1), At.weight: .real(-1), At.condition: .boolean(true)]
    #expect(
      message(call("weighted_mean", [At.x, At.weight], at: 8), [pair])
        == "weighted_mean needs weights of at least 0 at character 8")
    #expect(
      message(call("effective_n", [At.weight]), [pair])
        == "effective_n needs weights of at least 0")
    #expect(
      message(call("nps", [At.days]), [[At.days: .integer(11)]])
        == "nps needs scores from 0 to 10")
    #expect(
      message(call("top_box", [At.days]), [[At.days: .integer(6)]])
        == "top_box needs scores from 1 to 5; write scale => and the highest score")
    #expect(
      message(call("geometric_mean", [At.x]), [[At.x: .real(0)]])
        == "geometric_mean needs values above 0")
    let goal = call(
      "goal_probability", [At.condition], options: ["goal": .real(0.7), "invited": .integer(1)])
    #expect(
      message(goal, [pair, pair])
        == "goal_probability counts more rows in a group than invited says; "
        + "group the rows, or give the size of the largest group")
    let same: [Int: Cell] = [At.x: .real(1), At.y: .real(2)]
    #expect(
      message(call("theil_sen", [At.y, At.x]), [same, same, same])
        == "theil_sen needs a different second argument in each row of a group; "
        + "take means by it first, in a subquery")
  }

  @Test func survey() throws {
    // Of 20 invited 14 answered, 10 of them positively.
    let answers = (0..<14).map { [At.condition: Cell.boolean($0 < 10)] }
    let goal = call(
      "goal_probability", [At.condition], options: ["goal": .real(0.7), "invited": .integer(20)])
    guard case .real(let chance) = try value(goal, answers) else { throw QueryError("null") }
    #expect((chance * 10_000).rounded() == 7210)
    let scores = [10, 9, 9, 8, 7, 6, 0, 10, 3, 9].map { [At.days: Cell.integer($0)] }
    #expect(try value(call("nps", [At.days]), scores) == .real(20))
    let steps = [5, 4, 4, 3, 2, 1, 5, 3].map { [At.days: Cell.integer($0)] }
    #expect(try value(call("top_box", [At.days]), steps) == .real(0.5))
    #expect(
      try value(call("top_box", [At.days], options: ["top": .integer(1)]), steps) == .real(0.25))
    let weights = [1, 1, 2].map { [At.weight: Cell.real($0)] }
    #expect(try value(call("effective_n", [At.weight]), weights) == .real(16.0 / 6))
    #expect(try value(call("design_effect", [At.weight]), weights) == .real(18.0 / 16))
  }

  @Test func trends() throws {
    // Slopes of all pairs: 1, 1, 1, 1, 1, 1 but for the wild last value.
    let rows = [(1, 1), (3, 3), (2, 2), (4, 4), (5, 50)].map { x, y in
      [At.x: Cell.real(Double(x)), At.y: .real(Double(y))]
    }
    #expect(try value(call("theil_sen", [At.y, At.x]), rows) == .real(1))
    #expect(try value(call("mann_kendall_tau", [At.y, At.x]), rows) == .real(1))
    // The exact probability of a perfect order of five either way: 2 / 5!.
    guard case .real(let p) = try value(call("mann_kendall_p", [At.y, At.x]), rows) else {
      throw QueryError("null")
    }
    #expect(abs(p - 1.0 / 60) < 1e-15)
    #expect(try value(call("theil_sen", [At.y, At.x]), Array(rows.prefix(2))) == .null)
  }
}
