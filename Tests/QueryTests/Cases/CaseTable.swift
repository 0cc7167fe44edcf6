import Query
import Tables

/// A table written in a case file.
enum CaseTable {
  /// A table from lines of CSV, the first of which names the columns.
  static func table(_ lines: [String]) -> Table {
    let names = fields(lines.first ?? "").map { $0 ?? "" }
    let rows = lines.dropFirst().map(fields)
    var columns: [Vector] = []
    var schema: [Field] = []
    for (position, name) in names.enumerated() {
      let values = rows.map { $0[position] }
      let type = type(of: values.compactMap { $0 })
      var builder = ColumnBuilder(type)
      for value in values { builder.append(value.flatMap { cell($0, type) } ?? .null) }
      columns.append(builder.column)
      schema.append(Field(name, type))
    }
    return Table(name: "case", schema: Schema(schema), columns: columns)
  }

  /// The fields of a line; nil where nothing stands, not even quotes.
  static func fields(_ line: String) -> [String?] {
    var result: [String?] = []
    var field: String?
    var isQuoted = false
    var wasQuote = false
    for mark in line {
      if mark == "\"" {
        // Two quotes inside quotes are one.
        if !isQuoted, wasQuote { field = (field ?? "") + "\"" }
        wasQuote = isQuoted
        isQuoted.toggle()
        field = field ?? ""
        continue
      }
      wasQuote = false
      if mark == ",", !isQuoted {
        result.append(field)
        field = nil
      } else {
        field = (field ?? "") + String(mark)
      }
    }
    return result + [field]
  }

  /// The first type that all values fit; text if there are none.
  private static func type(of values: [String]) -> ColumnType {
    let types: [ColumnType] = [.integer, .real, .boolean, .date, .timestamp]
    if values.isEmpty { return .text }
    return types.first { type in values.allSatisfy { cell($0, type) != nil } } ?? .text
  }

  /// A value of a type, or nil if the text is none.
  static func cell(_ text: String, _ type: ColumnType) -> Cell? {
    switch type {
    case .integer: return Int64(text).map { .integer($0) }
    case .real:
      let isNumber = text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
      return isNumber ? Double(text).map { .real($0) } : nil
    case .boolean: return text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .date: return CalendarDate(iso: text).map { .date($0) }
    case .timestamp:
      let parts = text.split(separator: " ")
      guard parts.count == 2, let day = CalendarDate(iso: parts[0]) else { return nil }
      let halves = parts[1].split(separator: ".", maxSplits: 1)
      let clock = halves[0].split(separator: ":").compactMap { Int($0) }
      let fraction = halves.count == 1 ? 0 : Double("0.\(halves[1])")
      guard clock.count == 3, let fraction else { return nil }
      return Timestamp(
        day, hour: clock[0], minute: clock[1], second: clock[2],
        microsecond: Int((fraction * 1e6).rounded())
      ).map { .timestamp($0) }
    case .text: return .text(text)
    case .numeric: return DecimalNumber(text).map { .numeric($0) }
    case .interval: return nil
    }
  }
}

/// The tables of a case as a catalogue.
struct CaseCatalogue: Catalogue {
  let tables: [String: Table]

  func source(named name: String) -> (any ChunkSource)? { tables[name].map { TableSource($0) } }
  var tableNames: [String] { tables.keys.sorted() }
}
