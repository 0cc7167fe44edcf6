internal import Diagnostics
internal import Labels
internal import TableFiles
internal import Tables
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A survey's folder as it is: its definition, and its tables as texts.
struct SurveyFolder {
  /// Where it is; there need not be anything.
  let path: String
  /// `survey.yaml`; `nil` where there is no survey yet.
  let definition: YAMLText?
  let mapping: SurveyMapping
  let responses: TextTable
  let population: TextTable
  /// The list of persons; `nil` where groups are known by number.
  let invitations: TextTable?
  let ledger: Ledger
  /// The hashes of the files that plans are made of, as they were read.
  let hashes: [String: String]

  static let definitionFile = "survey.yaml"
  static let responsesFile = "responses.csv"
  static let populationFile = "population.csv"
  static let invitationsFile = "invitations.csv"
  static let ledgerFile = "imports.csv"
  /// The files that plans are made of.
  static let planned = [
    definitionFile, responsesFile, populationFile, invitationsFile, ledgerFile,
    SurveyMapping.fileName,
  ]

  init(_ path: String) throws(ImportProblem) {
    self.path = path
    // First: what is written while the files are read makes another hash.
    hashes = SurveyStep.hashes(of: Self.planned, in: path)
    definition = try Self.definition(path)
    mapping = try Self.mapping(path)
    responses =
      try TextTable(path, Self.responsesFile) ?? TextTable(["wave", "respondent", "group"])
    population =
      try TextTable(path, Self.populationFile) ?? TextTable(["wave", "group", "invited"])
    invitations = try TextTable(path, Self.invitationsFile)
    ledger = Ledger(try TextTable(path, Self.ledgerFile))
  }

  /// The definition alone.
  static func definition(_ path: String) throws(ImportProblem) -> YAMLText? {
    guard let text = try Self.text(path, definitionFile) else { return nil }
    return YAMLText(text, file: "\(path)/\(definitionFile)")
  }

  /// The mapping alone.
  static func mapping(_ path: String) throws(ImportProblem) -> SurveyMapping {
    guard let text = try Self.text(path, SurveyMapping.fileName) else { return SurveyMapping() }
    return SurveyMapping(try YAMLText(text, file: "\(path)/\(SurveyMapping.fileName)").root())
  }

  private static func text(_ folder: String, _ name: String) throws(ImportProblem) -> String? {
    let path = "\(folder)/\(name)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let bytes = WholeFolder.content(of: path) else {
      throw ImportProblem(unreadable: path, because: WholeFolder.reason)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ImportProblem(
        .error, "import-definition", at: SourceLocation(file: path),
        Label("filen går inte att läsa som UTF-8", "the file cannot be read as UTF-8"),
        fixes: [Label("spara den som UTF-8", "save it as UTF-8")])
    }
    return text
  }

  /// The surveys of a unit, as names of folders; or what else has a definition of that name.
  static func surveys(of unit: String, definition: String = definitionFile) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: unit)) ?? []
    return names.sorted().filter {
      !$0.hasPrefix(".") && FileManager.default.fileExists(atPath: "\(unit)/\($0)/\(definition)")
    }
  }
}

/// A small table of texts: what an import adds rows to.
struct TextTable: Hashable {
  var names: [String]
  var rows: [[String]] = []

  init(_ names: [String]) { self.names = names }

  /// Reads a file; `nil` where there is none.
  init?(_ folder: String, _ name: String) throws(ImportProblem) {
    let path = "\(folder)/\(name)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let bytes = WholeFolder.content(of: path) else {
      throw ImportProblem(unreadable: path, because: WholeFolder.reason)
    }
    try self.init(bytes: bytes, named: path)
  }

  /// Reads the bytes of a file of CSV, every cell as text.
  ///
  /// - Throws: A problem if not every cell can be read: what is written back would lack it.
  init(bytes: [UInt8], named name: String) throws(ImportProblem) {
    let first = CSVReader.read(
      bytes: bytes, named: name, options: CSVOptions(hasHeader: true, missingWords: []))
    names = first.table.schema.names
    let types = Dictionary(names.map { ($0, ColumnType.text) }, uniquingKeysWith: { a, _ in a })
    let file = CSVReader.read(
      bytes: bytes, named: name,
      options: CSVOptions(hasHeader: true, types: types, missingWords: []))
    if let damage = file.diagnostics.first(where: { $0.severity == .error }) {
      throw ImportProblem(damage)
    }
    let columns = names.map { TextColumn($0, of: file.table) }
    rows = (0..<file.table.rowCount).map { row in columns.map { $0?[row] ?? "" } }
  }

  func column(_ name: String) -> Int? { names.firstIndex(of: name) }

  func text(_ row: [String], _ name: String) -> String { column(name).map { row[$0] } ?? "" }

  /// Adds a row by the names of its columns; columns that are not there are made.
  mutating func add(_ values: [(name: String, text: String)]) {
    addColumns(values.map(\.name))
    var row = Array(repeating: "", count: names.count)
    for (name, text) in values { if let place = column(name) { row[place] = text } }
    rows.append(row)
  }

  /// Makes columns that are not there.
  mutating func addColumns(_ wanted: [String]) {
    for name in wanted where column(name) == nil {
      names.append(name)
      for place in rows.indices { rows[place].append("") }
    }
  }

  /// Removes some rows.
  mutating func removeRows(where isRemoved: (TextTable, [String]) -> Bool) {
    let table = self
    rows.removeAll { isRemoved(table, $0) }
  }

  /// The file.
  var bytes: [UInt8] {
    var writer = CSVWriter()
    writer.append(fields: names)
    // A field of nothing is a missing value, and a row of nothing is a blank line.
    for row in rows { writer.append(fields: row.map { $0.isEmpty ? nil : $0 }) }
    return writer.bytes
  }
}
