internal import Diagnostics
internal import Tables

/// Reads the cells of one sheet of an Excel workbook.
final class SheetHandler: XMLHandler {
  private enum CellType {
    case number
    case shared
    case inline
    case formulaText
    case boolean
    case error
    case day
  }

  let rows: SheetRows
  private let strings: SharedStrings
  private let formats: [CellFormat]
  private let dates: SerialDate
  private let parser = ValueParser(missing: MissingWords([]))
  private let file: String

  private var row = 0
  private var column = -1
  private var type = CellType.number
  private var style = 0
  private var hasFormula = false
  private var isInValue = false
  private var isInRows = false
  private var value: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var inline = CellText()

  init(
    _ book: Workbook, _ strings: SharedStrings, file: String, memoryLimit: Int
  ) {
    rows = SheetRows(file: file, memoryLimit: memoryLimit)
    self.strings = strings
    formats = book.formats
    dates = book.dates
    self.file = file
    value = .allocate(capacity: CellText.longest)
  }

  deinit {
    value.deallocate()
  }

  private var place: CellPlace { CellPlace(row: row, column: column) }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isLetter("c") {
      startCell(attributes)
    } else if name.isLetter("v") {
      isInValue = true
      count = 0
    } else if name.isLetter("f") {
      hasFormula = true
    } else if name == "row" {
      row = attributes.integer("r") ?? row + 1
      column = -1
      if row < 1 || row > CellPlace.mostRows { fail(.damaged) }
    } else if name == "mergeCell" {
      if let block = attributes["ref"].flatMap({ CellBlock($0) }) { rows.merge(block) }
    } else if name == "sheetData" {
      isInRows = true
    } else if type == .inline {
      inline.start(name)
    }
  }

  override func text(_ bytes: Bytes) {
    if isInValue {
      let taken = min(bytes.count, CellText.longest - count)
      if let base = bytes.baseAddress { (value + count).update(from: base, count: taken) }
      count += taken
    } else if type == .inline {
      inline.add(bytes)
    }
  }

  override func end(_ name: XMLName) {
    if name.isLetter("v") {
      isInValue = false
    } else if name.isLetter("c") {
      if isInRows { endCell() }
      type = .number
    } else if name == "row" {
      do throws(Diagnostic) { try rows.endRow(row) } catch { failure = error }
    } else if name == "sheetData" {
      isInRows = false
    } else if type == .inline {
      inline.end(name)
    }
  }

  @inline(__always)
  private func startCell(_ attributes: XMLAttributes) {
    (type, style, hasFormula, count) = (.number, 0, false, 0)
    var isPlaced = false
    guard var at = attributes.first else {
      column += 1
      return
    }
    while let name = at[0], let text = at[1] {
      if name[1] == 0 {
        switch UInt8(bitPattern: name[0]) {
        case UInt8(ascii: "r"):
          guard let place = CellPlace(text) else { return fail(.damaged) }
          column = place.column
          isPlaced = true
        case UInt8(ascii: "s"): style = Self.number(text)
        case UInt8(ascii: "t"): type = Self.type(text)
        default: break
        }
      }
      at += 2
    }
    if !isPlaced { column += 1 }
    if column >= CellPlace.mostColumns { fail(.damaged) }
    if type == .inline { inline.clear() }
  }

  private static func number(_ text: UnsafePointer<CChar>) -> Int {
    var number = 0
    var i = text
    while case let digit = UInt8(bitPattern: i.pointee) &- UInt8(ascii: "0"), digit < 10,
      number < 1 << 24
    {
      number = number * 10 + Int(digit)
      i += 1
    }
    return number
  }

  private static func type(_ text: UnsafePointer<CChar>) -> CellType {
    switch UInt8(bitPattern: text[0]) {
    case UInt8(ascii: "s"): text[1] == 0 ? .shared : .formulaText
    case UInt8(ascii: "i"): .inline
    case UInt8(ascii: "b"): .boolean
    case UInt8(ascii: "e"): .error
    case UInt8(ascii: "d"): .day
    default: .number
    }
  }

  private func endCell() {
    if type == .inline {
      var isThere = false
      inline.withBytes {
        isThere = !$0.isEmpty
        if isThere { rows.text($0, column) }
      }
      // Some writers put the text of such a cell where numbers stand.
      if isThere || count == 0 { return }
    }
    let bytes = Bytes(start: value, count: count)
    guard count > 0 else {
      if hasFormula, type == .number { rows.problems.add(.noResult, at: place) }
      return
    }
    switch type {
    case .number: number(bytes)
    case .shared:
      var index = 0
      for byte in bytes {
        let digit = Int(byte) - 48
        guard (0...9).contains(digit), index < strings.count else { return fail(.damaged) }
        index = index * 10 + digit
      }
      guard index < strings.count else { return fail(.damaged) }
      let text = strings[index]
      if !text.isEmpty { rows.text(text, shared: index, column) }
    case .inline: rows.text(bytes, column)
    case .formulaText:
      var text = CellText(bytes)
      text.withBytes { rows.text($0, column) }
    case .boolean:
      rows.cell(
        .boolean(bytes[0] == UInt8(ascii: "1") || bytes[0] | 0x20 == UInt8(ascii: "t")), column)
    case .error: rows.error(String(decoding: bytes, as: UTF8.self), at: place)
    case .day:
      if let date = parser.date(bytes, CellStyle()) {
        rows.cell(.date(date), column)
      } else if let moment = parser.timestamp(bytes, CellStyle()) {
        rows.cell(.timestamp(moment), column)
      } else {
        rows.text(bytes, column)
      }
    }
  }

  @inline(__always)
  private func number(_ bytes: Bytes) {
    guard let value = parser.real(bytes, CellStyle()) else { return fail(.damaged) }
    let format = style < formats.count ? formats[style] : .none
    guard format != .none else { return rows.number(value, column) }
    guard let cell = dates.cell(value, format) else {
      return rows.problems.add(.impossibleDay, at: place)
    }
    rows.cell(cell, column)
  }

  private func fail(_ problem: FormatProblem) {
    failure =
      failure
      ?? problem.diagnostic(
        at: row > 0 && column >= 0
          ? SourceLocation(file: file, line: row, cell: place.name) : SourceLocation(file: file))
  }
}
