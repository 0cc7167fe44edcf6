extension ExportProfile {
  /// LimeSurvey: headings are codes (`G01Q02[SQ001]`), the full text (`Question [Part]`), or both
  /// (`G01Q02. Question`); answers are codes or texts. Of a question with several answers each has a column
  /// with `Y` or `Yes`; each row of an array has one. Rows without a date of submission are not finished.
  ///
  /// Layout: <https://www.limesurvey.org/manual/Exporting_results>; the kinds of headings and answers are
  /// those of `export_responses` in <https://api.limesurvey.org/classes/remotecontrol-handle.html>.
  static let limeSurvey = ExportProfile(
    "limesurvey", "LimeSurvey",
    ownColumns: [
      .respondent(.responseID): ["id", "Response ID", "id. Response ID", "Svars-ID"],
      .respondent(.personID): ["token", "Access code", "token. Access code"],
      .submitted: [
        "submitdate", "Date submitted", "submitdate. Date submitted", "Datum inskickat",
      ],
      .personal: [
        "ipaddr", "IP address", "ipaddr. IP address", "refurl", "Referrer URL",
        "firstname", "lastname", "email",
      ],
      .ignored: [
        "lastpage", "Last page", "lastpage. Last page", "startlanguage", "Start language",
        "startlanguage. Start language", "seed", "Seed", "seed. Seed", "startdate", "Date started",
        "startdate. Date started", "datestamp", "Date last action", "datestamp. Date last action",
        "Sista sida", "Startspråk", "interviewtime",
      ],
    ],
    needsSubmission: true,
    isOwn: { raw in
      raw.has("lastpage", "Last page", "lastpage. Last page", "Sista sida")
        && raw.has("startlanguage", "Start language", "startlanguage. Start language", "Startspråk")
    },
    describe: { raw in
      raw.names.map { name in
        guard let dot = name.range(of: ". ", options: .first), isCode(name[..<dot.lowerBound])
        else {
          let question = WrittenQuestion(bracketed: name)
          let hasCode = isCode(question.wording[...])
          return WrittenQuestion(
            code: hasCode ? question.wording : nil, wording: question.wording, part: question.part)
        }
        let code = WrittenQuestion(bracketed: String(name[..<dot.lowerBound]))
        var question = WrittenQuestion(bracketed: String(name[dot.upperBound...]))
        question.code = code.wording
        question.part = question.part ?? code.part
        return question
      }
    })

  /// Letters and digits without a blank, a letter first: what may be a code of a question.
  private static func isCode(_ text: Substring) -> Bool {
    text.first?.isLetter == true && text.count <= 30
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "[]_".contains($0)) }
  }
}
