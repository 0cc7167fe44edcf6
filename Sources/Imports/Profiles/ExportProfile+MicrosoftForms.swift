extension ExportProfile {
  /// Microsoft Forms: its own columns first, then one a question with the question for a name; several
  /// answers in one cell, each with a semicolon behind it.
  ///
  /// Layout: the semicolons are described by <https://web-breeze.net/aggregate-separated-data>. No page of
  /// Microsoft with the names of the columns was found; they are those that Forms writes in English and
  /// Swedish.
  static let microsoftForms = ExportProfile(
    "microsoft-forms", "Microsoft Forms", separator: ";",
    ownColumns: [
      .respondent(.responseID): ["ID"], .respondent(.email): ["Email", "E-post", "E-postadress"],
      .respondent(.name): ["Name", "Namn"],
      .submitted: ["Completion time", "Slutförandetid", "Tid för slutförande", "Sluttid"],
      .ignored: [
        "Start time", "Starttid", "Last modified time", "Senast ändrad", "Tid för senaste ändring",
        "Language", "Språk", "Total points", "Totalt antal poäng", "Quiz feedback",
      ],
    ],
    writesMonthFirst: true,
    isOwn: { raw in
      raw.names.first?.foldedForMatching == "id" && raw.has("Start time", "Starttid")
        && raw.has("Completion time", "Slutförandetid", "Tid för slutförande", "Sluttid")
    })
}
