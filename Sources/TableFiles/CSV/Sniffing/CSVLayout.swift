internal import Diagnostics

/// Where the rows of a text start, and what parts their fields.
struct CSVLayout {
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
    let skipped = Self.end(ofLines: options.skippedLines, in: bytes)
    let rest = Bytes(rebasing: bytes[skipped...])
    let separator = options.delimiter == nil ? SeparatorLine.find(in: rest) : nil
    let end = skipped + (separator?.end ?? 0)
    let line = options.skippedLines + (separator == nil ? 1 : 2)
    let body = Bytes(rebasing: bytes[end...])
    let known = options.delimiter ?? separator?.delimiter
    titleLine = line
    let head = Bytes(rebasing: body.prefix(TitleLines.mostBytes))
    let sniffed = known ?? DelimiterSniffer.delimiter(of: head)
    if options.hasHeader == nil,
      let found = TitleLines.find(in: body, delimiter: known, sniffed: sniffed)
    {
      start = end + found.end
      self.line = found.line + line - 1
      delimiter = found.delimiter
      title = .title(lines: self.line - line, width: found.width)
    } else {
      start = end
      self.line = line
      let isWhole = head.count == body.count
      delimiter =
        (isWhole ? sniffed : known ?? DelimiterSniffer.delimiter(of: body))
        ?? Self.noDelimiter
      title = nil
    }
  }

  /// Where the line behind so many starts.
  private static func end(ofLines count: Int, in bytes: Bytes) -> Int {
    var place = 0
    for _ in 0..<count {
      guard let end = bytes[place...].firstIndex(where: { $0 == .lf || $0 == .cr }) else {
        return bytes.count
      }
      let isPair = bytes[end] == .cr && end + 1 < bytes.count && bytes[end + 1] == .lf
      place = end + (isPair ? 2 : 1)
    }
    return place
  }

  /// The first row and what belongs to it.
  struct FirstRow {
    let record: RecordBatch
    /// Where it ends.
    let end: Int
    /// What is wrong with its quotes.
    let problems: PlacedProblems
    /// Rows below it that describe the columns.
    let describing: DescribingRows.Finding?
    /// The rows below.
    let rest: Tokenizer
  }

  /// The first row; `nil` if there is none.
  func firstRow(in bytes: Bytes, _ options: CSVOptions) -> FirstRow? {
    var tokenizer = Tokenizer(
      bytes, delimiter: delimiter, keepsBlankLines: false, position: start, line: line)
    let first = tokenizer.next(1)
    guard first.count == 1 else { return nil }
    // In a file of one column a blank line is a row without a value.
    let rest = tokenizer.continued(keepsBlankLines: first.fields.count == 1)
    let describing = options.hasHeader == nil ? DescribingRows.find(behind: rest) : nil
    return FirstRow(
      record: first, end: tokenizer.position, problems: tokenizer.problems,
      describing: describing, rest: describing?.rest ?? rest)
  }

  /// Tells what stands above the names and below them.
  func note(_ first: FirstRow, in problems: inout ProblemList) {
    let file = problems.file
    if let title {
      problems.add(title, value: nil) { SourceLocation(file: file, line: titleLine) }
    }
    if let describing = first.describing {
      problems.add(describing.problem, value: nil) {
        SourceLocation(file: file, line: describing.line)
      }
    }
  }

  /// How a text of that layout is written, as far as that is known before its values are.
  func dialect(of bytes: Bytes, _ encoding: CSVEncoding, hasMark: Bool) -> CSVDialect {
    CSVDialect(
      delimiter: delimiter == Self.noDelimiter ? UInt8(ascii: ",") : delimiter,
      encoding: encoding, hasByteOrderMark: hasMark,
      lineEnd: LineEndSniffer.lineEnd(of: bytes) ?? .lf)
  }
}

extension CSVDialect {
  /// The dialect with what the columns tell.
  func with(_ columns: FoundColumns) -> CSVDialect {
    var dialect = self
    (dialect.decimalComma, dialect.hasHeader) = (columns.mark.isComma, columns.hasHeader)
    return dialect
  }
}

/// Finds what ends the first line.
enum LineEndSniffer {
  static func lineEnd(of bytes: Bytes) -> CSVDialect.LineEnd? {
    guard let index = bytes.firstIndex(where: { $0 == .lf || $0 == .cr }) else { return nil }
    if bytes[index] == .lf { return .lf }
    return index + 1 < bytes.count && bytes[index + 1] == .lf ? .crlf : .cr
  }
}

/// The line `sep=;` that tells Excel the delimiter.
enum SeparatorLine {
  /// The delimiter and where the next line starts, if the text starts with such a line.
  static func find(in bytes: Bytes) -> (delimiter: UInt8, end: Int)? {
    guard bytes.count >= 5, bytes.starts(with: "sep=".utf8) else { return nil }
    let delimiter = bytes[4]
    guard delimiter < 0x80, delimiter != .quote, delimiter != .lf, delimiter != .cr else {
      return nil
    }
    if bytes.count == 5 { return (delimiter, 5) }
    if bytes[5] == .lf { return (delimiter, 6) }
    guard bytes[5] == .cr else { return nil }
    return (delimiter, bytes.count > 6 && bytes[6] == .lf ? 7 : 6)
  }
}
