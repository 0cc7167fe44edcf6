extension ExportProfile {
  /// Google Forms: a time first, then one column a question with the question for a name; several answers
  /// in one cell with a comma and a blank between them; each row of a grid as `Question [Row]`.
  ///
  /// Layout: the commas are described by <https://web-breeze.net/aggregate-separated-data>. No page of
  /// Google with the names of the columns was found; they are those that Forms writes in English and Swedish.
  static let googleForms = ExportProfile(
    "google-forms", "Google Forms", separator: ", ",
    ownColumns: [
      .submitted: ["Timestamp", "Tidstämpel"],
      .respondent(.email): [
        "Email Address", "Email address", "E-postadress", "Username", "Användarnamn",
      ],
      .ignored: ["Score", "Poäng"],
    ],
    writesMonthFirst: true,
    isOwn: { raw in
      ["timestamp", "tidstämpel"].contains(raw.names.first?.foldedForMatching ?? "")
    },
    describe: { raw in raw.names.map { WrittenQuestion(bracketed: $0) } })
}
