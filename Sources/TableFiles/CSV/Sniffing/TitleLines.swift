internal import Tables

/// The lines above the names of the columns that say what the table is about, as exports of
/// statistics and of case systems have them.
///
/// A title stands alone in its line, perhaps with nothing but delimiters behind it. Below it come
/// the names, as many as the rows have fields, none of them empty, a number or a day; a year may be
/// a name.
enum TitleLines {
  struct Finding {
    /// Where the names start.
    var end: Int
    /// The line of the names, if the text starts on line 1.
    var line: Int
    /// The number of the columns.
    var width: Int
    var delimiter: UInt8
  }

  /// The bytes and records that are looked at, and the most that may stand above the names.
  static let mostBytes = 1 << 16
  private static let mostRecords = 50
  private static let mostTitles = 10

  /// Looks for titles at the start of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - delimiter: What parts the fields, if the caller knows it.
  ///   - sniffed: What seems to part the fields of the first ``mostBytes``.
  /// - Returns: Where the names are, or `nil` if no title stands above them.
  static func find(
    in bytes: Bytes, delimiter: UInt8?, sniffed: UInt8?
  ) -> Finding? {
    let head = Bytes(rebasing: bytes.prefix(mostBytes))
    if let sniffed, isEven(head, sniffed) { return nil }
    let candidates = delimiter.map { [$0] } ?? DelimiterSniffer.candidates
    return candidates.lazy.compactMap { candidate in
      find(in: head, of: bytes.count, delimiter: candidate).flatMap { found in
        let body = Bytes(rebasing: head[found.end...])
        let known = delimiter ?? DelimiterSniffer.delimiter(of: body)
        return known == candidate ? found : nil
      }
    }.first
  }

  /// Whether the first row has as many fields, two or more, as nearly all others; then it holds the
  /// names.
  private static func isEven(_ head: Bytes, _ delimiter: UInt8) -> Bool {
    var tokenizer = Tokenizer(head, delimiter: delimiter, keepsBlankLines: false)
    let records = tokenizer.next(mostTitles + mostRecords)
    guard records.count > 0, records.range(of: 0).count > 1, !isTitle(records, 0, in: head) else {
      return false
    }
    let width = records.range(of: 0).count
    return (0..<records.count).count { records.range(of: $0).count == width } * 10
      >= records.count * 9
  }

  private static func find(in head: Bytes, of size: Int, delimiter: UInt8) -> Finding? {
    var tokenizer = Tokenizer(head, delimiter: delimiter, keepsBlankLines: false)
    let first = tokenizer.next(1)
    guard first.count == 1, isTitle(first, 0, in: head) else { return nil }
    let records = tokenizer.next(mostTitles + mostRecords)
    // What the limit cuts off says nothing.
    let isCut = head.count < size && tokenizer.position == head.count
    let count = isCut ? records.count - 1 : records.count
    guard tokenizer.faults.isEmpty, count > 0,
      let names = (0..<count).first(where: { !isTitle(records, $0, in: head) }),
      names < mostTitles, count - names >= 2
    else { return nil }
    let width = records.range(of: names).count
    let rows = names + 1..<min(count, names + 1 + mostRecords)
    guard width >= 2, first.fields.count == 1 || first.fields.count == width,
      rows.count(where: { records.range(of: $0).count == width }) * 10 >= rows.count * 9,
      areNames(records.record(names), in: head),
      isTable(records, rows, delimiter: delimiter, in: head, below: first.record(0))
    else { return nil }
    return Finding(
      end: records.offsets[names], line: Int(records.lines[names]), width: width,
      delimiter: delimiter)
  }

  /// Whether only the first field of a record holds something, or the record has no other.
  private static func isTitle(_ records: RecordBatch, _ record: Int, in bytes: Bytes) -> Bool {
    let fields = records.record(record)
    guard let first = fields.first else { return false }
    if fields.count == 1 { return true }
    let rest = fields.dropFirst().allSatisfy { $0.length == 0 }
    return rest && (fields.count > 2 || first.length == 0)
  }

  private static func areNames(_ fields: ArraySlice<FieldSpan>, in bytes: Bytes) -> Bool {
    let parser = ValueParser(missing: MissingWords([]))
    var hasWord = false
    for span in fields {
      let value = span.raw(in: bytes)
      switch parser.classify(value).kind {
      case .missing, .boolean, .date, .timestamp, .zonedMoment, .pointReal, .commaReal,
        .pointGroup, .commaGroup, .pointInteger, .commaInteger, .plainReal, .bound, .footnote:
        return false
      case .integer:
        guard let year = parser.integer(value, CellStyle()), (1900...2100).contains(year) else {
          return false
        }
      case .identifier, .unitNumber, .letterTrue, .letterFalse, .text: hasWord = true
      }
    }
    return hasWord
  }

  /// Whether the delimiter parts fields and not the parts of sentences: no blank follows it among
  /// the names, and the first row holds a number or a day. Below a title of several words there may
  /// be several rows of texts instead, unless they are parted by the comma.
  private static func isTable(
    _ records: RecordBatch, _ rows: Range<Int>, delimiter: UInt8, in bytes: Bytes,
    below title: ArraySlice<FieldSpan>
  ) -> Bool {
    let parser = ValueParser(missing: MissingWords([]))
    let isSentence = records.record(rows.lowerBound - 1).dropFirst().contains {
      !$0.isQuoted && $0.raw(in: bytes).first == .space
    }
    if isSentence { return false }
    let hasWords = title.first?.raw(in: bytes).contains(.space) == true
    if delimiter != UInt8(ascii: ","), rows.count >= 3, hasWords { return true }
    return records.record(rows.lowerBound).contains {
      let looks = parser.classify($0.raw(in: bytes))
      return looks.isNumber || looks.kind == .date || looks.kind == .timestamp
    }
  }
}
