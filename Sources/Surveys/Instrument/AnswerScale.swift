public import Labels

/// One answer that a scale offers.
public struct AnswerOption: Hashable, Sendable {
  /// The slug, such as `delvis`.
  public var id: String
  /// What reports call it.
  public var label: Label
  /// Whether it counts as a positive answer.
  public var isPositive: Bool
  /// What it counts in a mean; `nil` for an answer that is no step of a scale.
  public var score: Double?

  /// An answer by its parts.
  public init(id: String, label: Label, isPositive: Bool = false, score: Double? = nil) {
    self.id = id
    self.label = label
    self.isPositive = isPositive
    self.score = score
  }
}

/// The answers that a question offers, in order, and the texts that are not answers.
public struct AnswerScale: Hashable, Sendable {
  /// Its name; empty for the one that a survey writes down without a name.
  public var id: String
  /// The answers, from one end of the scale to the other.
  public var answers: [AnswerOption]
  /// Texts that mean "does not apply to me", such as `ej aktuellt`. They are no part of a share.
  public var notApplicable: Set<String>
  /// Texts that mean "no answer", such as `vet ej`. An empty cell always means that.
  public var missing: Set<String>

  /// A scale by its parts.
  public init(
    id: String = "", answers: [AnswerOption], notApplicable: Set<String> = [],
    missing: Set<String> = []
  ) {
    self.id = id
    self.answers = answers
    self.notApplicable = notApplicable
    self.missing = missing
  }

  /// What a text in the data means, or `nil` when the scale does not know it.
  ///
  /// Case and surrounding space do not matter, and neither do spaces and punctuation where a text then
  /// means one thing only: "Instämmer helt." is "instämmer  helt". An answer is known by its id and by
  /// its label in every language. Where a text has several meanings the first of answer, not applicable
  /// and missing holds; ``SurveyDefinition/problems`` reports such a scale.
  public func meaning(of text: String) -> AnswerCode? {
    ScaleTexts(self).meaning(of: text)
  }
}

/// What each text means that a scale knows.
struct ScaleTexts: Sendable {
  private let codes: [String: AnswerCode]
  /// By texts without spaces and punctuation; `nil` for one of several meanings.
  private let loose: [String: AnswerCode?]

  init(_ scale: AnswerScale) {
    var codes: [String: AnswerCode] = [:]
    func add(_ text: String, _ code: AnswerCode) {
      if codes[text] == nil { codes[text] = code }
    }
    for (index, answer) in scale.answers.enumerated() {
      for spelling in answer.spellings { add(spelling, .answer(index)) }
    }
    for text in scale.notApplicable { add(folded(text), .notApplicable) }
    for text in scale.missing { add(folded(text), .missing) }
    codes[""] = .missing
    self.codes = codes
    loose = Dictionary(codes.map { (bare($0), $1 as AnswerCode?) }) { $0 == $1 ? $0 : nil }
  }

  /// See ``AnswerScale/meaning(of:)``.
  func meaning(of text: String) -> AnswerCode? {
    let text = folded(text)
    if let code = codes[text] { return code }
    let bare = bare(text)
    return bare.isEmpty ? nil : loose[bare] ?? nil
  }
}

extension AnswerOption {
  /// Every way to write the answer, folded.
  var spellings: Set<String> {
    Set([id, label.swedish, label.english].map(folded).filter { !$0.isEmpty })
  }
}

/// What one person's cell for one question holds.
public enum AnswerCode: Hashable, Sendable {
  /// An answer, by its position on the scale.
  case answer(Int)
  /// The person says that the question does not apply.
  case notApplicable
  /// The person returned the survey without an answer here: item non-response.
  case missing
  /// The person did not return the survey: unit non-response.
  case notReturned
  /// The person was not asked, for what was answered before.
  case notAsked

  /// The words that stand for a code that is no answer; an answer may not have such an id.
  static let reserved = ["not-applicable", "missing", "not-returned"]
}
