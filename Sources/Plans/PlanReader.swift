import Diagnostics
import Labels
import Tables

/// Reads the cells of a plan and notes what is wrong with them.
struct PlanReader {
  let table: Table
  private(set) var diagnostics: [Diagnostic] = []
  private var refusedNames: Set<String> = []

  /// Starts on a table; columns that are needed and not there are errors.
  init(_ table: Table, needs columns: [String]) {
    self.table = table
    for name in columns where table.schema.position(of: name) == nil {
      let near = closestName(to: name, in: table.schema.names)
      report(
        .error, "plan-column", at: SourceLocation(file: table.file ?? table.name, line: 1),
        "\(table.name) has no column '\(name)'",
        fixes: near.map { ["rename the column '\($0)' to '\(name)'"] } ?? [],
        found: table.schema.names,
        swedish: Diagnostic.Wording(
          "\(table.name) har ingen kolumn '\(name)'",
          fixes: near.map { ["kalla kolumnen '\($0)' för '\(name)'"] } ?? []))
    }
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, at location: SourceLocation,
    _ message: String, because reason: String? = nil, fixes: [String] = [], value: String? = nil,
    found: [String] = [], swedish: Diagnostic.Wording
  ) {
    var problem = Diagnostic(
      severity, code, at: location, message, because: reason, fixes: fixes, value: value,
      found: found)
    problem.swedish = swedish
    diagnostics.append(problem)
  }

  /// A key that must be there; the row's place stands in for it.
  mutating func key(_ row: Row, _ column: String) -> String {
    if let text = row.text(column) { return text }
    if table.schema.position(of: column) != nil {
      report(
        .error, "plan-key", at: row.location, "column '\(column)' is empty",
        swedish: Diagnostic.Wording("kolumnen '\(column)' är tom"))
    }
    return row.location.description
  }

  /// A key that names something: it becomes part of a file's name. Another text is told once and kept.
  mutating func identifier(_ row: Row, _ column: String) -> String? {
    guard let text = row.text(column) else { return nil }
    if !Identifier.isValid(text), refusedNames.insert(text).inserted {
      report(
        .error, "plan-name", at: row.location, "column '\(column)' holds no name",
        because: "It becomes part of the names of files.", fixes: ["use \(Identifier.rule)"],
        value: text,
        swedish: Diagnostic.Wording(
          "kolumnen '\(column)' innehåller inget namn",
          because: "Det blir en del av namn på filer.",
          fixes: ["använd bokstäver, siffror, '-', '_' och '.', inte '.' först, högst 80 byte"]))
    }
    return text
  }

  /// A number; other values are warnings and count as missing.
  mutating func number(_ row: Row, _ column: String) -> Double? {
    guard let text = row.text(column) else { return nil }
    if let number = row.number(column) ?? Double(text), number.isFinite { return number }
    report(
      .warning, "plan-number", at: row.location, "column '\(column)' holds no number",
      because: "It is counted as missing.", value: text,
      swedish: Diagnostic.Wording(
        "kolumnen '\(column)' innehåller inget tal", because: "Det räknas som att det saknas."))
    return nil
  }

  /// A whole number; other values are warnings and count as missing.
  mutating func integer(_ row: Row, _ column: String) -> Int? {
    guard let number = number(row, column) else { return nil }
    if let integer = Int(exactly: number) { return integer }
    report(
      .warning, "plan-number", at: row.location, "column '\(column)' holds no whole number",
      because: "It is counted as missing.", value: row.text(column),
      swedish: Diagnostic.Wording(
        "kolumnen '\(column)' innehåller inget heltal",
        because: "Det räknas som att det saknas."))
    return nil
  }

  /// A period; other texts are warnings and count as missing.
  mutating func period(_ row: Row, _ column: String) -> PlanPeriod? {
    guard let text = row.periodText(column) else { return nil }
    if let period = PlanPeriod(text) { return period }
    report(
      .warning, "plan-date", at: row.location, "column '\(column)' holds no day or period",
      because: "It is not in the calendar and is counted as missing.",
      fixes: ["write 2023-06-30, 2023-06 or 2023"], value: text,
      swedish: Diagnostic.Wording(
        "kolumnen '\(column)' innehåller ingen dag eller period",
        because: "Den finns inte i kalendern och räknas som att den saknas.",
        fixes: ["skriv 2023-06-30, 2023-06 eller 2023"]))
    return nil
  }

  /// A word from a list; other words are errors with the closest one, and count as missing.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ row: Row, _ column: String, _ code: String, as type: Word.Type
  ) -> Word? {
    guard let text = row.text(column) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    report(
      .error, code, at: row.location, "column '\(column)' holds a word that is not known",
      because: suggestion(for: text, among: known) ?? "known: " + known.joined(separator: ", "),
      value: text,
      swedish: Diagnostic.Wording(
        "kolumnen '\(column)' innehåller ett okänt ord",
        because: closestName(to: text, in: known).map { "menade du '\($0)'?" }
          ?? "kända: " + known.joined(separator: ", ")))
    return nil
  }

  /// The columns of texts in any language and in each.
  static func texts(_ names: [String]) -> [String] {
    names.flatMap { [$0, $0 + "_sv", $0 + "_en"] }
  }

  /// Days in running text that the calendar does not have, such as 31 June.
  mutating func impossibleDays(_ row: Row, in columns: [String]) {
    var seen: Set<String> = []
    for column in columns {
      let words = (row.text(column) ?? "").split { !$0.isNumber && $0 != "-" }
      for word in words where word.count == 10 && CalendarDate(iso: word) == nil {
        let lengths = word.split(separator: "-", omittingEmptySubsequences: false).map(\.count)
        guard lengths == [4, 2, 2], seen.insert(String(word)).inserted else { continue }
        report(
          .warning, "plan-date", at: row.location,
          "column '\(column)' names a day that does not exist",
          because: "It is not in the calendar.", value: String(word),
          swedish: Diagnostic.Wording(
            "kolumnen '\(column)' nämner en dag som inte finns",
            because: "Den står inte i kalendern."))
      }
    }
  }
}

extension Row {
  /// The text of a period; a year may have become a number, a day a date.
  func periodText(_ column: String) -> String? {
    integer(column).map(String.init) ?? date(column)?.description ?? text(column)
  }

  /// `name_sv` and `name_en`, else `name` alone; a missing language repeats the other.
  func label(_ name: String) -> Label? {
    let plain = text(name)
    guard let any = text(name + "_sv") ?? text(name + "_en") ?? plain else { return nil }
    return Label(text(name + "_sv") ?? any, text(name + "_en") ?? any)
  }

  /// Where the row and the value behind it stand.
  var source: PlanSource {
    PlanSource(
      location: location, document: text("document") ?? text("source_file"),
      documentLine: integer("line"))
  }

  /// Whether a flag is set: 1, true or ja.
  func flag(_ column: String) -> Bool {
    guard let text = text(column) else { return false }
    return ["1", "1.0", "true", "ja", "yes"].contains(text.lowercased())
  }
}
