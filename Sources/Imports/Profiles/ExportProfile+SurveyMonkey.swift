extension ExportProfile {
  /// SurveyMonkey: two rows of headers. The question stands above the first of its columns; the second row
  /// has `Response`, `Open-Ended Response`, or the answer or part that the column is about.
  ///
  /// Layout: <https://github.com/mattroumaya/doubleheadr>, which has a demonstration file of it. No page of
  /// SurveyMonkey itself with the columns was found.
  static let surveyMonkey = ExportProfile(
    "surveymonkey", "SurveyMonkey",
    ownColumns: [
      .respondent(.responseID): ["Respondent ID", "RespondentID", "Svarandens ID"],
      .respondent(.email): ["Email Address", "E-postadress"],
      .submitted: ["End Date", "Date Modified", "EndDate", "DateModified", "Slutdatum"],
      .personal: ["IP Address", "First Name", "Last Name", "IP-adress", "Förnamn", "Efternamn"],
      .ignored: [
        "Collector ID", "CollectorID", "Start Date", "Date Created", "StartDate", "DateCreated",
        "Custom Data 1", "Startdatum",
      ],
    ],
    describingRows: 1, writesMonthFirst: true,
    isOwn: { raw in
      guard raw.has("Respondent ID", "RespondentID", "Svarandens ID"),
        raw.has("Collector ID", "CollectorID"), raw.rowCount > 0
      else { return false }
      return raw.columns[0][0].isEmpty
    },
    describe: { raw in
      var question = ""
      return raw.names.indices.map { column in
        let name = raw.names[column]
        if !name.isEmpty { question = name }
        let below = raw.columns[column].first ?? ""
        let isWhole = ["response", "openendedresponse", "svar", "öppetsvar", ""]
          .contains(below.foldedForMatching)
        return WrittenQuestion(wording: question, part: isWhole ? nil : below)
      }
    })
}
