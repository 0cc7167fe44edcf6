public import Diagnostics

/// One row of a table, for code that reads definitions row by row.
public struct Row: Sendable {
  private let table: Table
  private let chunk: Int
  private let index: Int
  /// The number of the row in its table, from 0.
  private let number: Int

  init(table: Table, chunk: Int, index: Int, number: Int) {
    self.table = table
    self.chunk = chunk
    self.index = index
    self.number = number
  }

  /// The value in a column; a column that does not exist holds nulls.
  public subscript(name: String) -> Cell {
    guard let position = table.schema.position(of: name) else { return .null }
    return table.chunks[chunk].columns[position][index]
  }

  /// The value as text, numbers and dates as they are usually written; `nil` when missing or empty.
  public func text(_ name: String) -> String? {
    let text = self[name].written
    return text == "" ? nil : text
  }

  /// The value as a number; `nil` when missing or of another type.
  public func number(_ name: String) -> Double? {
    switch self[name] {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .numeric(let value): value.double
    default: nil
    }
  }

  /// The value as a whole number; `nil` when missing, broken or of another type.
  public func integer(_ name: String) -> Int? {
    switch self[name] {
    case .integer(let value): Int(value)
    case .real(let value): Int(exactly: value)
    case .numeric(let value): value.integer.flatMap { Int(exactly: $0) }
    default: nil
    }
  }

  /// The value as a day; a moment gives the day it falls on.
  public func date(_ name: String) -> CalendarDate? {
    switch self[name] {
    case .date(let value): value
    case .timestamp(let value): value.date
    default: nil
    }
  }

  /// The value as a moment; a day gives its first second.
  public func timestamp(_ name: String) -> Timestamp? {
    switch self[name] {
    case .timestamp(let value): value
    case .date(let value): Timestamp(value)
    default: nil
    }
  }

  /// The line of the file on which the row starts, or `nil` for tables made in memory.
  public var line: Int? { table.lines[number] }

  /// Where the row stands.
  public var location: SourceLocation {
    SourceLocation(file: table.file ?? table.name, line: line)
  }

  /// The place in a document that the columns `document` and `line` name, if they do.
  public var documentReference: DocumentReference? {
    text("document").map { DocumentReference(document: $0, line: integer("line")) }
  }
}
