public import Labels

/// Why two results are not compared.
public enum NotCompared: Hashable, Sendable {
  /// The results are of different surveys, or of waves that the survey does not list.
  case differentSurveys
  /// The wave to compare with is not earlier.
  case notEarlier
  /// The series breaks at a wave.
  case broken(wave: Label, reason: Label)
  /// No document has one of the waves.
  case invented(wave: Label)
  /// The answers are made up to agree with what a document states, so a change is not theirs to show.
  case reconstructed
  /// One of the instruments lacks the question.
  case notAsked(in: Label)
  /// Nobody answered the question in a wave.
  case nobodyAnswered(in: Label)
  /// The scale names no positive answer.
  case noPositiveAnswer
  /// What was answered in one of the waves is not shown.
  case withheld

  /// The reason in words, without a full stop.
  public var reason: Label {
    switch self {
    case .differentSurveys:
      Label("resultaten hör till olika enkäter", "the results belong to different surveys")
    case .notEarlier:
      Label(
        "den andra omgången ligger inte före", "the wave to compare with does not come before")
    case .broken(let wave, let reason):
      Label(
        "serien bryts vid \(wave.swedish): \(reason.swedish)",
        "the series breaks at \(wave.english): \(reason.english)")
    case .invented(let wave):
      Label("\(wave.swedish) är ett påhittat exempel", "\(wave.english) is an invented example")
    case .reconstructed:
      Label("svaren är ett rekonstruerat exempel", "the answers are a reconstructed example")
    case .notAsked(let wave):
      Label(
        "frågan fanns inte med i \(wave.swedish)", "the question was not asked in \(wave.english)")
    case .nobodyAnswered(let wave):
      Label(
        "ingen svarade på frågan i \(wave.swedish)",
        "nobody answered the question in \(wave.english)")
    case .noPositiveAnswer:
      Label("skalan har inget positivt svar", "the scale has no positive answer")
    case .withheld: Label("svaren visas inte", "the answers are not shown")
    }
  }
}
