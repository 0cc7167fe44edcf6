/// What a person may be called in the data of a survey.
struct PersonNames {
  /// As the tool calls the person, and every pseudonym of that.
  let all: Set<String>

  init(_ person: String, keys: [PseudonymKey]?, survey: String) {
    let pseudonyms = (keys ?? []).flatMap { key in
      [key.pseudonym(of: person, in: survey), key.pseudonym(of: person, in: "\(survey)/response")]
    }
    // Nobody is called nothing, as every row of a table without persons would be.
    all = person.allSatisfy(\.isWhitespace) ? [] : Set(pseudonyms + [person])
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
