package import Tables

extension SurveyData {
  /// Those who were invited to a wave and have not answered yet, as a table `wave`, `respondent`, `group`, in
  /// the order of the invitations: whom to remind. Who has declined, is not eligible or has written an answer
  /// is none of them. Holds personal data; for whoever sends the survey, and for no report.
  ///
  /// - Returns: `nil` where no list says who was invited, and for an unknown wave.
  package func notAnswered(wave id: String) -> Table? {
    guard isList, let wave = counted.names.waves[id] else { return nil }
    let areEmpty = counted.sheets.areEmpty
    let roster = counted.roster
    let people = roster.people.enumerated().filter { index, person in
      person.wave == wave && areEmpty[index] && person.disposition.isInvited
        && !person.disposition.isReturned && person.disposition != .refusal
    }.map(\.element)
    return Table(
      name: "not-answered",
      columns: [
        (InvitationColumn.wave, Vector(people.map { _ in Optional(id) })),
        (
          InvitationColumn.respondent,
          Vector(people.map { Optional(roster.respondents.string($0.respondent)) })
        ),
        (
          InvitationColumn.group,
          Vector(people.map { Optional(counted.names.groupNames[$0.group]) })
        ),
      ])
  }
}
