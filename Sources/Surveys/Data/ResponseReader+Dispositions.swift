internal import Diagnostics
internal import Tables

extension ResponseReader {
  /// Reports people whose disposition and answers contradict each other.
  mutating func checkDispositions() {
    let areEmpty = sheets.areEmpty
    for (index, person) in roster.people.enumerated() {
      let isEmpty = areEmpty[index]
      guard isEmpty == person.disposition.isReturned else { continue }
      let disposition = person.disposition.rawValue
      let respondent = roster.respondents.string(person.respondent)
      log.add(
        isEmpty
          ? Diagnostic(
            .warning, "survey-disposition", at: roster.location(of: index),
            "a respondent is '\(disposition)' but has no answers",
            because: "every question counts as missing for the person",
            fixes: [
              "add the answers", "change the disposition, for instance to non-contact or refusal",
            ], value: respondent)
          : Diagnostic(
            .error, "survey-disposition", at: roster.location(of: index),
            "a respondent is '\(disposition)' but has answers",
            because: "the answers are not counted, so that rates and bases agree",
            fixes: ["change the disposition to complete or partial", "remove the answers"],
            value: respondent))
    }
  }
}
