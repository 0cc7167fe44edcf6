package import Labels
internal import Query
internal import WorkspaceQuery

/// A notebook to begin with: a question, the tables that there are, and cells that run.
package struct NotebookSkeleton {
  /// The text.
  package let text: String

  /// A notebook for a question.
  ///
  /// - Parameters:
  ///   - question: What it is to answer.
  ///   - language: Its language.
  ///   - workspace: The folder of the workspace as the notebook names it; `nil` for none.
  ///   - path: The folder of the workspace from here.
  ///   - year: The year that it asks about.
  package init(
    question: String, language: Language, workspace: String?, path: String?, year: Int
  ) {
    let question = Self.line(question)
    var head = ["---", "title: \(Self.quoted(question))", "language: \(language.rawValue)"]
    if let workspace {
      let isPlain = workspace.allSatisfy { $0.isLetter || $0.isNumber || "./_".contains($0) }
      head.append("workspace: \(isPlain ? workspace : Self.quoted(workspace))")
    }
    head += ["year: \(year)", "---", "", "# \(question)", ""]
    let names = path.map { folder in
      let catalogue = WorkspaceCatalogue(folder: folder, readsStandardInput: false, today: nil)
      let rows = SurveyRows(workspace: folder)
      return catalogue.tableNames.filter { Self.isReadable($0, catalogue, rows) }
    }
    var body: [String]
    if let names {
      body = [
        Label(
          "Här står vad frågan gäller, och vad svaret ska användas till.",
          "Say here what the question is about, and what the answer is for.")[language], "",
        Label("Tabeller i arbetsytan: ", "Tables of the workspace: ")[language]
          + names.map { "`\($0)`" }.joined(separator: ", ") + ".", "",
        "```sql name=goals_by_unit",
        "SELECT unit, count(*) AS goals, count(outcome) AS outcomes",
        "FROM goals WHERE year = $year GROUP BY unit ORDER BY unit", "```", "",
        "```nyckeltal", "goals --year $year", "```", "",
      ]
    } else {
      body = [
        Label(
          "Här står vad frågan gäller, och varifrån siffrorna kommer.",
          "Say here what the question is about, and where the figures come from.")[language], "",
        "```sql name=answer", "SELECT $year AS year", "```", "",
      ]
    }
    body += [Label("## Slutsats", "## Conclusion")[language], ""]
    text = (head + body).joined(separator: "\n")
  }

  /// A text on one line: what else stands on lines of its own could end the head, or be a cell.
  private static func line(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      default: Character(scalar)
      }
    }
    return String(scalars).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A text in YAML's double quotes.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Whether a notebook may read a table.
  private static func isReadable(
    _ name: String, _ catalogue: WorkspaceCatalogue, _ rows: SurveyRows
  ) -> Bool {
    guard !SurveyRows.holds(table: name) else { return false }
    guard case .file(let path)? = try? catalogue.place(named: name) else { return true }
    return rows.refusal(ofFile: path) == nil
  }
}
