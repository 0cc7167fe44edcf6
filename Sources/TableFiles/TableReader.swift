package import Diagnostics
package import Tables

/// Reads files of one format into tables that know their lines, with everything that is wrong told.
package protocol TableReader: Sendable {
  /// How the names of such files end, in lower case: `csv`.
  static var endings: [String] { get }

  init()

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file to open.
  ///   - name: The file as messages name it.
  ///   - options: What is known about its table.
  /// - Returns: The table, what the file says of its columns, and what is wrong in it.
  /// - Throws: A diagnostic if there is no such file, it is a folder, or it may not be read. Whatever
  ///   is wrong inside the file is in ``TableReading/diagnostics``.
  func read(
    file path: String, named name: String, options: TableOptions
  ) throws(Diagnostic) -> TableReading
}

/// What the caller knows about the table in a file, whatever the format.
package struct TableOptions: Sendable, Hashable {
  /// Types by column name. A value that does not fit becomes a null and an error.
  package var types: [String: ColumnType]
  /// Words that stand for a missing value; see ``CSVOptions/missingWords``.
  package var missingWords: Set<String>
  /// The name of the table; by default the name of the file without folder and ending.
  package var tableName: String?

  package init(
    types: [String: ColumnType] = [:],
    missingWords: Set<String> = CSVOptions.defaultMissingWords, tableName: String? = nil
  ) {
    self.types = types
    self.missingWords = missingWords
    self.tableName = tableName
  }
}

/// What a file holds.
package struct TableReading: Sendable {
  /// The rows, which know their lines in the file.
  package let table: Table
  /// What the file says of each column of the table.
  package let columns: [ColumnDescription]
  /// What is wrong in the file, by line.
  package let diagnostics: [Diagnostic]

  package init(table: Table, columns: [ColumnDescription], diagnostics: [Diagnostic]) {
    self.table = table
    self.columns = columns
    self.diagnostics = diagnostics
  }

  /// Whether something in the file is wrong enough to make a result wrong.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A file with a table in it, of any format that there is a reader for.
package enum TableFile {
  /// The readers. The first reads files whose names tell nothing.
  private static let readers: [any TableReader.Type] = [CSVReader.self]

  /// Whether the name of a file says that it holds a table.
  package static func holdsTable(_ name: String) -> Bool { reader(for: name) != nil }

  /// Reads a file by the reader of its format.
  ///
  /// - Parameters:
  ///   - path: The file to open.
  ///   - name: The file as messages name it.
  ///   - options: What is known about its table.
  /// - Returns: The table, what the file says of its columns, and what is wrong in it.
  /// - Throws: A diagnostic if the file cannot be opened.
  package static func read(
    _ path: String, named name: String, options: TableOptions = TableOptions()
  ) throws(Diagnostic) -> TableReading {
    try (reader(for: path) ?? readers[0]).init().read(file: path, named: name, options: options)
  }

  private static func reader(for path: String) -> (any TableReader.Type)? {
    let name = path.lowercased()
    return readers.first { $0.endings.contains { name.hasSuffix(".\($0)") } }
  }
}
