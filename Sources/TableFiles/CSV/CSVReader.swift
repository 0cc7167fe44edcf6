public import Diagnostics
internal import Tables

/// Reads CSV files into tables.
///
/// Delimiter, encoding, decimal mark, header and types are found out from the whole file, unless
/// `CSVOptions` gives them. The type of a column is the narrowest that all its values fit: truth
/// value, whole number, number, day, moment; otherwise text. Quotes do not make a value text,
/// because many survey tools quote every field. Numbers may have thousands in groups and a unit
/// (`1.100,50 kr`), days may be written as people write them (`15/8/2024`, `4 juni 2024`). What can
/// be read in two ways is read only if the column or the file decides it.
///
/// These stay text: numbers with leading zeros or with more than 18 digits, telephone numbers (`+`
/// and ten or more digits), moments with a time zone, and what stands as `="007"`, which is how Excel
/// is told to keep a text. Fractions of a second are cut off. A column that stays text although it
/// holds numbers or days gets a warning `csv-type-mixed` that says why.
///
/// Lines above the names of the columns that hold one field are titles, which a note tells.
///
/// In a text column an empty field is a null and `""` is the empty text. A column that holds
/// nothing but missing words is a text column of nulls.
public enum CSVReader {
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
    let bytes = try Packing.unpacked(FileBytes.read(path, named: name), named: name)
    return read(bytes: bytes, named: name, options: options)
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
    var problems = ProblemList(file: displayPath)
    let kind = bytes.prefix(FileKind.length).withUnsafeBufferPointer { FileKind($0) }
    if let kind {
      problems.add(.notText(kind))
      let nothing = Table(name: options.tableName ?? "", schema: Schema([]), chunks: [])
      return CSVFile(
        table: nothing, diagnostics: problems.diagnostics, dialect: CSVDialect.standard)
    }
    let text = TextDecoder.decode(bytes, as: options.encoding, problems: &problems)
    return text.bytes.withUnsafeBufferPointer { whole in
      let body = Bytes(rebasing: whole[text.start...])
      var parse = CSVParse(bytes: body, file: displayPath, options: options, problems: problems)
      var dialect = CSVDialect(encoding: text.encoding, hasByteOrderMark: text.hasByteOrderMark)
      let table = parse.table(dialect: &dialect)
      return CSVFile(table: table, diagnostics: parse.problems.diagnostics, dialect: dialect)
    }
  }
}
