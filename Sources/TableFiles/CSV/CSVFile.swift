public import Diagnostics
public import Tables

/// What was read from a CSV file.
public struct CSVFile: Sendable {
  /// The rows. No row of the file is left out, except blank lines between rows of several columns.
  public let table: Table
  /// What is wrong in the file, by line; at most 20 of a kind and one that counts the rest.
  public let diagnostics: [Diagnostic]
  /// How the file is written.
  public let dialect: CSVDialect

  /// Whether something in the file is wrong enough to make a result wrong.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
