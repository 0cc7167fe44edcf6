internal import Diagnostics
internal import TableFiles
internal import Tables

/// A file as it is written: names of columns, and a text for each cell.
struct RawExport: Sendable {
  /// The file as messages name it.
  let file: String
  /// The names as the file has them; empty where it has none.
  let names: [String]
  /// The texts column by column, without white space around; empty for none.
  var columns: [[String]]
  /// What the file says of each column beside its name and cells.
  var described: [Described]
  /// The line of each row, where it is known.
  var lines: [Int?]
  /// What the reader of the format has to say.
  var diagnostics: [Diagnostic]
  /// The hash SHA-256 of the file that was read, in base 16; empty for what is no file.
  private(set) var hash = ""

  /// What a statistical program, or the structure of a survey, says of a column.
  struct Described: Hashable, Sendable {
    /// The question that was asked.
    var wording: String?
    /// The answers that could be chosen, in their order; nothing where they are not named.
    var answers: [String] = []
  }

  var rowCount: Int { lines.count }

  init(file: String, names: [String], columns: [[String]], lines: [Int?]? = nil) {
    self.file = file
    self.names = names
    self.columns = columns
    described = Array(repeating: Described(), count: names.count)
    self.lines = lines ?? (columns.first ?? []).indices.map { $0 + 2 }
    diagnostics = []
  }

  /// Reads a file by the reader of its format.
  ///
  /// Every column is read as text: what an answer means is not for a reader of files to guess. The names of
  /// the columns have to be known for that, so the file is opened twice.
  ///
  /// - Throws: A diagnostic if the file cannot be opened, is damaged, or changes meanwhile.
  init(reading path: String, named name: String) throws(Diagnostic) {
    let file = TableFile.place(path).file
    if file.split(separator: "/").last?.hasPrefix("~$") == true { throw Self.ownerFile(name) }
    let hash = FileHash.sha256(ofFile: file)
    // A reader of workbooks would call it damaged.
    if hash == FileHash.sha256([]) { throw Self.emptyFile(name) }
    try self.init(opening: path, named: name)
    guard let hash else { throw Self.noFile(name) }
    guard hash == FileHash.sha256(ofFile: file) else { throw Self.changed(name) }
    self.hash = hash
  }

  /// What Excel and LibreOffice lay beside a workbook that is open tells who has opened it, and holds no sheet.
  private static func ownerFile(_ name: String) -> Diagnostic {
    let workbook = name.replacing("~$", with: "")
    var problem = Diagnostic(
      .error, "import-open", at: SourceLocation(file: name),
      "Excel lays this file beside a workbook as long as it is open; it holds no answers",
      fixes: ["name the workbook   \(workbook.quotedForShell)"])
    problem.swedish = Diagnostic.Wording(
      "den här filen lägger Excel bredvid en arbetsbok så länge den är öppen; den har inga svar",
      fixes: ["ange arbetsboken   \(workbook.quotedForShell)"])
    return problem
  }

  private static func emptyFile(_ name: String) -> Diagnostic {
    var problem = Diagnostic(
      .error, "import-no-rows", at: SourceLocation(file: name), "the file is empty",
      fixes: ["export the data again"])
    problem.swedish = Diagnostic.Wording("filen är tom", fixes: ["exportera svaren igen"])
    return problem
  }

  private static func noFile(_ name: String) -> Diagnostic {
    var problem = Diagnostic(
      .error, "import-read", at: SourceLocation(file: name),
      "this is no file that can be read again", because: "a pipe gives what it holds once",
      fixes: ["save it as a file first"])
    problem.swedish = Diagnostic.Wording(
      "det här är ingen fil som kan läsas igen", because: "ett rör ger det som det har en gång",
      fixes: ["spara det som en fil först"])
    return problem
  }

  private init(opening path: String, named name: String) throws(Diagnostic) {
    let first = try TableFile.read(path, named: name, options: TableOptions(missingWords: []))
    let names = first.table.schema.names
    let types = Dictionary(names.map { ($0, ColumnType.text) }, uniquingKeysWith: { a, _ in a })
    let reading: TableReading
    if let described = try Self.describedColumns(path, name, first, types) {
      reading = described
    } else {
      reading = try TableFile.read(
        path, named: name, options: TableOptions(types: types, missingWords: []))
    }
    if let damage = reading.diagnostics.first(where: { $0.severity == .error }) { throw damage }
    let table = reading.table
    file = name
    self.names = table.schema.names.enumerated().map { place, name in
      // A reader numbers columns without a name.
      name == "column_\(place + 1)" ? "" : name
    }
    columns = table.schema.names.map { column in
      let texts = TextColumn(column, of: table)
      return (0..<table.rowCount).map { texts?[$0] ?? "" }
    }
    described = table.schema.names.indices.map { place in
      guard reading.columns.indices.contains(place) else { return Described() }
      let column = reading.columns[place]
      return Described(wording: column.label, answers: column.valueLabels.map(\.label))
    }
    let lines = table.lines
    self.lines = (0..<table.rowCount).map { lines[$0] }
    diagnostics = reading.diagnostics.filter {
      $0.severity != .note && !$0.code.contains("header") && !$0.code.contains("type")
    }
  }

  private static func changed(_ name: String) -> Diagnostic {
    var problem = Diagnostic(
      .error, "import-changed", at: SourceLocation(file: name),
      "the file was changed while it was read", fixes: ["try again when it is saved"])
    problem.swedish = Diagnostic.Wording(
      "filen ändrades medan den lästes", fixes: ["försök igen när den är sparad"])
    return problem
  }

  /// The file with the rows that describe its columns, which a reader of CSV leaves out: those of Qualtrics
  /// hold the wording of the questions.
  private static func describedColumns(
    _ path: String, _ name: String, _ first: TableReading, _ types: [String: ColumnType]
  ) throws(Diagnostic) -> TableReading? {
    guard first.diagnostics.contains(where: { $0.code == "csv-title" }) else { return nil }
    let file = try CSVReader.read(
      file: path, named: name,
      options: CSVOptions(hasHeader: true, types: types, missingWords: []))
    let names = file.table.schema.names
    guard file.table.rowCount > 1, names == first.table.schema.names,
      names.allSatisfy({
        file.table.cell($0, ofRow: 1).written?.hasPrefix(ExportProfile.importID) == true
      })
    else { return nil }
    return TableReading(table: file.table, columns: [], diagnostics: file.diagnostics)
  }

  /// The export with other names, cells and descriptions of the same columns.
  func with(names: [String], columns: [[String]], described: [Described]) -> RawExport {
    var export = RawExport(file: file, names: names, columns: columns, lines: lines)
    (export.described, export.diagnostics, export.hash) = (described, diagnostics, hash)
    return export
  }

  /// The export without its first rows.
  func leavingOutRows(_ count: Int) -> RawExport {
    var rest = self
    rest.columns = columns.map { Array($0.dropFirst(count)) }
    rest.lines = Array(lines.dropFirst(count))
    return rest
  }

  /// Whether a column bears one of some names, after folding.
  func has(_ names: String...) -> Bool {
    let own = Set(self.names.map(\.foldedForMatching))
    return names.contains { own.contains($0.foldedForMatching) }
  }
}
