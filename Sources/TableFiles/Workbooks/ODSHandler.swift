internal import Diagnostics
internal import Tables

/// Reads the cells of one sheet of an OpenDocument (ODF 1.3, part 3, 9.1 and 19.385).
final class ODSHandler: XMLHandler {
  let rows: SheetRows
  private let wanted: Int
  private let file: String
  private let parser = ValueParser(missing: MissingWords([]))

  private var table = -1
  private var depth = 0
  private var row = 1
  private var rowRepeats = 1
  private var cells: [(column: Int, value: Cell)] = []
  private var column = 0
  private var cellRepeats = 1
  private var value = Cell.null
  private var isCell = false
  private var takesText = false
  private var isError = false
  private var text: [UInt8] = []
  private var paragraphs = 0
  private var isParagraph = false
  /// Notes and drawings within a cell are none of its text.
  private var asides = 0
  private var written = 0
  private let memoryLimit: Int

  init(_ wanted: Int, file: String, memoryLimit: Int) {
    self.wanted = wanted
    self.file = file
    self.memoryLimit = memoryLimit
    rows = SheetRows(file: file, memoryLimit: memoryLimit)
  }

  private var isRead: Bool { table == wanted && depth == 1 }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "table" {
      depth += 1
      if depth == 1 { table += 1 }
      return
    }
    guard isRead else { return }
    switch name {
    case "table-row":
      rowRepeats = Self.count(attributes.bytes("number-rows-repeated"))
      column = 0
      cells.removeAll(keepingCapacity: true)
    case "table-cell", "covered-table-cell": startCell(attributes)
    case _ where Self.isAside(name): asides += 1
    default: if isCell, asides == 0 { startText(name, attributes) }
    }
  }

  override func end(_ name: XMLName) {
    if name == "table" {
      depth -= 1
      return
    }
    guard isRead else { return }
    switch name {
    case "table-row": endRow()
    case "table-cell", "covered-table-cell": endCell()
    case _ where Self.isAside(name): asides -= 1
    case "p": if asides == 0 { isParagraph = false }
    default: break
    }
  }

  override func text(_ bytes: Bytes) {
    if isCell, isParagraph, asides == 0, text.count < CellText.longest { text += bytes }
  }

  /// Notes, and what may be drawn on a cell (ODF 1.3, part 3, 9.1.4 and 10.3).
  private static func isAside(_ name: XMLName) -> Bool {
    switch name {
    case "annotation", "shapes", "frame", "custom-shape", "rect", "line", "polyline", "polygon",
      "regular-polygon", "path", "circle", "ellipse", "g", "connector", "caption", "measure",
      "control":
      true
    default: false
    }
  }

  private func startText(_ name: XMLName, _ attributes: XMLAttributes) {
    guard text.count < CellText.longest else { return }
    switch name {
    case "p":
      if paragraphs > 0 { text.append(.lf) }
      paragraphs += 1
      isParagraph = true
    case "s":
      let count = min(Self.count(attributes.bytes("c")), 1000)
      text += [UInt8](repeating: .space, count: count)
    case "tab": text.append(.tab)
    case "line-break": text.append(.lf)
    default: break
    }
  }

  /// How often something is repeated: at least once.
  private static func count(_ text: UnsafePointer<CChar>?) -> Int {
    guard let text, let count = Int(String(cString: text)) else { return 1 }
    return max(1, min(count, CellPlace.mostRows))
  }

  private func startCell(_ attributes: XMLAttributes) {
    (isCell, takesText, isError, value, paragraphs) = (true, false, false, .null, 0)
    text.removeAll(keepingCapacity: true)
    cellRepeats = 1
    guard var at = attributes.first else { return }
    var (type, columns, height) = ("", 1, 1)
    var stored: String?
    while let qualified = at[0], let content = at[1] {
      let name = XMLName(qualified)
      switch name {
      case "number-columns-repeated": cellRepeats = Self.count(content)
      case "number-columns-spanned": columns = Self.count(content)
      case "number-rows-spanned": height = Self.count(content)
      case "value-type":
        // LibreOffice's own attribute of that name says where a text is an error.
        let found = String(cString: content)
        if found == "error" {
          isError = true
        } else if type.isEmpty || type == found {
          type = found
        }
      case "value", "date-value", "time-value", "boolean-value", "string-value":
        stored = String(cString: content)
      default: break
      }
      at += 2
    }
    takesText = type == "string" && stored == nil
    if let stored {
      value = cell(type, stored)
      if value == .null { tellUnreadable(type) }
    }
    if columns > 1 || height > 1, column + columns <= CellPlace.mostColumns {
      rows.merge(
        CellBlock(
          first: CellPlace(row: row, column: column),
          last: CellPlace(row: row + height - 1, column: column + columns - 1)))
    }
  }

  private func cell(_ type: String, _ stored: String) -> Cell {
    var stored = stored
    return stored.withUTF8 { bytes in
      switch type {
      case "float", "percentage", "currency":
        return parser.real(bytes, CellStyle()).map { .code($0) } ?? .null
      case "boolean": return parser.boolean(bytes).map { .boolean($0) } ?? .null
      case "date":
        if let date = parser.date(bytes, CellStyle()) { return .date(date) }
        return parser.timestamp(bytes, CellStyle()).map { .timestamp($0) } ?? .null
      case "time": return Self.time(bytes).map { .text($0) } ?? .null
      default: return .text(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// What is no day or time is missing, as in Excel's sheets; what is no number breaks the file.
  private func tellUnreadable(_ type: String) {
    guard type == "date" || type == "time" else { return fail() }
    rows.problems.add(.impossibleDay, at: CellPlace(row: row, column: column))
  }

  /// `PT08H30M00S` as `08:30`.
  private static func time(_ bytes: Bytes) -> String? {
    // So few parts add up to no more than a number holds.
    guard bytes.count <= 64, bytes.starts(with: Array("PT".utf8)) else { return nil }
    var seconds: Int64 = 0
    var number: Int64 = 0
    var isFraction = false
    for byte in bytes.dropFirst(2) {
      switch byte {
      case UInt8(ascii: "H"): seconds += number * 3600
      case UInt8(ascii: "M"): seconds += number * 60
      case UInt8(ascii: "S"): seconds += number
      case UInt8(ascii: "."), UInt8(ascii: ","):
        isFraction = true
        continue
      default:
        let digit = Int64(byte) - 48
        guard (0...9).contains(digit), number < 1_000_000_000 else { return nil }
        if !isFraction { number = number * 10 + digit }
        continue
      }
      if !isFraction || byte == UInt8(ascii: "S") { number = 0 }
    }
    return SerialDate.time(0, seconds)
  }

  private func endCell() {
    isCell = false
    if isError {
      value = .null
      rows.error(
        String(decoding: text, as: UTF8.self), at: CellPlace(row: row, column: column))
    } else if takesText, !text.isEmpty {
      value = .text(String(decoding: text, as: UTF8.self))
    }
    if value != .null {
      guard column + cellRepeats <= CellPlace.mostColumns else { return fail() }
      for _ in 0..<cellRepeats {
        cells.append((column, value))
        column += 1
      }
    } else {
      column = min(column + cellRepeats, CellPlace.mostColumns)
    }
  }

  private func endRow() {
    if cells.isEmpty {
      row += rowRepeats
      return
    }
    guard row + rowRepeats - 1 <= CellPlace.mostRows else { return fail() }
    // A small file may repeat a wide row a million times.
    written += cells.count * rowRepeats
    if written > memoryLimit / 8 {
      failure = FormatProblem.tooLarge.diagnostic(at: file)
      return
    }
    for _ in 0..<rowRepeats {
      for (column, value) in cells { rows.cell(value, column) }
      do throws(Diagnostic) { try rows.endRow(row) } catch {
        failure = error
        return
      }
      row += 1
    }
  }

  private func fail() {
    failure =
      failure
      ?? FormatProblem.damaged.diagnostic(
        at: SourceLocation(
          file: file, line: row, cell: CellPlace(row: row, column: column).name))
  }
}
