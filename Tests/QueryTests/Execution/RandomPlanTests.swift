import Query
import Tables
import Testing

/// Random plans over random small tables give the rows of the reference, in its order, for any number
/// of threads.
@Suite struct RandomPlanTests {
  @Test(arguments: 0..<16, [false, true])
  func givesTheRowsOfTheReference(block: Int, areKept: Bool) throws {
    for seed in block * 20..<(block + 1) * 20 {
      var plans = RandomPlans(seed: seed)
      plans.areKept = areKept
      let plan = plans.plan(1 + seed % 4)
      #expect(plan.width == plan.types.count)
      let expected = try ReferenceExecutor(scalar: SmallEvaluator.scalar).rows(plan)
      for threads in [1, 2, 5] {
        let found = try rows(plan, threads: threads)
        if found == expected { continue }
        let text = execution(plan).explained(analyzed: false)
        Issue.record("seed \(seed), \(threads) threads: \(found), not \(expected)\n\(text)")
        return
      }
    }
  }
}
