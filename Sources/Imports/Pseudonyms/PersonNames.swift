/// What a person may be called in the data of a survey.
struct PersonNames {
  private let person: String
  private let folded: String
  /// The pseudonyms of the person.
  private let pseudonyms: Set<String>
  /// The pseudonyms of that number among the responses of each round.
  private let numbered: [String: Set<String>]

  /// - Parameters:
  ///   - person: As the tool calls the person; or a pseudonym.
  ///   - keys: The keys that may have made pseudonyms; see ``keys(_:of:)``.
  ///   - survey: The name of the survey that goes into them.
  ///   - waves: The rounds that there are, for numbers of responses.
  init(_ person: String, keys: [PseudonymKey]?, survey: String, waves: Set<String>) {
    self.person = person
    folded = PseudonymKey.folded(person)
    let usedKeys = folded.isEmpty ? [] : keys ?? []
    func made(_ purpose: String) -> Set<String> {
      Set(usedKeys.map { $0.pseudonym(of: person, in: purpose) })
    }
    pseudonyms = made(survey)
    numbered = Dictionary(
      waves.map { ($0, made(Self.responses(of: $0, in: survey))) }, uniquingKeysWith: { $1 })
  }

  /// Whether a respondent is the person: by pseudonym, or by the name or id itself, as people write it.
  func contains(_ respondent: String) -> Bool {
    isNamed(respondent) || wave(ofNumber: respondent) != nil
  }

  /// The same, but for the numbers of responses, which are somebody else in every round.
  private func isNamed(_ respondent: String) -> Bool {
    // Nobody is called nothing, as every row of a table without persons would be.
    !folded.isEmpty
      && (pseudonyms.contains(respondent) || PseudonymKey.folded(respondent) == folded)
  }

  /// The round of which a respondent is the response of that number.
  func wave(ofNumber respondent: String) -> String? {
    numbered.first { $0.value.contains(respondent) }?.key
  }

  /// Whether the name is that of one person wherever it stands: an address, a full name, or a pseudonym. A number or
  /// a short id may be given to another person by every survey.
  static func isOnePerson(_ name: String) -> Bool {
    name.contains("@") || PseudonymKey.folded(name).contains(" ") || PseudonymKey.isPseudonym(name)
  }

  /// Whether a text that somebody wrote, such as the name of a file, names the person. Of a name that is that of one
  /// person alone it can be told: a number or a short name may stand in any text.
  func areIn(_ text: String) -> Bool {
    let name = person.foldedForMatching
    return name.count >= 6 && Self.isOnePerson(person) && text.foldedForMatching.contains(name)
  }

  /// What goes into the pseudonym of a number that a tool gave one set of answers. The round does too: a form that
  /// is made anew begins with 1 again, and two persons would be one.
  static func responses(of wave: String, in survey: String) -> String {
    "\(survey)/\(wave)/response"
  }

  /// The keys that may have made the pseudonyms of a survey: the one that its ledger tells; every one where it
  /// tells none. `nil` where the one that it tells is not there.
  static func keys(_ key: PseudonymKey?, of ledger: Ledger) -> [PseudonymKey]? {
    guard let check = ledger.key else { return key?.generations ?? [] }
    return key?.generation(check).map { [$0] }
  }
}

/// What turns the persons of one survey into pseudonyms.
package struct SurveyPersons: Sendable {
  package var key: PseudonymKey
  /// The name of the survey that goes into them: that of the first import, whatever the folder is called by now.
  package var survey: String
}
