internal import Tables

/// Splits a text into records and fields by RFC 4180.
///
/// A quote opens a quoted field only at the start of the field. LF, CR LF and CR end a record,
/// and they may be mixed. The state between records is `position` and `line`, so that a text can
/// be split at any record.
///
/// It goes byte by byte and recovers from every fault: it reads the first row of each file, and files
/// whose quotes are wrong. All others have their fields found by ``RecordIndex``.
struct Tokenizer {
  /// A fault in the quoting.
  struct Fault {
    var problem: CSVProblem
    /// The opening quote, or the first byte after the closing one.
    var offset: Int
    /// The field.
    var span: FieldSpan
  }

  let bytes: Bytes
  let delimiter: UInt8
  /// Whether a line without any byte is a record of one empty field.
  private(set) var keepsBlankLines: Bool
  /// Where the next record starts.
  private(set) var position: Int
  /// The line of the next record.
  private(set) var line: Int
  /// Faults so far, no more than will be shown.
  private(set) var faults: [Fault] = []
  /// All faults of the kind `textAfterQuote`, shown or not.
  private var lateTextCount = 0

  init(
    _ bytes: Bytes, delimiter: UInt8, keepsBlankLines: Bool, position: Int = 0, line: Int = 1
  ) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.keepsBlankLines = keepsBlankLines
    self.position = position
    self.line = line
  }

  /// The faults so far as problems.
  var problems: PlacedProblems {
    var problems = PlacedProblems()
    for fault in faults {
      problems.add(
        fault.problem, at: fault.offset, value: FieldText.value(fault.span, in: bytes))
    }
    problems.count(.textAfterQuote, lateTextCount - ProblemList.limit)
    return problems
  }

  /// The same place in the text, with another rule for blank lines.
  func continued(keepsBlankLines: Bool) -> Tokenizer {
    var copy = self
    copy.keepsBlankLines = keepsBlankLines
    return copy
  }

  /// The next records; none at the end of the text.
  mutating func next(_ limit: Int = Chunk.capacity) -> RecordBatch {
    var batch = RecordBatch()
    let end = bytes.count
    let delimiter = delimiter
    while position < end, batch.count < limit {
      let recordOffset = position
      let recordLine = line
      var i = position
      if isLineEnd(bytes[i]), !keepsBlankLines {
        finishLine(at: i)
        continue
      }
      while true {
        if i < end, bytes[i] == .quote {
          let span = quotedField(at: &i)
          batch.fields.append(span)
        } else {
          let start = i
          while i < end {
            let byte = bytes[i]
            // One comparison rules out most bytes: line ends lie below the blank.
            if byte == delimiter || (byte <= .cr && (byte == .lf || byte == .cr)) { break }
            i += 1
          }
          batch.fields.append(FieldSpan(start: start, end: i))
        }
        guard i < end, bytes[i] == delimiter else { break }
        i += 1
      }
      batch.ends.append(batch.fields.count)
      batch.lines.append(Int32(clamping: recordLine))
      batch.offsets.append(recordOffset)
      batch.stops.append(i)
      finishLine(at: i)
    }
    return batch
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == .lf || byte == .cr }

  /// Steps over the line end at `i`, if there is one.
  private mutating func finishLine(at i: Int) {
    position = i
    guard i < bytes.count else { return }
    position += bytes[i] == .cr && i + 1 < bytes.count && bytes[i + 1] == .lf ? 2 : 1
    line += 1
  }

  /// Reads the field whose opening quote stands at `i`, and moves `i` to its end.
  private mutating func quotedField(at i: inout Int) -> FieldSpan {
    let end = bytes.count
    let start = i + 1
    var lines = 0
    var hasInnerQuotes = false
    i = start
    while i < end {
      let byte = bytes[i]
      if byte == .quote {
        guard i + 1 < end, bytes[i + 1] == .quote else { break }
        hasInnerQuotes = true
        i += 2
        continue
      }
      if byte == .lf || (byte == .cr && !(i + 1 < end && bytes[i + 1] == .lf)) { lines += 1 }
      i += 1
    }
    guard i < end else {
      return unclosedField(start, &i)
    }
    line += lines
    let close = i
    i += 1
    var hasOnlyBlanks = true
    while i < end {
      let byte = bytes[i]
      if byte == delimiter || isLineEnd(byte) { break }
      if byte != .space && byte != .tab { hasOnlyBlanks = false }
      i += 1
    }
    // Blanks between a closing quote and the delimiter belong to nothing.
    if hasOnlyBlanks {
      return FieldSpan(start: start, end: close, isQuoted: true, hasInnerQuotes: hasInnerQuotes)
    }
    let span = FieldSpan(start: start, end: i, isQuoted: true, hasInnerQuotes: true)
    lateTextCount += 1
    if lateTextCount <= ProblemList.limit {
      faults.append(
        Fault(
          problem: .textAfterQuote, offset: close + 1, span: span))
    }
    return span
  }

  /// Ends a field that has no closing quote at the end of its line, so that the rows below are
  /// kept. It happens at most once a text: the rest holds quotes in pairs only, and a field that
  /// opens with a run of paired quotes closes with the same run.
  private mutating func unclosedField(_ start: Int, _ i: inout Int) -> FieldSpan {
    i = start
    var hasInnerQuotes = false
    while i < bytes.count, !isLineEnd(bytes[i]) {
      if bytes[i] == .quote { hasInnerQuotes = true }
      i += 1
    }
    let span = FieldSpan(start: start, end: i, isQuoted: true, hasInnerQuotes: hasInnerQuotes)
    faults.append(
      Fault(
        problem: .unclosedQuote, offset: start - 1, span: span))
    return span
  }
}
