package import Diagnostics
internal import Tables

/// Reads sheets of Excel workbooks (`.xlsx`, `.xlsm`).
///
/// Cells are typed by what the workbook says: numbers, texts, truth values, and days or moments where
/// the number format shows one. A time of the day and a length of time become text (`08:30`, `30:15:00`).
/// Percentages are the numbers that are stored: 0.58 for a cell that shows 58 %. Formulas have the
/// result that was stored with them; errors are missing, and told.
///
/// The names of the columns stand in the first row that fills more than one cell. What stands alone above
/// is a title; a row of groups, merged over the names below, goes before them: `2023 Yes`.
package struct XLSXReader: BoundedReader {
  package static var endings: [String] { ["xlsx", "xlsm"] }
  package static var hasSheets: Bool { true }

  private let memoryLimit: Int

  package init(memoryLimit: Int) {
    self.memoryLimit = memoryLimit
  }

  package func sheets(in path: String, named name: String) throws(Diagnostic) -> [String] {
    try Workbook(SpreadsheetArchive.open(path, named: name)).sheets.map(\.name)
  }

  package func read(
    file path: String, named name: String, options: TableOptions
  ) throws(Diagnostic) -> TableReading {
    let book = try Workbook(SpreadsheetArchive.open(path, named: name))
    let names = book.sheets.map(\.name)
    let index = try SheetChoice.index(
      options.sheet, among: names, visible: book.sheets.map { !$0.isHidden }, of: name)
    let sheet = book.sheets[index]
    let place = "\(name)#\(sheet.name)"
    guard let member = try book.archive.member(sheet.part) else {
      throw FormatProblem.damaged.diagnostic(at: place)
    }
    let handler = SheetHandler(book, try book.strings(), file: place, memoryLimit: memoryLimit)
    if options.sheet == nil {
      SheetChoice.tell(index, among: names, &handler.rows.problems)
    }
    try XMLStream.read(member, of: place, handler)
    return try handler.rows.reading(options)
  }
}

extension SheetRows {
  /// The table with what is wrong in it.
  func reading(_ options: TableOptions) throws(Diagnostic) -> TableReading {
    let table = try table(options)
    return TableReading(
      table: table,
      columns: table.schema.names.map { ColumnDescription(declaredType: options.types[$0]) },
      diagnostics: problems.diagnostics)
  }
}

/// Opens the archives that workbooks are.
enum SpreadsheetArchive {
  static func open(_ path: String, named name: String) throws(Diagnostic) -> ZipArchive {
    let store: ByteStore
    let start: [UInt8]
    do {
      store = try ByteStore.opened(
        SystemCalls.open(path, named: name), named: name, in: .temporaryFile)
      start = try store.bytes(0..<min(4096, store.wait(for: 4096)))
    } catch {
      throw error as? Diagnostic ?? FormatProblem.damaged.diagnostic(at: name)
    }
    switch start.withUnsafeBufferPointer({ FileKind($0) }) {
    case .oldExcelWorkbook:
      // What is encrypted lies in the container of old workbooks.
      let isEncrypted = (try? Self.isEncrypted(store)) ?? false
      throw (isEncrypted ? FormatProblem.encrypted : .oldExcel).diagnostic(at: name)
    default: return try ZipArchive(store)
    }
  }

  /// Whether the directory of an OLE container names the stream that holds an encrypted document.
  private static func isEncrypted(_ store: ByteStore) throws -> Bool {
    let head = LittleEndian(try store.bytes(0..<512))
    guard let sector = head.uint32(48), let shift = head.uint16(30), shift < 16 else {
      return false
    }
    let start = (Int(sector) + 1) << Int(shift)
    let directory = try store.bytes(start..<start + 4096)
    let name = Array("EncryptedPackage".utf8).flatMap { [$0, 0] as [UInt8] }
    return directory.indices.contains { directory[$0...].starts(with: name) }
  }
}

/// Chooses among the sheets of a workbook.
enum SheetChoice {
  /// The sheet of a name, or the first that readers see.
  static func index(
    _ wanted: String?, among names: [String], visible: [Bool], of file: String
  ) throws(Diagnostic) -> Int {
    if let wanted {
      let folded = wanted.lowercased()
      guard
        let index = names.firstIndex(of: wanted)
          ?? names.firstIndex(where: { $0.lowercased() == folded })
      else { throw FormatProblem.noSheet(wanted, sheets: names).diagnostic(at: file) }
      return index
    }
    guard !names.isEmpty else { throw FormatProblem.empty.diagnostic(at: file) }
    return visible.firstIndex(of: true) ?? 0
  }

  static func tell(_ index: Int, among names: [String], _ problems: inout FormatProblems) {
    if names.count > 1 {
      problems.add(
        .otherSheets(
          names[index], others: names.enumerated().filter { $0.offset != index }.map(\.element)))
    }
  }
}
