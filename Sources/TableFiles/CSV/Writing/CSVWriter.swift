public import Tables

/// Writes CSV, row by row or a whole table.
///
/// `CSVWriter.write(_:dialect:guardsFormulas:)` writes a table so that `CSVReader` reads the same
/// table back; its discussion says how and where the limits are. Reports that only want rows of
/// text append them one by one.
public struct CSVWriter: Sendable {
  /// How to write.
  public let dialect: CSVDialect
  /// Whether a text that starts with `=`, `+`, `-`, `@`, a tab or a carriage return gets an
  /// apostrophe in front, so that a spreadsheet does not run it as a formula.
  ///
  /// The file then no longer holds the text as it was. Numbers are left alone, also where a text is all of
  /// one. Rows for a Swedish Excel are guarded unless it is said otherwise.
  public let guardsFormulas: Bool
  private var buffer: [UInt8] = []
  private var isRowStart = true

  /// An empty file.
  public init(dialect: CSVDialect = .standard, guardsFormulas: Bool? = nil) {
    self.dialect = dialect
    self.guardsFormulas = guardsFormulas ?? dialect.isForSwedishExcel
  }

  /// Adds a row of texts. `nil` is an empty field, the empty text is `""`.
  public mutating func append(fields: [String?]) {
    for field in fields {
      if let field { appendText(field) } else { appendNull() }
    }
    endRow()
  }

  /// Adds a row of values. Numbers follow the dialect, days and moments ISO 8601; a number that
  /// is not finite has no writing in CSV and becomes an empty field. For a Swedish Excel truth values
  /// are `ja` and `nej`.
  public mutating func append(cells: [Cell]) {
    for cell in cells {
      if case .boolean(let value) = cell, dialect.isForSwedishExcel {
        appendText(value ? "ja" : "nej")
      } else {
        append(cell, isPercent: false)
      }
    }
    endRow()
  }

  /// The file as text. With a byte order mark it starts with U+FEFF.
  public var text: String {
    let body = String(decoding: buffer, as: UTF8.self)
    return dialect.hasByteOrderMark ? "\u{FEFF}" + body : body
  }

  /// The file as bytes in the encoding of the dialect. A character that Windows-1252 lacks
  /// becomes a question mark.
  public var bytes: [UInt8] {
    FileEncoder.encode(buffer, as: dialect.encoding, withMark: dialect.hasByteOrderMark)
  }

  // MARK: - Fields

  mutating func append(_ cell: Cell, isPercent: Bool) {
    switch cell {
    case .null: appendNull()
    case .text(let value): appendText(value)
    case .integer(let value): appendNumber(String(value), isPercent)
    case .real(let value):
      // Minus zero is zero.
      if value.isFinite { appendNumber((value + 0).description, isPercent) } else { appendNull() }
    case .numeric(let value): appendNumber(value.description, isPercent)
    case .boolean(let value): appendRaw((value ? "true" : "false").utf8)
    case .date(let value): appendRaw(value.description.utf8)
    case .timestamp(let value):
      // Excel reads a moment with a blank, and takes one with a T for text.
      appendRaw(
        dialect.isForSwedishExcel
          ? value.text(between: " ").replacing(".", with: ",").utf8 : value.description.utf8)
    case .interval(let value): appendRaw(value.description.utf8)
    }
  }

  mutating func appendNull() {
    startField()
  }

  mutating func appendText(_ text: String) {
    var text = text
    text.withUTF8 { appendText($0) }
  }

  mutating func appendText(_ bytes: Bytes) {
    startField()
    let isGuarded = guardsFormulas && FieldQuoting.startsFormula(bytes)
    guard FieldQuoting.needsQuotes(bytes, dialect) else {
      if isGuarded { buffer.append(UInt8(ascii: "'")) }
      buffer.append(contentsOf: bytes)
      return
    }
    buffer.append(.quote)
    if isGuarded { buffer.append(UInt8(ascii: "'")) }
    for byte in bytes {
      if byte == .quote { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(.quote)
  }

  /// Adds a text with the mark that keeps it text.
  mutating func appendKept(_ bytes: Bytes) {
    startField()
    buffer.append(.quote)
    for byte in ExcelText.marked(bytes) {
      if byte == .quote { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(.quote)
  }

  mutating func endRow() {
    buffer.append(contentsOf: dialect.lineEnd.rawValue.utf8)
    isRowStart = true
  }

  private mutating func appendNumber(_ number: String, _ isPercent: Bool) {
    let point = UInt8(ascii: ".")
    let comma = UInt8(ascii: ",")
    // A decimal comma between commas has to be quoted.
    let isQuoted =
      dialect.decimalComma && dialect.delimiter == comma && number.utf8.contains(point)
    startField()
    if isQuoted { buffer.append(.quote) }
    for byte in number.utf8 {
      buffer.append(byte == point && dialect.decimalComma ? comma : byte)
    }
    if isPercent {
      if dialect.decimalComma { buffer.append(.space) }
      buffer.append(UInt8(ascii: "%"))
    }
    if isQuoted { buffer.append(.quote) }
  }

  private mutating func appendRaw(_ bytes: some Collection<UInt8>) {
    startField()
    buffer.append(contentsOf: bytes)
  }

  private mutating func startField() {
    if !isRowStart { buffer.append(dialect.delimiter) }
    isRowStart = false
  }
}
