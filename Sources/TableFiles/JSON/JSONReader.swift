package import Diagnostics
internal import Tables

/// Reads JSON: a list of objects, or an object a line (NDJSON). Each object is a row, each name a
/// column, in the order in which they first stand.
///
/// Days and moments are texts in JSON; those written in ISO 8601 are read as such where all of a column
/// are. Whole numbers that a double cannot hold become text, and so do objects and lists within values.
package struct JSONReader: BoundedReader {
  package static var endings: [String] { ["json", "ndjson", "jsonl"] }
  /// Settings and records are JSON as well, those of this program among them.
  package static var tableEndings: [String] { ["ndjson", "jsonl"] }

  private let memoryLimit: Int

  package init(memoryLimit: Int) {
    self.memoryLimit = memoryLimit
  }

  package func read(
    file path: String, named name: String, options: TableOptions
  ) throws(Diagnostic) -> TableReading {
    do {
      let store = try ByteStore.opened(
        SystemCalls.open(path, named: name), named: name, in: .temporaryFile)
      let reading = JSONReading(try JSONScanner(store), file: name, memoryLimit: memoryLimit)
      return try reading.reading(options)
    } catch {
      throw error as? Diagnostic ?? FormatProblem.damaged.diagnostic(at: name)
    }
  }
}

/// Reads the objects of a JSON text into a table.
private final class JSONReading {
  private let scanner: JSONScanner
  private let rows: CellTable
  private let parser = ValueParser(missing: MissingWords([]))
  private var names: [String] = []
  private var places: [String: Int] = [:]
  /// The places by the bytes of the names, which are compared faster.
  private var positions: [[UInt8]: Int] = [:]
  private var nested: Set<Int> = []
  private var problems: FormatProblems
  private let file: String

  init(_ scanner: JSONScanner, file: String, memoryLimit: Int) {
    self.scanner = scanner
    self.file = file
    rows = CellTable(file: file, memoryLimit: memoryLimit)
    problems = FormatProblems(file: file, isSheet: false)
  }

  func reading(_ options: TableOptions) throws -> TableReading {
    do {
      try readRows()
    } catch let fault as JSONFault {
      throw FormatProblem.json(fault).diagnostic(
        at: SourceLocation(file: file, line: scanner.line, column: scanner.column))
    }
    try rows.finish()
    if names.isEmpty { problems.add(.empty) }
    let table = rows.table(
      names.enumerated().map { ($0.offset, $0.element) }, options, &problems)
    return TableReading(
      table: table,
      columns: names.map { ColumnDescription(declaredType: options.types[$0]) },
      diagnostics: problems.diagnostics)
  }

  private func readRows() throws {
    guard try scanner.skipBlanks() != nil else { return }
    guard try scanner.takes("[") else {
      while let byte = try scanner.skipBlanks() {
        guard byte == UInt8(ascii: "{") else { throw JSONFault.noObject }
        try readRow()
      }
      return
    }
    if try !scanner.takes("]") {
      while true {
        guard try scanner.skipBlanks() == UInt8(ascii: "{") else { throw JSONFault.noObject }
        try readRow()
        if try scanner.takes("]") { break }
        guard try scanner.takes(",") else { throw JSONFault.expected(.commaOrBracket) }
      }
    }
    if try scanner.skipBlanks() != nil { throw JSONFault.expected(.nothing) }
  }

  private func readRow() throws {
    let line = scanner.line
    _ = try scanner.takes("{")
    if try !scanner.takes("}") {
      while true {
        try scanner.name()
        let column = try position(of: scanner.bytes)
        add(try scanner.value(), column)
        if try scanner.takes("}") { break }
        guard try scanner.takes(",") else { throw JSONFault.expected(.commaOrBrace) }
      }
    }
    try rows.endRow(line)
  }

  private func position(of name: [UInt8]) throws -> Int {
    if let position = positions[name] { return position }
    // Other bytes may write the same letters: å, or an a and its ring.
    let text = String(decoding: name, as: UTF8.self)
    let position = places[text] ?? names.count
    if position == names.count {
      if position >= CellPlace.mostColumns { throw FormatProblem.tooLarge.diagnostic(at: file) }
      names.append(text)
      places[text] = position
    }
    positions[name] = position
    return position
  }

  private func add(_ value: JSONScanner.Value, _ index: Int) {
    let column = rows.column(index)
    let row = rows.row
    switch value {
    case .null: break
    case .boolean(let value): column.boolean(value, at: row)
    case .number: scanner.bytes.withUnsafeBufferPointer { number($0, index) }
    case .text:
      scanner.bytes.withUnsafeBufferPointer { bytes in
        if bytes.count == 10, let date = DateScan.isoDate(bytes) {
          column.date(date, at: row)
        } else if (19...26).contains(bytes.count), bytes[10] == UInt8(ascii: "T"),
          let moment = DateScan.isoTimestamp(bytes)
        {
          column.timestamp(moment, at: row)
        } else {
          rows.text(bytes, index)
        }
      }
    case .nested:
      if nested.insert(index).inserted { problems.add(.nested(column: names[index])) }
      scanner.bytes.withUnsafeBufferPointer { rows.text($0, index) }
    }
  }

  private func number(_ bytes: Bytes, _ index: Int) {
    guard Self.isExact(bytes), let value = parser.real(bytes, CellStyle()) else {
      return rows.text(bytes, index)
    }
    rows.column(index).number(value, at: rows.row)
  }

  /// Whether a double holds a number to its last digit, if it is written as a whole one. It holds all
  /// of 15 digits; what goes beyond 64 bits is an identity rather than a number.
  private static func isExact(_ bytes: Bytes) -> Bool {
    guard bytes.count > 15,
      bytes.allSatisfy({ DateScan.isDigit($0) || $0 == UInt8(ascii: "-") })
    else { return true }
    guard let whole = Int64(String(decoding: bytes, as: UTF8.self)) else { return false }
    return Int64(exactly: Double(whole)) == whole
  }
}
