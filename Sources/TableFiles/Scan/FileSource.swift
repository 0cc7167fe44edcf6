package import Diagnostics
package import Tables

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Opens data files as the source of a query: text files in parts, files of other formats as a whole, by
/// their ``TableReader``.
///
/// The same file gives the same columns, types and values as through ``CSVReader``, by the same code, also where its
/// rules are those of a survey rather than of a database: words such as `NA` and `-` are missing in
/// columns that are not text, and a column of nothing else is text. What that reader reports as an
/// error is thrown. Texts are compared by their bytes, not by canonical equivalence.
///
/// The types of a file of up to 8 MB come from all its values. Those of a larger file come from a
/// sample, and every value that is read is checked: one that does not fit throws
/// ``TypeContradiction``, whose source looks at all values. Columns that nobody reads are not
/// checked.
package enum FileSource {
  /// Opens a file, several files, or standard input.
  ///
  /// - Parameters:
  ///   - path: A file, perhaps with `#` and the name of a sheet; a pattern with `*`, `?` or `[…]`, whose files must have the same columns and
  ///     follow each other by name; or `-`, standard input. What is packed by gzip or Zstandard is
  ///     unpacked, whatever it is called.
  ///   - options: What is known about the files.
  /// - Returns: The rows of all files, file by file.
  /// - Throws: A ``Diagnostic`` if there is no such file, or it cannot be read as a table.
  package static func open(
    _ path: String, options: FileSourceOptions = FileSourceOptions()
  ) throws -> any ChunkSource {
    if path == "-" || TableFile.isText(path) { return try source(path, options: options) }
    let files = try files(path)
    guard files.count == 1, let file = files.first else {
      throw ScanProblem.severalWorkbooks.diagnostic(at: path)
    }
    return try ReadSource(file)
  }

  /// Opens a file of which somebody says how it is written.
  ///
  /// - Throws: A ``Diagnostic`` also where that cannot be said of a file of its format.
  package static func open(_ path: String, written text: TextOptions) throws -> any ChunkSource {
    if path == "-" || TableFile.isText(path) {
      return try source(path, options: FileSourceOptions(csv: text.csv))
    }
    return try ReadSource(path, written: text)
  }

  /// Warnings and notes about a source that this opened, as far as it has been read.
  package static func problems(of source: any ChunkSource) -> [Diagnostic] {
    (source as? CSVSource)?.problems ?? (source as? ReadSource)?.problems ?? []
  }

  static func source(_ path: String, options: FileSourceOptions) throws -> CSVSource {
    if path == "-" {
      let name = "standard input"
      let input = try SystemCalls.duplicateOfStandardInput(named: name)
      let store = try ByteStore.opened(input, named: name, in: .temporaryFile)
      return try CSVSource([store], options: options)
    }
    return try CSVSource(files(path).map { try open(file: $0) }, options: options)
  }

  /// The bytes of a file, unpacked.
  private static func open(file path: String) throws -> ByteStore {
    let name = path.lowercased()
    return try ByteStore.opened(
      SystemCalls.open(path, named: path), named: path,
      packing: name.hasSuffix(".gz") ? .gzip : name.hasSuffix(".zst") ? .zstandard : nil,
      in: .temporaryFile)
  }

  /// The files that a pattern names, by the bytes of their names.
  ///
  /// - Throws: A ``Diagnostic`` if there is none.
  package static func files(_ pattern: String) throws -> [String] {
    let isPattern = pattern.utf8.contains { "*?[".utf8.contains($0) }
    guard isPattern, !SystemCalls.exists(pattern) else { return [pattern] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_NOSORT, nil, &found) == 0, let paths = found.gl_pathv else {
      throw ScanProblem.noMatch.diagnostic(at: pattern)
    }
    let files = (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
