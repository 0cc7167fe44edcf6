extension ExportProfile {
  /// Questback: EFS Survey, whose result data begin with `lfdn` and have the disposition of each row in
  /// `dispcode` (31 completed, 32 completed after a break), and Essentials (Easyresearch), whose rows have a
  /// respondent.
  ///
  /// Layout: the disposition codes are described by
  /// <https://qbdocs.atlassian.net/wiki/spaces/DOC/pages/2013298810/Export>. No public documentation of the
  /// columns of Essentials was found.
  static let questback = ExportProfile(
    "questback", "Questback", separator: ";",
    ownColumns: [
      .respondent(.responseID): ["lfdn", "Responseid", "Svars-id", "Response ID"],
      .respondent(.personID): ["external_lfdn", "Respondentid", "Respondent"],
      .respondent(.email): ["E-mail", "Email", "E-post", "u_email"],
      .submitted: ["datetime", "date_of_last_access", "Responded", "Besvarad", "Svarstidpunkt"],
      .state: ["dispcode", "tester"],
      .personal: ["u_name", "u_firstname", "ip_addr"],
      .ignored: [
        "lastpage", "quality", "duration", "c_0001", "c_0002", "c_0003", "browser", "referer",
        "device_type", "participant_browser", "output_mode", "javascript", "flash", "session_id",
        "language", "cleaned", "ats", "date_of_first_mail", "started", "Påbörjad",
      ],
    ],
    unfinished: [
      "20dispcode", "21dispcode", "22dispcode", "23dispcode", "37dispcode", "1tester",
    ],
    isOwn: { raw in
      raw.has("lfdn") && raw.has("dispcode", "lastpage")
        || raw.has("Respondentid", "Respondent")
          && raw.has("Responded", "Besvarad", "Svarstidpunkt")
    })
}
