internal import Diagnostics
internal import Tables

/// Reads the cells of goals and outcomes, and collects what is wrong with them.
struct IndicatorRowReader {
  let table: Table
  let vocabulary: IndicatorVocabulary
  var diagnostics: [Diagnostic] = []
  /// The ids so far and the line on which each stands first; no line for tables made in memory.
  private var known: [String: Int?] = [:]

  init(table: Table, vocabulary: IndicatorVocabulary) {
    self.table = table
    self.vocabulary = vocabulary
  }

  mutating func requireColumns(_ names: [String]) {
    for name in names where table.schema.position(of: name) == nil {
      diagnostics.append(
        Diagnostic(
          .error, "column-missing", at: .init(file: table.file ?? table.name, line: 1),
          "column '\(name)' is missing",
          because: "the columns are \(table.schema.names.joined(separator: ", "))",
          fixes: [
            closestName(to: name, in: table.schema.names).map { "rename '\($0)' to '\(name)'" }
          ]
          .compactMap(\.self)))
    }
  }

  mutating func identifier(_ row: Row) -> String? {
    guard let id = row.text("id") else {
      report(.error, "id-missing", row, "the row has no id", fixes: ["give it a short name"])
      return nil
    }
    if let line = known[id] {
      report(
        .error, "id-duplicate", row, "id '\(id)' stands twice",
        because: line.map { "it stands first on line \($0)" },
        fixes: ["give one of them another id"])
    } else {
      known[id] = .some(row.line)
    }
    return id
  }

  mutating func year(_ row: Row) -> Int? {
    guard let year = row.integer("year"), (1900...2200).contains(year) else {
      report(
        .error, "year", row, "the row has no usable year", because: "years run from 1900 to 2200",
        fixes: ["write the year with four digits"])
      return nil
    }
    return year
  }

  /// The last day of a goal's plan, from a year or a day; `nil` where the plan ends with the year.
  mutating func end(_ row: Row, of year: Int) -> CalendarDate? {
    guard let text = row.text("ends") else { return nil }
    let day =
      Int(text).flatMap(CalendarDate.init(endOf:)) ?? CalendarDate(iso: text)
    if let day, day.year >= year { return day }
    report(
      .error, "goal-ends", row,
      day == nil
        ? "column 'ends' holds neither a year nor a day" : "the plan ends before the goal's year",
      because: "a plan runs on until then; empty is the end of \(year)",
      fixes: ["write a year or a day, such as \(year + 1) or \(year + 1)-06-30"], value: text)
    return nil
  }

  /// A number, or a diagnostic where the cell holds something else.
  mutating func number(_ row: Row, _ column: String) -> Double? {
    if let number = row.number(column) { return number }
    guard let text = row.text(column) else { return nil }
    // One wordy cell makes the whole column text; the others are numbers still. A word such as nan
    // or infinity, which Double would read, is none.
    let digits = text.filter { !" \u{A0}\u{202F}".contains($0) }
    if digits.utf8.allSatisfy("0123456789.+-eE".utf8.contains), let number = Double(digits),
      number.isFinite
    {
      return number
    }
    report(
      .error, "number", row, "column '\(column)' holds a value that is not a number",
      fixes: ["move the words to the column note_sv and leave the cell empty"], value: text)
    return nil
  }

  mutating func measurementUnit(_ row: Row, _ column: String) -> MeasurementUnit? {
    guard let name = row.text(column) else { return nil }
    if let unit = vocabulary.measurementUnits[name] { return unit }
    report(
      .error, "unit-unknown", row, "unit of measure '\(name)' is not known",
      because: "measurement-units.csv does not list it",
      fixes: [
        closestName(to: name, in: vocabulary.measurementUnits.keys.sorted())
          .map { "did you mean '\($0)'?" }, "add a row to measurement-units.csv",
      ].compactMap(\.self))
    return nil
  }

  mutating func qualifiers(_ row: Row) -> [Qualifier] {
    let words = (row.text("qualifier") ?? "").split(separator: ";").compactMap { part -> String? in
      let start = part.drop { $0 == " " }
      return start.lastIndex { $0 != " " }.map { String(start[...$0]) }
    }
    return words.compactMap { word in
      let qualifier = Qualifier(rawValue: word)
      if qualifier == nil {
        reportUnknown(row, "qualifier", word, Qualifier.allCases.map(\.rawValue))
      }
      return qualifier
    }
  }

  /// A word of a closed vocabulary.
  mutating func word<Word>(_ row: Row, _ column: String) -> Word?
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    guard let text = row.text(column) else { return nil }
    if let word = Word(rawValue: text) { return word }
    reportUnknown(row, column, text, Word.allCases.map(\.rawValue))
    return nil
  }

  private mutating func reportUnknown(
    _ row: Row, _ column: String, _ text: String, _ known: [String]
  ) {
    report(
      .error, "\(column)-unknown", row, "'\(text)' is not a known \(column)",
      because: "known: " + known.joined(separator: ", "),
      fixes: [closestName(to: text, in: known).map { "did you mean '\($0)'?" }].compactMap(\.self))
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ row: Row, _ message: String,
    because reason: String? = nil, fixes: [String] = [], value: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity, code, at: row.location, message, because: reason, fixes: fixes, value: value))
  }
}
