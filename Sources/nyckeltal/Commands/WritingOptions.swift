internal import ArgumentParser
internal import Diagnostics
internal import Labels
internal import Reports
internal import TableFiles

/// How and where the result is written.
struct WritingOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("format")],
    help: ArgumentHelp(
      "text, csv, html, markdown, json, xlsx, docx or pdf; several with commas and --output FOLDER.",
      discussion: """
        Text unless a CSV dialect is named, or a file that ends with .csv, .html, .md, .json, .xlsx, \
        .docx or .pdf; a file that ends otherwise needs the option. docx is written by pandoc and pdf by Chromium, where they are installed.
        """, valueName: "format"),
    transform: OutputFormats.init(argument:))
  private var chosenFormats: OutputFormats?

  @Option(
    name: [.customShort("l"), .customLong("language")],
    help: "sv or en; sv without it, and both in JSON.")
  private var chosenLanguage: Language?

  @Option(
    name: .long,
    help: """
      standard, or excel-sv: semicolons, decimal comma, byte order mark, headings in the language.
      """)
  var csvDialect: DialectName?

  @Flag(name: .long, help: "Say where every figure comes from: file and line, document and line.")
  var sources = false

  @Option(
    name: [.short, .long],
    help: """
      A file to write to instead of the terminal, whose ending names the format; for several formats, \
      and for 'report' unless the ending names a format, a folder.
      """,
    completion: .file())
  var output: String?

  @Option(
    name: .long, help: "One table of the report by its name; CSV holds one table at a time.")
  var table: String?

  func validate() throws {
    try Self.validate(output: output)
    guard output == nil else { return }
    if let format = formats.first(where: { !$0.isText }), formats.count == 1, Terminal.isWatched {
      let name = format.rawValue
      throw ValidationError("\(name) is no text: name a file for it with --output report.\(name)")
    }
    guard formats.count > 1 else { return }
    let names = formats.map(\.rawValue).joined(separator: " and ")
    throw ValidationError("\(names) are several files: name a folder for them with --output")
  }

  /// An empty name would be the root of the file system once a name of a file follows it.
  static func validate(output: String?) throws {
    if output?.isEmpty == true {
      throw ValidationError("--output needs a name, and is empty: is a variable not set?")
    }
  }

  /// The options in use that say how and where to write, but for the choice of a table.
  var namesOfWriting: [String] {
    [
      chosenFormats == nil ? nil : "--format", chosenLanguage == nil ? nil : "--language",
      csvDialect == nil ? nil : "--csv-dialect", sources ? "--sources" : nil,
      output == nil ? nil : "--output",
    ].compactMap(\.self)
  }

  /// The formats that were asked for; `nil` for the usual ones.
  var chosen: [OutputFormat]? {
    chosenFormats?.list ?? (csvDialect == nil ? nil : [.csv])
  }
  var formats: [OutputFormat] { chosen ?? fileFormat.map { [$0] } ?? [.text] }

  /// The format that the name of the file means.
  var fileFormat: OutputFormat? { OutputFormat.named(by: output) }

  /// Refuses a name of a file that does not fit what is to be written to it.
  ///
  /// - Parameter isFolder: Whether a name that means no format is that of a folder.
  /// - Throws: A validation error that says how to mend it.
  func checkFile(orFolder isFolder: Bool = false) throws {
    if let output, formats.count > 1, let meant = fileFormat {
      throw ValidationError(
        "'\(output)' is one file by its name, and several formats are a folder of files: give it "
          + "another name, or leave out all formats but \(meant.rawValue)")
    }
    let option = chosenFormats == nil ? "--csv-dialect" : "--format \(formats[0].rawValue)"
    try OutputFormat.refuseContradiction(between: chosen?.first, option, and: output)
    guard chosen == nil else { return }
    try OutputFormat.refuseUnknownEnding(of: output, orFolder: isFolder)
  }
  var language: Language { chosenLanguage ?? .swedish }

  /// The language where none was asked for.
  mutating func setUsual(_ language: Language) { chosenLanguage = chosenLanguage ?? language }

  var text: TextRenderer { TextRenderer(language: language, showsSources: sources) }
  /// What writes text for standard output.
  var printedText: TextRenderer {
    TextRenderer(language: language, showsSources: sources, style: Terminal.textStyle)
  }
  var csv: CSVRenderer { CSVRenderer(language: language, dialect: dialect) }
  var html: HTMLRenderer { HTMLRenderer(language: language) }
  var markdown: MarkdownRenderer { MarkdownRenderer(language: language, showsSources: sources) }
  var json: JSONRenderer {
    JSONRenderer(languages: chosenLanguage.map { [$0] } ?? Language.allCases)
  }
  var dialect: CSVDialect { (csvDialect ?? .standard).dialect }

  /// What writes the files of a format.
  func renderer(_ format: OutputFormat) -> any ReportRenderer {
    switch format {
    case .text: text
    case .csv: csv
    case .html: html
    case .markdown: markdown
    case .json: json
    case .xlsx: XLSXRenderer(language: language)
    case .docx: WordRenderer(language: language)
    case .pdf: PDFRenderer(language: language)
    }
  }

  /// What a renderer gives; where it cannot, a diagnostic in the language of the report.
  func rendering<Result>(_ render: () throws(RenderingProblem) -> Result) throws(Diagnostic)
    -> Result
  {
    do {
      return try render()
    } catch {
      throw Diagnostic(
        .error, error.code, at: SourceLocation(file: output ?? "standard output"),
        error.label[language], fixes: error.fixes.map { $0[language] })
    }
  }

  // MARK: Writing

  /// Writes a report, or the one of its tables that was chosen. `asText` stands in place of the
  /// document where its text is made elsewhere.
  func write(_ document: ReportDocument, asText: String? = nil) throws {
    try checkFile()
    guard formats.count == 1, let format = formats.first else {
      return try save(document, asText: asText)
    }
    if format == .markdown, let output { return try saveMarkdown(document, at: output) }
    if format == .text, let asText { return try write(Array(asText.utf8)) }
    try write(rendered(document))
  }

  /// A report in the one format, or one table of it as CSV: several tables in one file are no CSV.
  func rendered(_ document: ReportDocument) throws -> [UInt8] {
    let format = formats[0]
    if format == .csv { return Array(try csv.render(chosen(from: document.dataTables)).utf8) }
    let document = try narrowed(document)
    if format == .text, output == nil { return Array(printedText.render(document).utf8) }
    // On standard output Markdown has no charts beside it.
    if format == .markdown { return Array(markdown.render(document).utf8) }
    let place = ReportPlace(path: document.id, folder: document.id)
    let files = try rendering { () throws(RenderingProblem) in
      try renderer(format).files(of: document, at: place)
    }
    return files.first?.content ?? []
  }

  /// Writes a report in several formats into a folder.
  private func save(_ document: ReportDocument, asText: String?) throws {
    guard let output else { return }
    if let problem = Terminal.problem(newFolder: output) { throw problem }
    let document = try narrowed(document)
    let place = ReportPlace(path: document.id, folder: document.id)
    for format in formats {
      let files = try rendering { () throws(RenderingProblem) in
        try renderer(format).files(of: document, at: place)
      }
      for file in files {
        let content = format == .text ? asText.map { Array($0.utf8) } : nil
        try Terminal.save(
          content ?? file.content, to: "\(output)/\(file.path)", makesFolders: true)
      }
    }
  }

  /// A path without what stands behind the last point of the file's name.
  private static func withoutExtension(_ path: String) -> String {
    let nameStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let point = path[nameStart...].lastIndex(of: "."), point > nameStart else { return path }
    return String(path[..<point])
  }

  /// Writes Markdown to a file and its charts into a folder of the same name.
  private func saveMarkdown(_ document: ReportDocument, at path: String) throws {
    let name = Self.withoutExtension(path)
    let folder = name == path ? "\(path)-charts" : name
    let files = try markdown.files(
      of: narrowed(document), at: ReportPlace(path: name, folder: folder))
    for (place, file) in files.enumerated() {
      try Terminal.save(
        file.content, to: place == 0 ? path : file.path, makesFolders: place > 0)
    }
  }

  /// The report, or the one of its tables that was asked for.
  func narrowed(_ document: ReportDocument) throws -> ReportDocument {
    guard table != nil else { return document }
    var document = document
    document.blocks = [
      .table(try chosen(from: document.tables.filter { $0.audience != .dataFiles }))
    ]
    return document
  }

  /// The table that was asked for, or the only one.
  func chosen(from tables: [ReportTable]) throws -> ReportTable {
    let wanted = tables.filter { table == nil || $0.id == table }
    if wanted.count == 1 { return wanted[0] }
    var names: [String] = []
    for table in tables where !names.contains(table.id) { names.append(table.id) }
    let list = names.joined(separator: ", ")
    guard let table else {
      throw ValidationError(
        tables.isEmpty
          ? "There is no table to write as CSV"
          : "CSV holds one table, and there are \(tables.count). Choose one with --table: \(list)")
    }
    throw wanted.isEmpty
      ? ValidationError("There is no table '\(table)'; there are: \(list)")
      : ValidationError("\(wanted.count) tables are named '\(table)'. Choose one unit with --unit")
  }

  func write(_ bytes: [UInt8]) throws {
    if let output {
      try Terminal.save(bytes, to: output)
    } else {
      try Terminal.print(bytes)
    }
  }
}
