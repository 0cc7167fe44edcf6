internal import Diagnostics
internal import TableFiles

/// The structure of a survey in LimeSurvey (`.lss`): what the codes of an export of results mean.
///
/// Layout: the tables `questions`, `subquestions` and `answers` of the survey that LimeSurvey's repository holds
/// (`admin/remotecontrol/surveys/limesurvey_survey_29846.lss`), where every row has its texts and language; since
/// version 4 the texts stand in `question_l10ns` and `answer_l10ns`, as <https://cran.r-project.org/package=lssdoc>
/// reads them.
struct LimeSurveyStructure {
  private struct Question {
    var text: String
    /// What an answer of its scale means, by code, in order.
    var answers: [(code: String, text: String)]
    /// The parts, by code.
    var parts: [String: String]
  }

  /// Questions by their codes.
  private var questions: [String: Question] = [:]
  /// What the tool calls the part in which people write an answer of their own, in the language of the texts.
  private let other: String

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - language: The language of the texts, where the survey has it; else its own.
  /// - Throws: A diagnostic if it cannot be read, or is no structure.
  init(reading path: String, language: String) throws(Diagnostic) {
    let file = try XMLTables(reading: path, named: path)
    let languages = file.lists["languages"] ?? []
    let chosen = languages.contains(language) ? language : languages.first
    // What the file has no words for is in their language too.
    let isSwedish = (chosen ?? language) == "sv"
    other = isSwedish ? "Annat" : "Other"
    let yesAndNo = isSwedish ? [("Y", "Ja"), ("N", "Nej")] : [("Y", "Yes"), ("N", "No")]
    guard let rows = file.tables["questions"], !rows.isEmpty else { throw Self.noStructure(path) }
    func spoken(_ rows: [[String: String]]) -> [[String: String]] {
      rows.filter { $0["language"] == nil || $0["language"] == chosen }
    }
    let texts = Self.texts(spoken(file.tables["question_l10ns"] ?? []), "qid", "question")
    let answerTexts = Self.texts(spoken(file.tables["answer_l10ns"] ?? []), "aid", "answer")
    var answers: [String: [(code: String, text: String)]] = [:]
    for row in spoken(file.tables["answers"] ?? []) where row["scale_id"] ?? "0" == "0" {
      let text = row["answer"] ?? answerTexts[row["aid"] ?? ""] ?? ""
      answers[row["qid"] ?? "", default: []].append((row["code"] ?? "", Self.plain(text)))
    }
    var parts: [String: [String: String]] = [:]
    for row in spoken(file.tables["subquestions"] ?? []) {
      let text = Self.plain(row["question"] ?? texts[row["qid"] ?? ""] ?? "")
      parts[row["parent_qid"] ?? "", default: [:]][row["title"] ?? ""] = text
    }
    for row in spoken(rows) {
      let id = row["qid"] ?? ""
      questions[row["title"] ?? ""] = Question(
        text: Self.plain(row["question"] ?? texts[id] ?? ""),
        answers: row["type"] == "Y" ? yesAndNo : answers[id] ?? [], parts: parts[id] ?? [:])
    }
  }

  private static func texts(
    _ rows: [[String: String]], _ key: String, _ text: String
  ) -> [String: String] {
    Dictionary(
      rows.compactMap { row in row[key].map { ($0, row[text] ?? "") } },
      uniquingKeysWith: { first, _ in first })
  }

  /// A text without the tags and line breaks that the editor of the tool sets.
  private static func plain(_ text: String) -> String {
    var result = ""
    var isTag = false
    for character in text {
      if character == "<" { isTag = true }
      if !isTag { result.append(character.isWhitespace ? " " : character) }
      if character == ">", isTag {
        isTag = false
        result.append(" ")
      }
    }
    for (entity, character) in [
      ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ("&amp;", "&"),
    ] { result = result.replacing(entity, with: character) }
    return result.split(separator: " ").joined(separator: " ")
  }

  private static func noStructure(_ path: String) -> Diagnostic {
    var problem = Diagnostic(
      .error, "import-structure", at: SourceLocation(file: path),
      "the file is no structure of a survey in LimeSurvey",
      because: "it has no table of questions",
      fixes: ["export it in LimeSurvey: Survey structure (.lss)"])
    problem.swedish = Diagnostic.Wording(
      "filen är ingen enkätstruktur från LimeSurvey", because: "den har ingen tabell med frågor",
      fixes: ["exportera den i LimeSurvey: Enkätstruktur (.lss)"])
    return problem
  }

  // MARK: Codes in words

  /// An export whose columns and cells bear words in the place of codes.
  func explaining(_ raw: RawExport) -> RawExport {
    var names = raw.names
    var columns = raw.columns
    var described = raw.described
    for (place, name) in raw.names.enumerated() {
      let written = WrittenQuestion(bracketed: name)
      guard let question = questions[written.wording], !question.text.isEmpty else { continue }
      let part = written.part.flatMap { question.parts[$0] ?? ($0 == "other" ? other : nil) }
      names[place] = "\(name). \(question.text)" + (part.map { " [\($0)]" } ?? "")
      guard !question.answers.isEmpty else { continue }
      let words = Dictionary(question.answers.map { ($0.code, $0.text) }) { first, _ in first }
      columns[place] = columns[place].map { words[$0] ?? $0 }
      described[place].answers = question.answers.map(\.text)
    }
    return raw.with(names: names, columns: columns, described: described)
  }
}
