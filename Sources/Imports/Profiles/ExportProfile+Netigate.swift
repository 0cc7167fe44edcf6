extension ExportProfile {
  /// Netigate: one row a set of answers, its own columns first.
  ///
  /// Layout: no public documentation of the file was found. The names are taken from the words of
  /// <https://support.netigate.net/glossary/> (answer set, background data, send-out), and a file that
  /// bears others is read as a plain table.
  static let netigate = ExportProfile(
    "netigate", "Netigate", separator: ";",
    ownColumns: [
      .respondent(.responseID): ["AnswerSetId", "Answer set ID", "Svarsuppsättnings-ID"],
      .respondent(.personID): ["RespondentId", "Respondent ID", "Respondent-ID"],
      .respondent(.email): ["E-mail", "Email", "E-post", "E-mail address"],
      .submitted: ["Answer date", "Date answered", "Svarsdatum", "End date", "Slutdatum"],
      .personal: ["Login", "Phone", "Telefon", "IP address"],
      .ignored: [
        "Send-out", "Sendout", "Utskick", "Language", "Språk", "Start date", "Startdatum",
      ],
    ],
    isOwn: { raw in
      raw.has("AnswerSetId", "Answer set ID", "Svarsuppsättnings-ID")
        || raw.has("Send-out", "Sendout", "Utskick")
          && raw.has("RespondentId", "Respondent ID", "Respondent-ID")
    })
}
