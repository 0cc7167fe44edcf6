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

  /// 0 to 10, as the net promoter score counts them: 9 and 10 are promoters and count 100, 0 to 6 are
  /// detractors and count −100, so that the mean is the score.
  package static let promoters = AnswerScale(
    id: "0-10",
    answers: (0...10).map { step in
      AnswerOption(
        id: "\(step)", label: Label(same: "\(step)"), isPositive: step >= 9,
        score: step >= 9 ? 100 : step <= 6 ? -100 : 0)
    }, notApplicable: usualNotApplicable, missing: usualMissing)

  /// What a part of a question with several answers is counted by.
  package static let chosen = AnswerScale(
    id: "chosen",
    answers: [
      AnswerOption(id: "chosen", label: Label("vald", "chosen"), isPositive: true),
      AnswerOption(id: "not-chosen", label: Label("inte vald", "not chosen")),
    ], notApplicable: usualNotApplicable, missing: usualMissing)

  /// The places of so many things in an order, and none. The first is positive.
  package static func places(_ count: Int) -> AnswerScale {
    AnswerScale(
      id: "places-\(count)",
      answers: (0..<count).map { place in
        AnswerOption(
          id: "\(place + 1)", label: Label("plats \(place + 1)", "place \(place + 1)"),
          isPositive: place == 0, score: Double(place + 1))
      } + [AnswerOption(id: "unranked", label: Label("utan plats", "unranked"))],
      notApplicable: usualNotApplicable, missing: usualMissing)
  }

  /// A scale whose answers are found in the data.
  package static func found(_ id: String) -> AnswerScale {
    AnswerScale(
      id: id, answers: [], notApplicable: usualNotApplicable, missing: usualMissing)
  }

  /// What a free text is counted by.
  package static let written = AnswerScale(
    id: "written", answers: [AnswerOption(id: "written", label: Label("skrev", "written"))],
    notApplicable: usualNotApplicable, missing: usualMissing)

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
