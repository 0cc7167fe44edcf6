public import Tables

/// How the characters of a file are stored.
public enum CSVEncoding: String, Sendable, CaseIterable, Hashable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, high byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, the Western European code page of Excel.
  case windows1252 = "windows-1252"
}

/// What the caller knows about a file. Whatever is `nil` is found out from the file.
public struct CSVOptions: Sendable, Hashable {
  /// The byte between fields: any ASCII byte but a quote or a line end.
  public var delimiter: UInt8?
  /// The encoding.
  public var encoding: CSVEncoding?
  /// Whether `1,5` is the number one and a half.
  public var decimalComma: Bool?
  /// Whether the first row holds the names of the columns.
  public var hasHeader: Bool?
  /// Types by column name. A value that does not fit becomes a null and an error `csv-type`.
  public var types: [String: ColumnType]
  /// Words that stand for a missing value, compared without blanks around and without case in
  /// ASCII.
  ///
  /// The default words count in every column but text, where `-` may be an answer. A word that
  /// the caller adds to them counts in text columns too; so does every word of a list that leaves
  /// out some of the defaults. An empty field is always missing.
  public var missingWords: Set<String>
  /// Whether the rows of the table know their line in the file.
  public var recordsLines: Bool
  /// The name of the table; by default the name of the file without folder and extension.
  public var tableName: String?
  /// Lines at the beginning that are passed over.
  package var skippedLines = 0

  /// The words that stand for a missing value unless the caller says otherwise: those of programs,
  /// of Excel in English and Swedish, and the signs of statistical offices. SCB and the PX format
  /// write `..` for what is not known and more points for other reasons, Eurostat writes `:`, and a
  /// dash stands for nothing to report.
  public static let defaultMissingWords: Set<String> = [
    "NA", "N/A", "#N/A", "#SAKNAS!", "NULL", "NaN", "-", "–", "—", "\u{2212}", ".", "..", "...",
    "....", "…", ":", "saknas", "uppgift saknas",
  ]

  /// Options; all are found out from the file unless given.
  public init(
    delimiter: UInt8? = nil, encoding: CSVEncoding? = nil, decimalComma: Bool? = nil,
    hasHeader: Bool? = nil, types: [String: ColumnType] = [:],
    missingWords: Set<String> = Self.defaultMissingWords, recordsLines: Bool = true,
    tableName: String? = nil
  ) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.decimalComma = decimalComma
    self.hasHeader = hasHeader
    self.types = types
    self.missingWords = missingWords
    self.recordsLines = recordsLines
    self.tableName = tableName
  }

  /// The words that count as missing in text columns too.
  var missingWordsInText: Set<String> {
    missingWords.isSuperset(of: Self.defaultMissingWords)
      ? missingWords.subtracting(Self.defaultMissingWords) : missingWords
  }
}
