internal import Indicators
internal import Labels
internal import Statistics

/// How sure it is that a goal is reached among all who were asked, in words.
///
/// "Säkert" follows from the answers that are there, whatever the others think; the rest from the
/// probability that the goal holds (``Assessment/goalProbability``), which assumes that those who did
/// not answer are like those who did.
enum GoalCertainty: String, Hashable, Sendable, CaseIterable {
  /// Reached whatever those who did not answer think.
  case certain
  /// At least 90 %.
  case likely
  /// From 50 to 90 %.
  case possible
  /// From 10 to 50 %.
  case doubtful
  /// Below 10 %.
  case unlikely
  /// Missed whatever those who did not answer think.
  case excluded

  /// `nil` where no survey decides the goal.
  init?(_ assessment: Assessment) {
    guard let probability = assessment.goalProbability, let target = assessment.goal.target
    else { return nil }
    switch assessment.certainty {
    case .survey(let base):
      guard let census = base.nearCensus else { return nil }
      self.init(probability: probability, point: try? census.tippingPoint(atLeast: target / 100))
    case .surveyMean(let mean):
      // 0 and 1 are what no answer that is missing can change, or so far out that it makes no difference.
      let isSettled = mean.bounds != nil && (probability == 0 || probability == 1)
      self.init(
        probability: probability,
        point: isSettled ? probability == 1 ? .reached : .outOfReach : nil)
    default: return nil
    }
  }

  init(probability: Double, point: TippingPoint?) {
    switch point {
    case .reached?: self = .certain
    case .outOfReach?: self = .excluded
    default:
      switch probability {
      case 0.9...: self = .likely
      case 0.5..<0.9: self = .possible
      case 0.1..<0.5: self = .doubtful
      default: self = .unlikely
      }
    }
  }

  /// Where the words change.
  static let borders = [0.9, 0.5, 0.1]

  /// A probability with as many decimals as it takes to stand on the side of a border that its word
  /// does: 0.897 is no "0.90".
  static func fact(_ probability: Double) -> Fact {
    let near = borders.first { abs($0 - probability) < 0.01 }
    return Fact(
      .probability(probability), precision: near.map { .apart(upTo: 2, from: $0) } ?? .natural)
  }

  /// The words.
  var label: Label {
    switch self {
    case .certain: Label("säkert nått", "certainly reached")
    case .likely: Label("troligen nått", "probably reached")
    case .possible: Label("kan vara nått", "may be reached")
    case .doubtful: Label("tveksamt om nått", "doubtful")
    case .unlikely: Label("troligen inte nått", "probably not reached")
    case .excluded: Label("säkert inte nått", "certainly not reached")
    }
  }
}
