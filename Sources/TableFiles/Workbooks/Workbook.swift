internal import Diagnostics

/// The parts of an Excel workbook that are not cells: its sheets, texts and formats (ECMA-376, ISO 29500,
/// both as Excel writes it and strictly).
struct Workbook {
  struct Sheet {
    var name: String
    /// The file of the sheet in the archive.
    var part: String
    var isHidden: Bool
  }

  let archive: ZipArchive
  private(set) var sheets: [Sheet] = []
  private(set) var dates = SerialDate()
  /// The format of cells by the number of their style.
  private(set) var formats: [CellFormat] = []
  private var stringsPart: String?

  /// Such parts are small; the texts and the sheets are not.
  private static let mostSheets = 4096

  init(_ archive: ZipArchive) throws(Diagnostic) {
    self.archive = archive
    let file = archive.store.name
    let root = try Self.relations("_rels/.rels", in: "", archive)
    let main =
      root.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let name = main.split(separator: "/").last.map(String.init) ?? ""
    guard let member = try archive.member(main) else {
      throw FormatProblem.damaged.diagnostic(at: file)
    }
    let book = BookHandler()
    try XMLStream.read(member, of: file, book)
    dates.is1904 = book.is1904
    let relations = try Self.relations(
      (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels", in: folder, archive)
    let byID = Dictionary(relations.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    for sheet in book.sheets.prefix(Self.mostSheets) {
      guard let relation = byID[sheet.id], relation.type.hasSuffix("/worksheet") else { continue }
      sheets.append(Sheet(name: sheet.name, part: relation.target, isHidden: sheet.isHidden))
    }
    stringsPart = relations.first { $0.type.hasSuffix("/sharedStrings") }?.target
    if let styles = relations.first(where: { $0.type.hasSuffix("/styles") }),
      let member = try archive.member(styles.target)
    {
      let handler = StyleHandler()
      try XMLStream.read(member, of: file, handler)
      formats = handler.formats
    }
  }

  /// The texts that cells refer to by number.
  func strings() throws(Diagnostic) -> SharedStrings {
    let strings = SharedStrings(file: archive.store.name)
    if let part = stringsPart, let member = try archive.member(part) {
      try XMLStream.read(member, of: archive.store.name, strings)
    }
    return strings
  }

  // MARK: Parts

  private struct Relation {
    var id: String
    var type: String
    var target: String
  }

  private static func relations(
    _ part: String, in folder: String, _ archive: ZipArchive
  ) throws(Diagnostic) -> [Relation] {
    guard let member = try archive.member(part) else { return [] }
    let handler = RelationHandler(folder: folder)
    try XMLStream.read(member, of: archive.store.name, handler)
    return handler.relations
  }

  private final class RelationHandler: XMLHandler {
    let folder: String
    var relations: [Relation] = []

    init(folder: String) {
      self.folder = folder
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
        let target = attributes["Target"], relations.count < 65_536
      else { return }
      relations.append(Relation(id: id, type: type, target: resolved(target)))
    }

    /// The name of a part in the archive.
    private func resolved(_ target: String) -> String {
      var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
      for part in target.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
      }
      return parts.joined(separator: "/")
    }
  }

  private final class BookHandler: XMLHandler {
    var sheets: [(name: String, id: String, isHidden: Bool)] = []
    var is1904 = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      switch name {
      case "workbookPr": is1904 = attributes.isTrue("date1904")
      case "sheet":
        guard let label = attributes["name"], let id = attributes["id"], sheets.count < 65_536
        else { return }
        sheets.append((label, id, attributes["state"].map { $0 != "visible" } ?? false))
      default: break
      }
    }
  }

  private final class StyleHandler: XMLHandler {
    var formats: [CellFormat] = []
    private var custom: [Int: CellFormat] = [:]
    private var isInCells = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      switch name {
      case "numFmt":
        if let id = attributes.integer("numFmtId"), let code = attributes["formatCode"] {
          custom[id] = CellFormat(code: code)
        }
      case "cellXfs": isInCells = true
      case "xf":
        guard isInCells, formats.count < 1 << 20 else { return }
        let id = attributes.integer("numFmtId") ?? 0
        formats.append(custom[id] ?? CellFormat(builtIn: id))
      default: break
      }
    }

    override func end(_ name: XMLName) {
      if name == "cellXfs" { isInCells = false }
    }
  }
}
