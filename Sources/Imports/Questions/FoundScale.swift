package import Labels

/// A scale that answers are on: one of the usual ones, or made of the answers that were seen.
package struct FoundScale: Hashable, Sendable {
  /// An answer of it.
  package struct Answer: Hashable, Sendable {
    package var id: String
    package var label: Label
    package var isPositive: Bool
    package var score: Int?
    /// How the file writes it, after folding.
    package var spellings: Set<String>
  }

  /// The name of a usual scale; `nil` for one made of the answers.
  package var name: String?
  package var answers: [Answer]
  /// The text that stands for "does not concern me"; empty where the scale has none.
  package var notApplicable = NoAnswer.writtenNotApplicable

  /// The place of the answer that a text means.
  package func place(of text: String) -> Int? {
    let folded = text.foldedForMatching
    return answers.firstIndex { $0.spellings.contains(folded) }
  }
}

extension FoundScale {
  /// The usual scales, the shorter before the longer.
  static let usual: [FoundScale] = [
    usual(
      "yes-no",
      [
        ("ja", "ja", "yes", true, nil, ["true", "sant", "y"]),
        ("nej", "nej", "no", false, nil, ["false", "falskt", "n"]),
      ]),
    usual(
      "yes-partly-no",
      [
        ("ja", "ja", "yes", true, nil, ["ja helt", "yes fully"]),
        (
          "delvis", "delvis", "partly", false, nil,
          ["ja delvis", "i viss mån", "yes partly", "to some extent"]
        ),
        ("nej", "nej", "no", false, nil, ["nej inte alls", "not at all"]),
      ]),
    usual(
      "agree-5",
      [
        (
          "1", "instämmer inte alls", "strongly disagree", false, 1,
          [
            "stämmer inte alls", "håller inte alls med", "tar helt avstånd", "inte alls",
            "stämmer mycket dåligt", "completely disagree",
          ]
        ),
        (
          "2", "instämmer inte", "disagree", false, 2,
          [
            "stämmer ganska dåligt", "stämmer dåligt", "stämmer inte så bra",
            "instämmer till liten del", "i liten grad",
            "stämmer i låg grad", "tar delvis avstånd", "håller inte med", "somewhat disagree",
            "stämmer till liten del", "instämmer i liten utsträckning",
          ]
        ),
        (
          "3", "varken eller", "neither agree nor disagree", false, 3,
          [
            "stämmer delvis", "instämmer delvis", "neutral", "varken bra eller dåligt",
            "i viss grad",
            "varken instämmer eller tar avstånd", "stämmer till viss del", "neither",
          ]
        ),
        (
          "4", "instämmer", "agree", true, 4,
          [
            "stämmer ganska bra", "stämmer bra", "instämmer till stor del", "i hög grad",
            "håller med",
            "stämmer i hög grad", "stämmer till stor del", "somewhat agree",
            "instämmer i stor utsträckning",
          ]
        ),
        (
          "5", "instämmer helt", "strongly agree", true, 5,
          [
            "stämmer helt", "håller helt med", "stämmer helt och hållet", "stämmer mycket bra",
            "i mycket hög grad", "stämmer precis", "completely agree", "instämmer helt och hållet",
          ]
        ),
      ]),
    usual(
      "satisfaction-5",
      [
        ("1", "mycket missnöjd", "very dissatisfied", false, 1, []),
        ("2", "missnöjd", "dissatisfied", false, 2, ["ganska missnöjd", "somewhat dissatisfied"]),
        (
          "3", "varken eller", "neither satisfied nor dissatisfied", false, 3,
          ["varken nöjd eller missnöjd", "neutral", "neither"]
        ),
        ("4", "nöjd", "satisfied", true, 4, ["ganska nöjd", "somewhat satisfied"]),
        ("5", "mycket nöjd", "very satisfied", true, 5, []),
      ]),
    usual(
      "frequency-5",
      [
        ("1", "aldrig", "never", false, 1, []),
        ("2", "sällan", "rarely", false, 2, ["seldom"]),
        ("3", "ibland", "sometimes", false, 3, []),
        ("4", "ofta", "often", true, 4, []),
        ("5", "alltid", "always", true, 5, []),
      ]),
  ]

  private static func usual(
    _ name: String, _ answers: [(String, String, String, Bool, Int?, [String])]
  ) -> FoundScale {
    FoundScale(
      name: name,
      answers: answers.map { id, swedish, english, isPositive, score, more in
        let spellings = [id, swedish, english] + more
        // `5 – stämmer helt`, as tools write a scale with numbers.
        let numbered = score.map { score in spellings.map { "\(score)\($0)" } } ?? []
        return Answer(
          id: id, label: Label(swedish, english), isPositive: isPositive, score: score,
          spellings: Set((spellings + numbered).map(\.foldedForMatching)))
      })
  }

