package import Diagnostics
package import Tables

/// Reads files of one format into tables that know their lines, with everything that is wrong told.
package protocol TableReader: Sendable {
  /// How the names of such files end, in lower case: `csv`.
  static var endings: [String] { get }
  /// Those of them that no file without a table has: what a folder holds is taken for a table by these.
  static var tableEndings: [String] { get }
  /// Whether a file may hold several tables, each on a sheet.
  static var hasSheets: Bool { get }

  init()

  /// The names of the sheets in a file, in their order; none where the format has no sheets.
  func sheets(in path: String, named name: String) throws(Diagnostic) -> [String]

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

extension TableReader {
  package static var tableEndings: [String] { endings }
  package static var hasSheets: Bool { false }

  package func sheets(in path: String, named name: String) throws(Diagnostic) -> [String] { [] }
}

/// Reads a file as a whole, into no more memory than it is given.
package protocol BoundedReader: TableReader {
  /// - Parameter memoryLimit: About how many bytes the table may take. What takes more is refused.
  init(memoryLimit: Int)
}

extension BoundedReader {
  /// A reader that takes half of the memory that there is.
  package init() {
    self.init(memoryLimit: SystemCalls.mostInMemory)
  }
}

/// What the caller knows about the table in a file, whatever the format.
package struct TableOptions: Sendable, Hashable {
  /// Types by column name. A value that does not fit becomes a null and an error.
  package var types: [String: ColumnType]
  /// Words that stand for a missing value; see ``CSVOptions/missingWords``.
  package var missingWords: Set<String>
  /// The name of the table; by default the name of the file without folder and ending.
  package var tableName: String?
  /// The sheet to read, where the format has sheets; by default the first that readers see.
  package var sheet: String?
  /// Whether values that the file has labels for stay codes. Otherwise they become their labels.
  package var keepsCodes: Bool
  /// How a text file is written, where somebody says so.
  package var text = TextOptions()

  package init(
    types: [String: ColumnType] = [:],
    missingWords: Set<String> = CSVOptions.defaultMissingWords, tableName: String? = nil,
    sheet: String? = nil, keepsCodes: Bool = false
  ) {
    self.types = types
    self.missingWords = missingWords
    self.tableName = tableName
    self.sheet = sheet
    self.keepsCodes = keepsCodes
  }
}

extension TableOptions {
  /// Types from whoever asks and from what is said of the file; the former go before.
  var declaredTypes: [String: ColumnType] { types.merging(text.types) { given, _ in given } }
  var allMissingWords: Set<String> { missingWords.union(text.missing) }
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
