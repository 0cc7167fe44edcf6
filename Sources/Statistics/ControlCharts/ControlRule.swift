/// A rule by which a point of a control chart is a signal of a special cause.
public enum ControlRule: String, Hashable, Sendable, CaseIterable {
  /// A point beyond the limits, three standard deviations from the centre. It is also the first
  /// rule of Western Electric.
  case beyondLimits

  /// The last of two among three points in a row that lie beyond two standard deviations on one
  /// side: the second rule of Western Electric.
  case twoOfThree

  /// The last of four among five points in a row that lie beyond one standard deviation on one
  /// side: the third rule of Western Electric.
  case fourOfFive

  /// The eighth and each later point in a row on one side of the centre: the fourth rule of
  /// Western Electric.
  case eightInARow

  /// A point of a run longer than Anhøj's limit, see ``RunAnalysis/longestRunLimit``.
  case longRun

  /// The points since the last crossing in a phase with fewer crossings than Anhøj's limit, see
  /// ``RunAnalysis/crossingsLimit``.
  case fewCrossings

  /// The limits with the two rules for runs of Anhøj.
  public static let anhoej: Set<ControlRule> = [.beyondLimits, .longRun, .fewCrossings]

  /// The four rules of the Western Electric Company 1956, Statistical Quality Control Handbook.
  public static let westernElectric: Set<ControlRule> = [
    .beyondLimits, .twoOfThree, .fourOfFive, .eightInARow,
  ]
}

extension ControlRule {
  /// The signals of one phase: for each point the rules that it breaks. The distances are those
  /// from the centre, in standard deviations.
  ///
  /// A distance within a billionth of another counts as equal to it, so that rounding never decides
  /// about a value that lies on a line.
  static func signals(
    _ rules: Set<ControlRule>, distances: [Double], runs: RunAnalysis?
  ) -> [Set<ControlRule>] {
    var signals = [Set<ControlRule>](repeating: [], count: distances.count)
    let sides = distances.map { Side(distance: $0) }
    for index in distances.indices {
      let distance = distances[index]
      if abs(distance) > 3 + Side.tolerance { signals[index].insert(.beyondLimits) }
      if isPattern(distances, at: index, of: 3, needs: 2, beyond: 2) {
        signals[index].insert(.twoOfThree)
      }
      if isPattern(distances, at: index, of: 5, needs: 4, beyond: 1) {
        signals[index].insert(.fourOfFive)
      }
      if isPattern(distances, at: index, of: 8, needs: 8, beyond: 0) {
        signals[index].insert(.eightInARow)
      }
    }
    if let runs {
      for index in RunAnalysis.longRuns(sides, longerThan: runs.longestRunLimit) {
        signals[index].insert(.longRun)
      }
      if runs.hasFewCrossings, let last = sides.last(where: { $0 != nil }), let last {
        for index in sides.indices.reversed() {
          guard let side = sides[index] else { continue }
          guard side == last else { break }
          signals[index].insert(.fewCrossings)
        }
      }
    }
    return signals.map { $0.intersection(rules) }
  }

  /// Whether a point lies beyond a distance, and with the points before it so many do on its side.
  private static func isPattern(
    _ distances: [Double], at index: Int, of length: Int, needs needed: Int, beyond: Double
  ) -> Bool {
    let sign: Double = distances[index] < 0 ? -1 : 1
    let bound = beyond + Side.tolerance
    guard sign * distances[index] > bound else { return false }
    let window = distances[max(0, index - length + 1)...index]
    return window.count { sign * $0 > bound } >= needed
  }
}