  /// The usual scale that all texts are on; at least one of them is a word.
  static func usual(_ texts: [String]) -> FoundScale? {
    guard texts.contains(where: { $0.contains(where: \.isLetter) }) else { return nil }
    return usual.first { scale in texts.allSatisfy { scale.place(of: $0) != nil } }
  }

  /// Lets a scale that is a usual one in other words understand all words of that scale.
  mutating func addUsualSpellings() {
    let usual = Self.usual.first { usual in
      usual.answers.map(\.id) == answers.map(\.id)
        && zip(usual.answers, answers).allSatisfy { known, own in
          known.spellings.contains(own.label.swedish.foldedForMatching)
            || known.spellings.contains(own.label.english.foldedForMatching)
        }
    }
    guard let usual else { return }
    for place in answers.indices {
      answers[place].spellings.formUnion(usual.answers[place].spellings)
    }
  }

  /// A scale of whole numbers, from the lowest that such scales have to the highest that fits.
  static func numbers(_ texts: [String]) -> FoundScale? {
    let numbers = texts.compactMap { Int($0) }
    guard numbers.count == texts.count, let low = numbers.min(), let high = numbers.max(),
      low >= 0, high <= 10, high >= 2
    else { return nil }
    let top = [3, 4, 5, 6, 7, 10].first { $0 >= high } ?? 10
    let range = (low == 0 ? 0 : 1)...top
    // The upper two of five, and as much of longer scales.
    let positive = top - max(1, (range.count * 2 + 2) / 5) + 1
    return FoundScale(
      name: nil,
      answers: range.map { number in
        Answer(
          id: String(number), label: Label(same: String(number)), isPositive: number >= positive,
          score: number, spellings: [String(number)])
      })
  }

  /// A scale of the answers that were seen: in the order of the numbers that they begin with, or of the
  /// file.
  static func seen(_ texts: [String]) -> FoundScale {
    var seen: Set<String> = []
    var answers: [Answer] = []
    var used = Set(reserved)
    // A file may name very many answers that begin alike: each goes on from the last number.
    var numbered: [String: Int] = [:]
    for text in texts {
      let folded = text.foldedForMatching
      guard seen.insert(folded).inserted else { continue }
      let base = text.asIdentifier ?? "svar"
      var id = text.asIdentifier ?? "svar-\(answers.count + 1)"
      while !used.insert(id).inserted {
        numbered[base, default: 1] += 1
        id = "\(base)-\(numbered[base, default: 2])"
      }
      answers.append(
        Answer(id: id, label: Label(same: text), isPositive: false, spellings: [folded]))
    }
    let numbers = answers.map { Int($0.label.swedish.prefix(while: \.isNumber)) }
    if numbers.allSatisfy({ $0 != nil }) {
      answers = zip(numbers, answers).sorted { ($0.0 ?? 0) < ($1.0 ?? 0) }.map(\.1)
    }
    return FoundScale(name: nil, answers: answers)
  }

  /// Words that stand for a code that is no answer: no answer may have such an id.
  private static let reserved = ["not-applicable", "missing", "not-returned"]
}

/// Answers that are none.
package enum NoAnswer {
  /// Words that say that the person has no answer.
  package static let missing = [
    "vet ej", "vet inte", "ingen åsikt", "kan inte svara", "kan ej svara", "vill inte svara",
    "vill ej svara", "don’t know", "do not know", "no opinion", "prefer not to say",
    "vet inte / ingen åsikt",
  ]
  /// Words that say that the question does not concern the person.
  package static let notApplicable = [
    "ej aktuellt", "inte aktuellt", "ej relevant", "inte relevant", "ej tillämpligt",
    "gäller inte mig",
    "not applicable", "not relevant", "n/a",
  ]

  /// What a response says where the question does not concern the person.
  package static let writtenNotApplicable = "ej aktuellt"

  /// Whether a text is one of them.
  static func contains(_ text: String) -> Bool { folded.contains(text.foldedForMatching) }

  /// Whether a text says that the question does not concern the person.
  static func isNotApplicable(_ text: String) -> Bool {
    foldedNotApplicable.contains(text.foldedForMatching)
  }

  private static let foldedNotApplicable = Set(notApplicable.map(\.foldedForMatching))
  private static let folded = Set((missing + notApplicable).map(\.foldedForMatching) + ["dontknow"])
}
