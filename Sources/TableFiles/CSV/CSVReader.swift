public import Diagnostics
public import Tables

/// Reads CSV files into tables.
///
/// Delimiter, encoding, decimal mark, header and types are found out from the whole file, unless
/// `CSVOptions` gives them. The type of a column is the narrowest that all its values fit: truth
/// value, whole number, number, day, moment; otherwise text. Quotes do not make a value text,
/// because many survey tools quote every field. Numbers may have thousands in groups and a unit
/// (`1.100,50 kr`), days may be written as people write them (`15/8/2024`, `4 juni 2024`). What can
/// be read in two ways is read only if the column or the file decides it.
///
/// These stay text: numbers with leading zeros or beyond 64 bits, telephone numbers (`+`
/// and ten or more digits), moments with a time zone, and what stands as `="007"`, which is how Excel
/// is told to keep a text. A column that stays text although it
/// holds numbers or days gets a warning `csv-type-mixed` that says why.
///
/// Lines above the names of the columns that hold one field are titles, which a note tells.
///
/// In a text column an empty field is a null and `""` is the empty text. A column that holds
/// nothing but missing words is a text column of nulls.
public struct CSVReader {
  package init() {}

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file to open; `/dev/stdin` works too. What is packed by gzip or Zstandard is
  ///     unpacked.
  ///   - displayPath: The file as messages name it, if not as `path`.
  ///   - options: What is known about the file.
  /// - Returns: The table, and what is wrong in the file.
  /// - Throws: A diagnostic `csv-file` if there is no such file, it is a folder, or it may not be
  ///   read. Whatever is wrong inside the file is in `CSVFile.diagnostics`.
  public static func read(
    file path: String, named displayPath: String? = nil, options: CSVOptions = CSVOptions()
  ) throws(Diagnostic) -> CSVFile {
    let name = displayPath ?? path
    return try read(named: name, options) { try ByteStore.opened(path, named: name) }
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - displayPath: The file as messages name it.
  ///   - options: What is known about the file.
  /// - Returns: The table, and what is wrong in the file.
  public static func read(
    bytes: [UInt8], named displayPath: String = "table.csv", options: CSVOptions = CSVOptions()
  ) -> CSVFile {
    do throws(Diagnostic) {
      return try read(named: displayPath, options) { ByteStore(bytes, named: displayPath) }
    } catch {
      // Bytes in memory are always to be had; whatever it is, it is told.
      let nothing = Table(
        name: options.tableName(for: displayPath), schema: Schema([]), chunks: [],
        file: displayPath)
      return CSVFile(table: nothing, diagnostics: [error], dialect: .standard)
    }
  }

  private static func read(
    named name: String, _ options: CSVOptions, _ store: () throws -> ByteStore
  ) throws(Diagnostic) -> CSVFile {
    do {
      return try CompleteReading(options: FileSourceOptions(csv: options)).read(store())
    } catch {
      throw error as? Diagnostic ?? ScanProblem.changed.diagnostic(at: name)
    }
  }
}

extension CSVReader: TableReader {
  package static var endings: [String] { ["csv"] }

  package func read(
    file path: String, named name: String, options: TableOptions
  ) throws(Diagnostic) -> TableReading {
    var csv = options.text.csv
    csv.types = options.types
    csv.missingWords = options.missingWords
    csv.tableName = options.tableName
    let file = try Self.read(file: path, named: name, options: csv)
    return TableReading(
      table: file.table,
      columns: file.table.schema.names.map { ColumnDescription(declaredType: csv.types[$0]) },
      diagnostics: file.diagnostics)
  }
}

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
