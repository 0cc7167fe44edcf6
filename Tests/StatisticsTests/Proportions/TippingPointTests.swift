import Statistics
import Testing

@Suite("Near-census: what the missing answers decide")
struct TippingPointTests {
  /// Every possible number of positive people among the missing, in whole numbers of a goal in per
  /// cent.
  @Test("agrees with trying every missing answer")
  func enumeration() throws {
    for invited in 1...9 {
      for answered in 0...invited {
        for positive in 0...answered {
          let census = try NearCensus(invited: invited, answered: answered, positive: positive)
          for goal in [0, 7, 50, 60, 75, 90, 100] {
            let enough = (0...(invited - answered)).filter {
              (positive + $0) * 100 >= goal * invited
            }
            let expected: TippingPoint =
              switch enough.first {
              case nil: .outOfReach
              case 0: .reached
              case .some(let count): .needs(count)
              }
            let point = try census.tippingPoint(atLeast: Double(goal) / 100)
            #expect(point == expected)
            let probability = try census.goalProbability(atLeast: Double(goal) / 100)
            #expect((probability == 1) == (point == .reached))
            #expect((probability == 0) == (point == .outOfReach))
          }
        }
      }
    }
  }

  /// Issue 10, section 3: "the goal is met if at least 3 of the 5 who have not answered are positive":
  /// 11 of 15 positive, 20 asked, a goal of 70 % is 14 of 20.
  @Test func example() throws {
    let census = try NearCensus(invited: 20, answered: 15, positive: 11)
    #expect(try census.tippingPoint(atLeast: 0.7) == .needs(3))
    Refusal("a goal share must lie between 0 and 1; 70 was given, did you mean 0.7?") {
      try census.tippingPoint(atLeast: 70)
    }.verify()
  }
}
