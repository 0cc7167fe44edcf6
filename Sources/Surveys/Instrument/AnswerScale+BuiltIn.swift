internal import Labels

extension AnswerScale {
  /// The scales that every survey can name, from the lowest step to the highest and from yes to no.
  ///
  /// Steps are numbers, so that exports of codes and of texts are both understood. Words for "do not know"
  /// are missing, words for "not applicable" are outside of the base.
  package static let builtIn: [String: AnswerScale] = Dictionary(
    uniqueKeysWithValues: [
      steps(
        "agree-5",
        [
          Label("instämmer inte alls", "strongly disagree"),
          Label("instämmer inte", "disagree"),
          Label("varken eller", "neither agree nor disagree"),
          Label("instämmer", "agree"),
          Label("instämmer helt", "strongly agree"),
        ]),
      steps(
        "satisfaction-5",
        [
          Label("mycket missnöjd", "very dissatisfied"), Label("missnöjd", "dissatisfied"),
          Label("varken eller", "neither satisfied nor dissatisfied"),
          Label("nöjd", "satisfied"), Label("mycket nöjd", "very satisfied"),
        ]),
      steps(
        "frequency-5",
        [
          Label("aldrig", "never"), Label("sällan", "rarely"), Label("ibland", "sometimes"),
          Label("ofta", "often"), Label("alltid", "always"),
        ]),
      words(
        "yes-partly-no", [yes, AnswerOption(id: "delvis", label: Label("delvis", "partly")), no]),
      words("yes-no", [yes, no]),
    ].map { ($0.id, $0) })

  private static let yes = AnswerOption(id: "ja", label: Label("ja", "yes"), isPositive: true)
  private static let no = AnswerOption(id: "nej", label: Label("nej", "no"))

  static let usualMissing: Set<String> = [
    "vet ej", "vet inte", "ingen uppfattning", "ingen åsikt", "vill ej svara", "vill inte svara",
    "don't know", "do not know", "no opinion", "prefer not to say",
  ]
  static let usualNotApplicable: Set<String> = [
    "ej aktuellt", "inte aktuellt", "ej tillämpligt", "ej relevant", "not applicable", "n/a",
  ]

  private static func words(_ id: String, _ answers: [AnswerOption]) -> AnswerScale {
    AnswerScale(
      id: id, answers: answers, notApplicable: usualNotApplicable, missing: usualMissing)
  }

  /// Steps from 1 on; the two highest are positive.
  private static func steps(_ id: String, _ labels: [Label]) -> AnswerScale {
    words(
      id,
      labels.enumerated().map { index, label in
        AnswerOption(
          id: "\(index + 1)", label: label, isPositive: index >= labels.count - 2,
          score: Double(index + 1))
      })
  }
}
