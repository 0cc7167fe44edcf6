internal import Diagnostics
internal import Labels
package import Reports
internal import Tables
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What an import of a ticket system's export would do: cases that are known by their number are brought up to
/// date, others are added. Of the file only the columns that a case log has are kept, so nobody's name is.
package struct CasePlan: Sendable {
  package let file: String
  /// The hash SHA-256 of the file, in base 16.
  package let hash: String
  package let unit: String
  package let log: String
  package let isNew: Bool
  /// Rows of the file, and of the log as it would be.
  package let rowsIn: Int
  package let rowsOut: Int
  package let added: Int
  package let changed: Int
  package let unchanged: Int
  /// What each column of the log is called in the file.
  package let columns: [(column: String, name: String)]
  /// Columns of the file that are left out.
  package let leftOut: [String]
  package internal(set) var problems: [ImportProblem] = []
  /// The hashes of the files that it was made of; see ``planned``.
  package let read: [String: String]
  package let files: [String: [UInt8]]
  /// Whether there is anything to do.
  package let isAnything: Bool

  /// Whether it can be done.
  package var isReady: Bool { !problems.contains { $0.severity == .error } }

  /// The plan of a log's import; `nil` where the file is none.
  ///
  /// - Throws: A problem if the file or the log cannot be read, or the unit cannot be told.
  package init?(_ request: ImportRequest) throws(ImportProblem) {
    let raw: RawExport
    do throws(Diagnostic) {
      raw = try RawExport(reading: request.file, named: request.file)
    } catch {
      throw ImportProblem(error)
    }
    guard ExportProfile.of(raw).id == ExportProfile.table.id, TicketColumn.isLog(raw) else {
      return nil
    }
    // Surveys have days of beginning and end too: whoever names one knows what the file is.
    if let asked = request.survey {
      let units = try WorkspaceFiles(request.workspace).units()
      let isSurvey = units.contains { unit in
        (request.unit ?? unit) == unit
          && SurveyFolder.surveys(of: "\(request.workspace)/\(unit)").contains(asked)
      }
      if isSurvey { return nil }
    }
    unit = try Self.unit(request)
    if let asked = request.survey {
      let known = SurveyFolder.surveys(
        of: "\(request.workspace)/\(unit)", definition: Self.definitionFile)
      log = try known.contains(asked) ? asked : SurveyPlace.folder(asked, request)
    } else {
      log = "arenden"
    }
    let folder = "\(request.workspace)/\(unit)/\(log)"
    read = SurveyStep.hashes(of: Self.planned, in: folder)
    let before = try TextTable(folder, Self.dataFile)
    isNew = before == nil
    file = request.file
    hash = raw.hash
    rowsIn = raw.rowCount
    let places = TicketColumn.places(in: raw)
    let kept = TicketColumn.allCases.filter { places[$0] != nil }
    columns = kept.map { ($0.rawValue, raw.name(places[$0] ?? 0)) }
    leftOut = raw.names.indices.filter { !places.values.contains($0) }.map { raw.name($0) }
    var problems: [ImportProblem] = []
    var rows = Self.rows(raw, places, kept, &problems)
    var table = before ?? TextTable(kept.map(\.rawValue))
    table.addColumns(kept.map(\.rawValue))
    if places[.id] == nil {
      if before?.rows.isEmpty == false { problems.append(Self.replacing(raw.file)) }
    } else {
      Self.tell(rows, raw.file, leavesOut: request.leavesOutUnknown, &problems)
      rows.removeAll { Self.number($0).isEmpty }
    }
    let merged = Self.merge(rows, into: &table, byID: places[.id] != nil)
    (added, changed, unchanged) = (
      merged.added, merged.changed, max(0, rows.count - merged.added - merged.changed)
    )
    rowsOut = table.rows.count
    var files = [Self.dataFile: table.bytes]
    do throws(ImportProblem) {
      files[Self.definitionFile] = try Self.definition(
        request, folder, kept.map(\.rawValue), &problems)
    } catch {
      problems.append(error)
    }
    isAnything = files.contains { name, bytes in
      FileManager.default.contents(atPath: "\(folder)/\(name)").map { Array($0) } != bytes
    }
    self.files = files
    self.problems = problems
  }

  static let dataFile = "cases.csv"
  static let definitionFile = "cases.yaml"
  /// The files that plans are made of.
  static let planned = [dataFile, definitionFile]

  private static func unit(_ request: ImportRequest) throws(ImportProblem) -> String {
    let place = try UnitPlace(request)
    if let asked = place.asked { return asked }
    let units = place.units
    if units.count == 1 { return units[0] }
    throw ImportProblem(
      .error, "import-place", at: SourceLocation(file: request.file),
      Label(
        "det går inte att veta vilken enhet ärendena hör till",
        "it cannot be told which unit the cases belong to"),
      fixes: [Label(same: "--unit \(units.joined(separator: "|"))")])
  }

  // MARK: Rows

  /// The rows as the log has them. Times that are none are told, and left out.
  private static func rows(
    _ raw: RawExport, _ places: [TicketColumn: Int], _ kept: [TicketColumn],
    _ problems: inout [ImportProblem]
  ) -> [[(name: String, text: String)]] {
    var columns: [(name: String, texts: [String])] = []
    for column in kept {
      let texts = raw.columns[places[column] ?? 0]
      guard column.isTime else {
        if column == .id {
          problems += personalNumbers(texts, raw, places[column] ?? 0)
          columns.append((column.rawValue, texts))
        } else {
          // A subject that somebody wrote may name who it is about.
          columns.append((column.rawValue, texts.map { PersonalData.removed(from: $0) }))
        }
        continue
      }
      let moments = WrittenMoments.read(texts, monthFirst: false)
      let unread = zip(texts, moments).count { !$0.isEmpty && $1 == nil }
      if unread > 0 {
        let name = raw.name(places[column] ?? 0)
        problems.append(
          ImportProblem(
            .warning, "import-time", at: SourceLocation(file: raw.file),
            Label(
              "”\(name)” har \(unread == 1 ? "1 cell" : "\(unread) celler") som inte är en tid",
              "“\(name)” has \(unread == 1 ? "1 cell" : "\(unread) cells") that hold no time"),
            because: Label("de lämnas tomma", "they are left empty")))
      }
      let hasHours = texts.contains { $0.contains(":") || $0.contains("T") }
      columns.append(
        (
          column.rawValue,
          moments.map { $0.map { hasHours ? $0.description : $0.date.description } ?? "" }
        ))
    }
    return (0..<raw.rowCount).map { row in columns.map { ($0.name, $0.texts[row]) } }
  }

  /// A log keeps the numbers of cases as they are: they must not be those of persons.
  private static func personalNumbers(
    _ texts: [String], _ raw: RawExport, _ column: Int
  ) -> [ImportProblem] {
    let count = texts.count { PersonalData.whole($0) == .personalNumber }
    // Some numbers of cases are such numbers by chance; rows without one say nothing.
    guard count * 2 > texts.count(where: { !$0.isEmpty }) else { return [] }
    let name = raw.name(column)
    return [
      ImportProblem(
        .error, "import-case", at: SourceLocation(file: raw.file),
        Label(
          "”\(name)” har personnummer, och inga ärendenummer",
          "“\(name)” holds personal numbers, and no case numbers"),
        because: Label(
          "loggen skulle spara dem som de är", "the log would keep them as they are"),
        fixes: [
          Label(
            "exportera med ärendenas egna nummer", "export with numbers of the cases themselves")
        ])
    ]
  }

  /// Says which rows cannot be told apart: of rows with one number the last counts, and those without one would be
  /// new cases each time.
  private static func tell(
    _ rows: [[(name: String, text: String)]], _ file: String, leavesOut: Bool,
    _ problems: inout [ImportProblem]
  ) {
    let ids = rows.map(number)
    let unnumbered = ids.count(where: \.isEmpty)
    let repeated = ids.count - unnumbered - Set(ids).subtracting([""]).count
    func add(_ severity: Diagnostic.Severity, _ message: Label, _ reason: Label, _ fixes: [Label]) {
      problems.append(
        ImportProblem(
          severity, "import-case", at: SourceLocation(file: file), message, because: reason,
          fixes: fixes))
    }
    if unnumbered > 0 {
      add(
        leavesOut ? .warning : .error,
        Label(
          unnumbered == 1
            ? "1 rad har inget ärendenummer" : "\(unnumbered) rader har inget ärendenummer",
          unnumbered == 1 ? "1 row has no case number" : "\(unnumbered) rows have no case number"),
        Label(
          leavesOut ? "de räknas inte" : "nästa gång skulle de bli nya ärenden igen",
          leavesOut ? "they are not counted" : "next time they would be new cases again"),
        leavesOut
          ? []
          : [Label("--leave-out-unknown   utelämna dem", "--leave-out-unknown   leave them out")])
    }
    if repeated > 0 {
      add(
        .warning,
        Label(
          repeated == 1
            ? "1 rad har samma ärendenummer som en senare"
            : "\(repeated) rader har samma ärendenummer som senare",
          repeated == 1
            ? "1 row has the case number of a later one"
            : "\(repeated) rows have the case numbers of later ones"),
        Label("av flera räknas den sista", "of several the last one counts"), [])
    }
  }

  private static func replacing(_ file: String) -> ImportProblem {
    ImportProblem(
      .warning, "import-case", at: SourceLocation(file: file),
      Label("filen ersätter hela loggen", "the file takes the place of the whole log"),
      because: Label(
        "ärendena har inga nummer, så de som finns kan inte kännas igen",
        "the cases have no numbers, so those that are there cannot be known again"))
  }

  /// The number of the case of a row.
  private static func number(_ row: [(name: String, text: String)]) -> String {
    row.first { $0.name == TicketColumn.id.rawValue }?.text ?? ""
  }

  private static func merge(
    _ rows: [[(name: String, text: String)]], into table: inout TextTable, byID: Bool
  ) -> (added: Int, changed: Int) {
    var (added, changed) = (0, 0)
    guard byID else {
      // Without a number cases cannot be told apart: the file is the log.
      let before = table.rows
      table.rows = []
      for row in rows { table.add(row) }
      return (
        max(0, rows.count - before.count),
        before == Array(table.rows.prefix(before.count)) ? 0 : before.count
      )
    }
    var places: [String: Int] = [:]
    for (place, row) in table.rows.enumerated() { places[table.text(row, "id")] = place }
    for row in rows {
      let id = number(row)
      guard let place = places[id] else {
        table.add(row)
        places[id] = table.rows.count - 1
        added += 1
        continue
      }
      var isChanged = false
      for (name, text) in row {
        guard let column = table.column(name) else { continue }
        if table.rows[place][column] != text { isChanged = true }
        table.rows[place][column] = text
      }
      if isChanged { changed += 1 }
    }
    return (added, changed)
  }

  // MARK: Definition

  private static func definition(
    _ request: ImportRequest, _ folder: String, _ names: [String],
    _ problems: inout [ImportProblem]
  ) throws(ImportProblem) -> [UInt8] {
    let path = "\(folder)/\(definitionFile)"
    if let data = FileManager.default.contents(atPath: path) {
      var text = YAMLText(String(decoding: data, as: UTF8.self), file: path)
      problems += contradictions(try text.root(), path, names)
      let known = try text.root().list("goals").compactMap(\.scalar)
      try text.append(
        request.goals.filter { !known.contains($0) }.map(YAMLText.quoted), to: "goals")
      return Array(text.text.utf8)
    }
    let columns = TicketColumn.allCases.map(\.rawValue).filter(names.contains)
    var lines = [
      "# Made by `nyckeltal import` from the export of a case system. Change it as you like.",
      "title: \(YAMLText.label(request.title.map { Label(same: $0) } ?? Label("Ärenden", "Cases")))",
      "data: \(dataFile)",
      "columns: {\(columns.map { "\($0): \($0)" }.joined(separator: ", "))}",
    ]
    if !request.goals.isEmpty {
      lines.append("goals:")
      lines += request.goals.map { "  - \(YAMLText.quoted($0))" }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// What of a definition lets what is brought in not be counted: another file, or other columns.
  private static func contradictions(
    _ root: YAMLNode, _ path: String, _ names: [String]
  ) -> [ImportProblem] {
    func problem(_ severity: Diagnostic.Severity, _ message: Label, _ fix: String) -> ImportProblem
    {
      ImportProblem(
        severity, "import-definition", at: SourceLocation(file: path), message,
        because: Label(
          "det som läses in skulle inte räknas", "what is brought in would not be counted"),
        fixes: [Label(same: fix)])
    }
    if let data = root.text("data"), data != dataFile {
      return [
        problem(
          .error,
          Label(
            "loggen läser '\(data)', och import skriver \(dataFile)",
            "the log reads '\(data)', and imports write \(dataFile)"), "data: \(dataFile)")
      ]
    }
    let known = root["columns"]?.mapping ?? []
    return TicketColumn.allCases.map(\.rawValue).filter(names.contains).compactMap { column in
      let read = known.first { $0.key.scalar == column }?.value.scalar
      return read == column
        ? nil
        : problem(
          read == nil ? .warning : .error,
          Label(
            "loggen läser inte kolumnen '\(column)'",
            "the log does not read the column '\(column)'"), "columns: {\(column): \(column)}")
    }
  }

  // MARK: Preview

  /// What it would do, for its reader.
  package var preview: ReportDocument {
    let rows = Fact(.count(rowsIn))
    let counts = [
      (Label("nya", "new"), added), (Label("ändrade", "changed"), changed),
      (Label("oförändrade", "unchanged"), unchanged),
    ]
    var blocks: [Block] = [
      .paragraph(
        Sentence(
          "\(rows) \(rowsIn == 1 ? "rad läst" : "rader lästa") (ärendelogg).",
          "\(rows) \(rowsIn == 1 ? "row" : "rows") read (case log).")),
      .table(
        ReportTable(
          id: "cases", title: Label("Ärenden", "Cases"),
          columns: [
            ReportColumn("kind", Label("", "")), ReportColumn("count", Label("Antal", "Number")),
          ],
          rows: counts.map { ReportRow([.words(Sentence($0)), .fact(Fact(.count($1)))]) })),
      .table(
        ReportTable(
          id: "columns", title: Label("Kolumner", "Columns"),
          columns: [
            ReportColumn("column", Label("I loggen", "In the log")),
            ReportColumn("name", Label("I filen", "In the file")),
          ],
          rows: columns.map {
            ReportRow([.code($0.column), .words(Sentence(Label(same: $0.name)))])
          })),
    ]
    if !leftOut.isEmpty {
      let names = leftOut.joined(separator: ", ")
      blocks.append(.note(Sentence(Label("Sparas inte: \(names).", "Not kept: \(names)."))))
    }
    return ReportDocument(
      id: "import", title: Label("Förhandsgranskning", "Preview"),
      subtitle: Sentence(Label(same: "\(file) → \(unit)/\(log)")), blocks: blocks)
  }
}
