import Diagnostics
import Labels
import Surveys
import TableFixtures
import Tables

/// A table of texts, as a CSV file would give it: the first row stands on line 2.
func table(_ name: String, _ columns: [String], _ rows: [[String]]) -> Table {
  textTable(
    name, columns: columns, rows: rows.map { row in row.map { $0.isEmpty ? nil : $0 } },
    file: "\(name).csv", firstLine: 2)
}

/// The survey of Närvårdskontoret 2023: ja, delvis, nej in five recipient groups.
enum Narvard {
  static let wave = "2024-01"

  static let scale = AnswerScale(
    answers: [
      AnswerOption(id: "ja", label: Label("Ja", "Yes"), isPositive: true),
      AnswerOption(id: "delvis", label: Label("Delvis", "Partly")),
      AnswerOption(id: "nej", label: Label("Nej", "No")),
    ], notApplicable: ["ej aktuellt"], missing: ["vet ej"])

  static let groups = [
    "styrgrupp", "samrad", "presidium", "uppdragsgrupper", "projektledare",
  ]

  static let questions: [(id: String, groups: [String])] = [
    ("konferens", ["styrgrupp"]), ("kallelse-i-tid", ["styrgrupp", "samrad"]),
    ("protokoll-justering", ["styrgrupp"]), ("informationsbrev", ["styrgrupp"]),
    ("professionell", []), ("tillganglig", []), ("arenden-beredda", ["styrgrupp", "samrad"]),
    ("stod-uppdragsgrupper", ["uppdragsgrupper"]), ("handledning-projektledare", ["projektledare"]),
    ("motesanteckningar", ["presidium"]), ("protokoll", ["samrad"]),
  ]

  static func definition(
    waves: [Wave] = [wave(wave)], breakdowns: [Breakdown] = []
  ) -> SurveyDefinition {
    SurveyDefinition(
      id: "narvard", title: Label("Närvårdsenkäten", "Local care survey"), scale: scale,
      groups: groups.map { RecipientGroup(id: $0, label: Label(same: $0)) }, waves: waves,
      questions: questions.map {
        Question(id: $0.id, label: Label(same: $0.id), groups: $0.groups)
      },
      breakdowns: breakdowns, location: SourceLocation(file: "survey.yaml"))
  }

  static func wave(
    _ id: String, year: Int = 2024, instrument: String = "v1", breakReason: Label? = nil
  ) -> Wave {
    Wave(
      id: id, label: Label(same: id),
      date: CalendarDate(year: year, month: 1, day: 15) ?? CalendarDate(daysSince1970: 0),
      instrument: instrument, breakReason: breakReason)
  }

  /// Group, invited, returned. Published shares fix these numbers (004:2569–2611): 11 of 19 is
  /// 58 %, 6 of 15 is 40 %, 17 of 34 is 50 %, 3 of 4 is 75 %, and 22 of all 45 is 49 %.
  static let sizes: [(group: String, invited: Int, returned: Int)] = [
    ("styrgrupp", 19, 11), ("samrad", 15, 6), ("presidium", 4, 3), ("uppdragsgrupper", 5, 5),
    ("projektledare", 2, 2),
  ]

  /// Wave, respondent, group, disposition, substitute, municipality.
  static func invitations(wave: String = wave) -> [[String]] {
    sizes.flatMap { group, invited, returned in
      (0..<invited).map { index in
        [
          wave, "\(group)-\(index)", group, index < returned ? "complete" : "non-contact",
          group == "samrad" && index >= 8 ? "true" : "false", index % 2 == 0 ? "borås" : "mark",
        ]
      }
    }
  }

  static let invitationColumns = [
    "wave", "respondent", "group", "disposition", "substitute", "municipality",
  ]

  /// Wave, respondent, question, answer; a row for every answer that someone gave.
  static func answers(wave: String = wave) -> [[String]] {
    var rows: [[String]] = []
    var returned = 0
    for (group, _, count) in sizes {
      for index in 0..<count {
        returned += 1
        for question in questions
        where question.groups.isEmpty || question.groups.contains(group) {
          // 22 of the 27 who sent it back answered the two questions to all, one of them "delvis".
          if question.groups.isEmpty, returned > 22 { continue }
          let isPartly =
            question.groups.isEmpty ? returned == 1 : group == "uppdragsgrupper" && index >= 3
          rows.append([wave, "\(group)-\(index)", question.id, isPartly ? "delvis" : "ja"])
        }
      }
    }
    return rows
  }

  static func long(_ rows: [[String]] = answers()) -> Table {
    table("responses", ["wave", "respondent", "question", "answer"], rows)
  }

  /// The same answers with one row per respondent and one column per question.
  static func wide(_ rows: [[String]] = answers()) -> Table {
    var people: [[String]] = []
    var cells: [[String]: [String: String]] = [:]
    for row in rows {
      let key = [row[0], row[1]]
      if cells[key] == nil { people.append(key) }
      cells[key, default: [:]][row[2]] = row[3]
    }
    return table(
      "responses", ["wave", "respondent"] + questions.map(\.id),
      people.map { key in key + questions.map { cells[key]?[$0.id] ?? "" } })
  }

  static func data(
    _ definition: SurveyDefinition = definition(), invitations rows: [[String]] = invitations(),
    responses: Table = wide()
  ) -> SurveyData {
    SurveyData(
      definition: definition, invitations: table("invitations", invitationColumns, rows),
      responses: responses)
  }
}
