/// How a CSV file is written: found by the reader, obeyed by the writer.
public struct CSVDialect: Sendable, Hashable {
  /// What ends a line.
  public enum LineEnd: String, Sendable, CaseIterable, Hashable {
    /// A line feed, as on Unix.
    case lf = "\n"
    /// A carriage return and a line feed, as on Windows and in RFC 4180.
    case crlf = "\r\n"
    /// A carriage return, as on old Macintosh computers.
    case cr = "\r"
  }

  /// The byte between fields.
  public var delimiter: UInt8
  /// The encoding.
  public var encoding: CSVEncoding
  /// Whether the file starts with a byte order mark.
  public var hasByteOrderMark: Bool
  /// Whether numbers have a decimal comma.
  public var decimalComma: Bool
  /// Whether the first row holds the names of the columns.
  public var hasHeader: Bool
  /// What ends the first line; files may mix line ends.
  public var lineEnd: LineEnd

  /// A dialect; by default that of ``standard``.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), encoding: CSVEncoding = .utf8,
    hasByteOrderMark: Bool = false, decimalComma: Bool = false, hasHeader: Bool = true,
    lineEnd: LineEnd = .lf
  ) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.decimalComma = decimalComma
    self.hasHeader = hasHeader
    self.lineEnd = lineEnd
  }

  /// Whether a spreadsheet under Swedish settings is to open it.
  var isForSwedishExcel: Bool { delimiter == UInt8(ascii: ";") && decimalComma }

  /// Comma, decimal point, UTF-8 without a byte order mark, line feed: for programs.
  public static let standard = CSVDialect()

  /// Semicolon, decimal comma, UTF-8 with a byte order mark, CRLF: what Excel opens with a
  /// double click under Swedish settings.
  public static let excelSwedish = CSVDialect(
    delimiter: UInt8(ascii: ";"), hasByteOrderMark: true, decimalComma: true, lineEnd: .crlf)
}
