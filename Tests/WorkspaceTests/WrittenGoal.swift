import Indicators

/// A goal as it is written in a definition, and what follows from it.
struct WrittenGoal: Sendable {
  let text: String
  let indicator: String
  let direction: Indicators.Direction
  let target: Double
  let figure: Double

  init(
    _ text: String, _ indicator: String, _ direction: Indicators.Direction, _ target: Double,
    _ figure: Double
  ) {
    (self.text, self.indicator, self.direction) = (text, indicator, direction)
    (self.target, self.figure) = (target, figure)
  }

  /// Whether its figure reaches its target.
  var isMet: Bool { direction == .atLeast ? figure >= target : figure <= target }
}
