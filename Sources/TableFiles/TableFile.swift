package import Diagnostics
internal import Tables

/// A file with a table in it, of any format that there is a reader for.
package enum TableFile {
  /// The readers. The first reads files whose names tell nothing.
  private static let readers: [any TableReader.Type] = [
    CSVReader.self, XLSXReader.self, ODSReader.self, StatisticalReader.self, JSONReader.self,
  ]

  /// Whether the name of a file says that it holds a table. That of a JSON file does not: it is read as one
  /// where it is named.
  package static func holdsTable(_ name: String) -> Bool {
    let file = place(name).file.lowercased()
    return readers.contains { $0.tableEndings.contains { file.hasSuffix(".\($0)") } }
  }

  /// Whether a file is read by the engine in parts, or by a reader as a whole.
  static func isText(_ path: String) -> Bool {
    reader(for: place(path).file).map { $0 == CSVReader.self } ?? true
  }

  /// How the names of files with tables end, each with its dot.
  package static var endings: [String] { readers.flatMap { $0.endings.map { ".\($0)" } } }

  /// The file and the sheet that a path names: `lön.xlsx#Blad2`.
  ///
  /// - Returns: The path itself and no sheet where nothing follows a `#`, or the part before it does not
  ///   end as the files of a format with sheets do.
  package static func place(_ path: String) -> (file: String, sheet: String?) {
    for mark in path.indices where path[mark] == "#" {
      let file = String(path[..<mark])
      guard let reader = reader(for: file), reader.hasSheets else { continue }
      return (file, String(path[path.index(after: mark)...]))
    }
    return (path, nil)
  }

  /// Reads a file by the reader of its format.
  ///
  /// - Parameters:
  ///   - path: The file to open, perhaps with `#` and the name of a sheet.
  ///   - name: The file as messages name it.
  ///   - options: What is known about its table.
  /// - Returns: The table, what the file says of its columns, and what is wrong in it.
  /// - Throws: A diagnostic if the file cannot be opened.
  package static func read(
    _ path: String, named name: String, options: TableOptions = TableOptions()
  ) throws(Diagnostic) -> TableReading {
    let (file, sheet) = place(path)
    var options = options
    options.sheet = options.sheet ?? sheet
    if options.text.isAboutText, !isText(path) {
      throw ScanProblem.noTextOptions.diagnostic(at: name)
    }
    options.types = options.declaredTypes
    options.missingWords = options.allMissingWords
    return try (reader(for: file) ?? readers[0]).init().read(
      file: file, named: place(name).file, options: options)
  }

  /// The bytes that one table may take: half of the memory that there is for this process.
  package static var mostInMemory: Int { SystemCalls.mostInMemory }

  /// The names of the sheets in a file, in their order; none where its format has no sheets.
  ///
  /// - Throws: A diagnostic if the file cannot be opened or is damaged.
  package static func sheets(
    in path: String, named name: String
  ) throws(Diagnostic) -> [String] {
    try reader(for: path)?.init().sheets(in: path, named: name) ?? []
  }

  private static func reader(for path: String) -> (any TableReader.Type)? {
    let name = path.lowercased()
    return readers.first { $0.endings.contains { name.hasSuffix(".\($0)") } }
  }
}
