internal import Diagnostics

/// Where the rows of a text start, and what parts their fields.
struct TextLayout {
  /// Where the first row starts, after a line that names the delimiter and after titles.
  let start: Int
  /// The line on which it starts.
  let line: Int
  let delimiter: UInt8
  /// What to say of titles.
  let title: CSVProblem?
  private let titleLine: Int

  /// Parts the fields of a file of one column: no text in UTF-8 holds this byte, so commas in
  /// sentences part nothing.
  static let noDelimiter: UInt8 = 0xFF

  /// - Parameters:
  ///   - bytes: The text, or as much of it as is needed.
  ///   - options: What the caller knows.
  init(_ bytes: Bytes, _ options: CSVOptions) {
    let separator = options.delimiter == nil ? SeparatorLine.find(in: bytes) : nil
    let (end, line) = (separator?.end ?? 0, separator == nil ? 1 : 2)
    let body = Bytes(rebasing: bytes[end...])
    let known = options.delimiter ?? separator?.delimiter
    titleLine = line
    if options.hasHeader == nil, let found = TitleLines.find(in: body, delimiter: known) {
      start = end + found.end
      self.line = found.line + line - 1
      delimiter = found.delimiter
      title = .title(lines: self.line - line, width: found.width)
    } else {
      start = end
      self.line = line
      delimiter = known ?? DelimiterSniffer.delimiter(of: body) ?? Self.noDelimiter
      title = nil
    }
  }

  /// Where the titles stand.
  func titlePlace(_ file: String) -> SourceLocation { SourceLocation(file: file, line: titleLine) }
}
