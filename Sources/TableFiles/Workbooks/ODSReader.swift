package import Diagnostics
internal import Tables

/// Reads sheets of OpenDocument (`.ods`), as LibreOffice writes them, by the same rules as
/// ``XLSXReader``.
package struct ODSReader: BoundedReader {
  package static var endings: [String] { ["ods"] }
  package static var hasSheets: Bool { true }

  private let memoryLimit: Int

  package init(memoryLimit: Int) {
    self.memoryLimit = memoryLimit
  }

  package func sheets(in path: String, named name: String) throws(Diagnostic) -> [String] {
    try Self.sheets(SpreadsheetArchive.open(path, named: name), name).map(\.name)
  }

  package func read(
    file path: String, named name: String, options: TableOptions
  ) throws(Diagnostic) -> TableReading {
    let archive = try SpreadsheetArchive.open(path, named: name)
    let sheets = try Self.sheets(archive, name)
    let names = sheets.map(\.name)
    let index = try SheetChoice.index(
      options.sheet, among: names, visible: sheets.map { !$0.isHidden }, of: name)
    let place = "\(name)#\(names[index])"
    let handler = ODSHandler(index, file: place, memoryLimit: memoryLimit)
    if options.sheet == nil {
      SheetChoice.tell(index, among: names, &handler.rows.problems)
    }
    try XMLStream.read(Self.content(archive, name), of: place, handler)
    return try handler.rows.reading(options)
  }

  private static func content(
    _ archive: ZipArchive, _ name: String
  ) throws(Diagnostic) -> ZipMember {
    guard let member = try archive.member("content.xml") else {
      throw FormatProblem.damaged.diagnostic(at: name)
    }
    return member
  }

  private static func sheets(
    _ archive: ZipArchive, _ name: String
  ) throws(Diagnostic) -> [ODSSheets.Sheet] {
    // An encrypted part is listed with what it takes to unlock it.
    if let manifest = try archive.member("META-INF/manifest.xml") {
      let lock = ODSLock()
      try XMLStream.read(manifest, of: name, lock)
      if lock.isLocked { throw FormatProblem.encrypted.diagnostic(at: name) }
    }
    let handler = ODSSheets()
    try XMLStream.read(content(archive, name), of: name, handler)
    return handler.sheets
  }
}

/// Finds out whether a document is encrypted.
private final class ODSLock: XMLHandler {
  var isLocked = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "encryption-data" { isLocked = true }
  }
}

/// Lists the sheets of a document.
private final class ODSSheets: XMLHandler {
  struct Sheet {
    var name: String
    var isHidden: Bool
  }

  var sheets: [Sheet] = []
  private var style = ""
  private var hidden: Set<String> = []
  private var depth = 0

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "style": style = attributes["name"] ?? ""
    case "table-properties":
      if attributes["display"] == "false" { hidden.insert(style) }
    case "table":
      depth += 1
      guard depth == 1, sheets.count < 65_536 else { return }
      sheets.append(
        Sheet(
          name: attributes["name"] ?? "",
          isHidden: hidden.contains(attributes["style-name"] ?? "")))
    default: break
    }
  }

  override func end(_ name: XMLName) {
    if name == "table" { depth -= 1 }
  }
}
