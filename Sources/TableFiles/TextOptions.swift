package import Tables

/// How a file is written, where somebody says so: what `read_csv(…)` of SQL and the options of commands
/// take. Whatever is not said is found out from the file.
package struct TextOptions: Sendable, Hashable {
  /// What can be said, by the name it has everywhere.
  package enum Name: String, CaseIterable, Sendable {
    case header, delimiter, decimal, missing, types, skip
  }

  /// What is wrong with a text that should say something, and what it should be.
  package struct Fault: Error, Hashable {
    package let option: Name
    package let expected: String

    /// A sentence of both.
    package var message: String { "\(option.rawValue) must be \(expected)" }
  }

  /// Whether the first row holds the names of the columns.
  package var hasHeader: Bool?
  /// The byte between fields.
  package var delimiter: UInt8?
  /// Whether `1,5` is the number one and a half.
  package var decimalComma: Bool?
  /// Words that stand for a missing value, beside the usual ones.
  package var missing: [String] = []
  /// Types by column name.
  package var types: [String: ColumnType] = [:]
  /// Lines above the first row that hold no data.
  package var skip = 0

  package init() {}

  /// Whether something is said that only a text file can follow.
  package var isAboutText: Bool {
    hasHeader != nil || delimiter != nil || decimalComma != nil || skip != 0
  }

  /// What it says as options of the reader of texts.
  package var csv: CSVOptions {
    var options = CSVOptions(
      delimiter: delimiter, decimalComma: decimalComma, hasHeader: hasHeader, types: types,
      missingWords: CSVOptions.defaultMissingWords.union(missing))
    options.skippedLines = skip
    return options
  }

  /// Takes what a text says: `false`, `;` or `tab`, `,`, `NA, vet ej`, `year: integer, code: text`, `2`.
  package mutating func set(_ name: Name, to text: String) throws(Fault) {
    switch name {
    case .header:
      guard let value = Bool(text.lowercased()) else { throw Fault(name, "true or false") }
      hasHeader = value
    case .delimiter:
      guard let byte = Self.delimiter(text) else {
        throw Fault(name, "one character, such as ';', or tab")
      }
      delimiter = byte
    case .decimal:
      guard text == "," || text == "." else { throw Fault(name, "',' or '.'") }
      decimalComma = text == ","
    case .missing: missing += Self.parts(text, at: ",")
    case .types:
      for part in Self.parts(text, at: ",") {
        let pair = Self.parts(part, at: ":")
        guard pair.count == 2, let type = Self.type(pair[1]) else {
          throw Fault(name, "columns with types, such as 'year: integer, code: text'")
        }
        types[pair[0]] = type
      }
    case .skip:
      guard let count = Int(text), (0...1_000_000).contains(count) else {
        throw Fault(name, "a number of lines, such as 2")
      }
      skip = count
    }
  }

  private static func parts(_ text: String, at mark: Character) -> [String] {
    text.split(separator: mark, omittingEmptySubsequences: false).map { trimmed($0) }
      .filter { !$0.isEmpty }
  }

  private static func delimiter(_ text: String) -> UInt8? {
    switch text.lowercased() {
    case "tab", "\\t", "\t": return UInt8(ascii: "\t")
    case "comma": return UInt8(ascii: ",")
    case "semicolon": return UInt8(ascii: ";")
    default: break
    }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80,
      byte != .quote, byte != .lf, byte != .cr
    else { return nil }
    return byte
  }

  /// A type as SQL or a definition calls it.
  private static func type(_ name: String) -> ColumnType? {
    let aliases: [String: ColumnType] = [
      "int": .integer, "bigint": .integer, "double": .real, "double precision": .real,
      "float": .real, "number": .real, "decimal": .real, "bool": .boolean,
      "varchar": .text, "string": .text,
    ]
    let name = name.lowercased()
    guard let type = ColumnType(rawValue: name) ?? aliases[name] else { return nil }
    return ColumnType.ofFiles.contains(type) ? type : type == .numeric ? .real : nil
  }
}

extension TextOptions.Fault {
  fileprivate init(_ option: TextOptions.Name, _ expected: String) {
    (self.option, self.expected) = (option, expected)
  }
}
