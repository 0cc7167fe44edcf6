internal import Disclosure
internal import Surveys

/// What is published of a question in a wave, and what of it has to be withheld.
protocol SurveyCells {
  /// Decides; with `audits`, also what readers can find out about each withheld cell.
  func decided(audits: Bool) -> PublicationSet<AnswerCell>.Decision
}

extension AnswerCell {
  /// Stands for the answer of a cell that holds the figures of all who answered: mean, median, quartiles.
  package static let figures = "figures"
}
