internal import Diagnostics
internal import Foundation
internal import Labels
internal import Testing

@testable import Imports

/// Codes in an export of LimeSurvey, and the structure that says what they mean.
struct LimeSurveyStructureTests {
  private static func table(_ name: String, _ rows: [[(String, String)]]) -> String {
    let rows = rows.map { row in
      "<row>" + row.map { "<\($0)><![CDATA[\($1)]]></\($0)>" }.joined() + "</row>"
    }
    return "<\(name)><fields/><rows>\(rows.joined())</rows></\(name)>"
  }

  /// The same survey as it was written before version 4, with texts in every row, and since then.
  private static func structure(isNew: Bool) -> String {
    let languages = ["sv", "en"]
    let questions = [
      ("1", "Q1", "L", ["<p>Hur trivs&nbsp;du?</p>", "How do you like it?"]),
      ("2", "Q2", "F", ["Så tycker jag", "What I think"]),
      ("3", "Q3", "M", ["Hur når du oss?", "How do you reach us?"]),
      ("4", "Q4", "Y", ["Kommer du igen?", "Do you come again?"]),
    ]
    let parts = [
      ("21", "2", "SQ001", ["Tempot är bra", "The pace is good"]),
      ("31", "3", "SQ001", ["Telefon", "Telephone"]), ("32", "3", "SQ002", ["Brev", "Letter"]),
    ]
    let answers = [
      ("11", "1", "A1", ["Illa", "Badly"]), ("12", "1", "A2", ["Sådär", "So so"]),
      ("13", "1", "A3", ["Bra", "Well"]), ("14", "2", "1", ["Nej, inte alls", "Not at all"]),
      ("15", "2", "2", ["Ja, helt", "Fully"]),
    ]
    func rows(_ own: [(String, String)], _ key: String, _ texts: [String]) -> [[(String, String)]] {
      isNew ? [own] : zip(languages, texts).map { own + [(key, $1), ("language", $0)] }
    }
    func texts(_ id: (String, String), _ key: String, _ texts: [String]) -> [[(String, String)]] {
      zip(languages, texts).map { [id, (key, $1), ("language", $0)] }
    }
    var tables = [
      "<languages>\(languages.map { "<language>\($0)</language>" }.joined())</languages>",
      table(
        "answers",
        answers.flatMap {
          rows([("aid", $0), ("qid", $1), ("code", $2), ("scale_id", "0")], "answer", $3)
        }),
      table(
        "questions",
        questions.flatMap {
          rows([("qid", $0), ("parent_qid", "0"), ("title", $1), ("type", $2)], "question", $3)
        }),
      table(
        "subquestions",
        parts.flatMap { rows([("qid", $0), ("parent_qid", $1), ("title", $2)], "question", $3) }),
    ]
    if isNew {
      tables.append(
        table("answer_l10ns", answers.flatMap { texts(("aid", $0.0), "answer", $0.3) }))
      tables.append(
        table(
          "question_l10ns",
          (questions.map { ($0.0, $0.3) } + parts.map { ($0.0, $0.3) }).flatMap {
            texts(("qid", $0), "question", $1)
          }))
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document>"
      + "<LimeSurveyDocType>Survey</LimeSurveyDocType>\(tables.joined())</document>"
  }

  private static let names = [
    "id", "submitdate", "lastpage", "startlanguage", "Q1", "Q2[SQ001]", "Q3[SQ001]", "Q3[SQ002]",
    "Q4",
  ]

  private static let rows = (1...12).map { n in
    [
      "\(n)", "2026-01-1\(n % 9) 09:00:00", "1", "sv", n % 2 == 0 ? "A1" : "A3", "\(n % 2 + 1)",
      n % 2 == 0 ? "Y" : "", n % 3 == 0 ? "Y" : "", n == 1 ? "N" : "Y",
    ]
  }

  private func export(_ workspace: TestWorkspace, _ structure: String, _ language: String) throws
    -> Export
  {
    let path = "\(workspace.path)/survey.lss"
    try Data(structure.utf8).write(to: URL(fileURLWithPath: path))
    return try Export(
      reading: workspace.file("results.csv", Self.names, Self.rows), structure: path,
      language: language)
  }

  @Test(
    "questions and answers bear words, in the language of the survey", arguments: [false, true])
  func words(isNew: Bool) throws {
    let workspace = try TestWorkspace()
    let swedish = try export(workspace, Self.structure(isNew: isNew), "sv")
    #expect(swedish.profile.id == "limesurvey")
    #expect(
      swedish.questions.map(\.wording)
        == ["Hur trivs du?", "Så tycker jag – Tempot är bra", "Hur når du oss?", "Kommer du igen?"])
    #expect(swedish.questions.map(\.code) == ["Q1", "Q2", "Q3", "Q4"])
    // The answers in the order of the survey, also the one that nobody gave.
    #expect(
      swedish.questions[0].scale?.answers.map(\.label.swedish) == ["Illa", "Sådär", "Bra"])
    #expect(swedish.questions[0].cells.prefix(2).map(\.first) == ["Bra", "Illa"])
    #expect(swedish.questions[2].type == .several)
    #expect(swedish.questions[2].scale?.answers.map(\.label.swedish) == ["Telefon", "Brev"])
    #expect(swedish.questions[3].scale?.name == "yes-no")
    let english = try export(workspace, Self.structure(isNew: isNew), "en")
    #expect(english.questions[0].wording == "How do you like it?")
    #expect(english.questions[0].cells[0] == ["Well"])
    // What the file has no words for is in the language of its texts, whatever was asked for.
    #expect(english.questions[3].cells.prefix(2).map(\.first) == ["No", "Yes"])
    let other = try export(workspace, Self.structure(isNew: isNew), "de")
    #expect(other.questions[3].cells.prefix(2).map(\.first) == ["Nej", "Ja"])
  }

  @Test(
    "what is no structure, or would have no end, is refused",
    arguments: [
      ("<document></document>", "import-structure"), ("", "file-damaged"),
      ("id;text\n1;a\n", "file-damaged"),
      (
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><document>&b;</document>",
        "file-refused"
      ),
      ("<document>" + String(repeating: "<a>", count: 5000), "file-damaged"),
    ])
  func refused(text: String, code: String) throws {
    let workspace = try TestWorkspace()
    let problem = #expect(throws: Diagnostic.self) { try export(workspace, text, "sv") }
    #expect(problem?.code == code)
    #expect(problem?.swedish != nil)
  }
}
