extension ExportProfile {
  /// Any table with a row a person: what its columns are is told by their names and values.
  static let table = ExportProfile(
    "table", "CSV", separator: ";",
    ownColumns: [
      .respondent(.responseID): ["response id", "svars-id", "löpnummer"],
      .respondent(.personID): ["respondent", "respondentid", "anställningsnummer", "användarnamn"],
      .respondent(.email): [
        "email", "e-mail", "e-post", "e-postadress", "email address", "mejl", "epost",
      ],
      .respondent(.name): ["name", "namn"],
      .submitted: [
        "submitted", "timestamp", "tidstämpel", "inskickad", "besvarad", "svarsdatum", "datum",
        "date",
        "svarstid", "completion time", "slutförandetid",
      ],
      .wave: ["wave", "omgång", "mätning", "våg", "mättillfälle"],
      .personal: [
        "first name", "last name", "förnamn", "efternamn", "phone", "telefon", "mobil",
        "telefonnummer", "personnummer", "personal number", "ip address", "ip-adress", "adress",
      ],
      .ignored: ["start time", "starttid", "id"],
    ],
    isOwn: { _ in true },
    describe: { raw in
      // Statistical programs have a short name for each variable beside the question.
      zip(raw.names, raw.described).map { name, described in
        described.wording.map { WrittenQuestion(bracketed: $0, code: name) }
          ?? WrittenQuestion(bracketed: name)
      }
    })
}
