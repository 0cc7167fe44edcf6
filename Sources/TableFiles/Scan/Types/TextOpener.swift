internal import Diagnostics
internal import Tables

/// Finds out how a text is written: encoding, delimiter, names and types.
struct TextOpener {
  let raw: ByteStore
  let options: CSVOptions
  let partSize: Int
  let sampling: FileSourceOptions.Sample
  /// Whether to look at all of the text, because a sample was wrong.
  var isThorough = false

  /// A text with the types of its columns.
  struct Opened {
    var text: CSVText
    var names: [String]
    var hasHeader: Bool
    var evidence: [TypeEvidence]
    var mark: DecimalMark
    var plans: [ColumnPlan]
    var isComplete: Bool
    var assumed: Set<Int>
    /// Warnings and notes.
    var problems: ProblemList
  }

  func open() throws -> Opened {
    var problems = ProblemList(file: raw.name)
    let decoded = try decode(&problems)
    let text: CSVText
    let header: Header
    (text, header) = try layout(decoded, &problems)
    let survey = TypeSurvey(text: text, options: options, sampling: sampling)
    let isSmall = text.store.size.map { $0 <= sampling.wholeLimit } ?? false
    var finding = try isThorough || isSmall ? survey.whole() : survey.sample()
    var opened = try finish(text, header, finding, problems)
    if !finding.isComplete, Self.isAmbiguous(opened) {
      finding = try survey.whole()
      opened = try finish(text, header, finding, problems)
    }
    if opened.isComplete {
      try OddValueFinder(opened, options).report(to: &opened.problems)
    }
    return opened
  }

  /// Whether a column of text would have another type with the other decimal mark, or seems to be of
  /// numbers or days but for some values: then a sample is not enough to tell.
  private static func isAmbiguous(_ opened: Opened) -> Bool {
    let other = DecimalMark(isComma: !opened.mark.isComma, isKnown: true)
    return zip(opened.evidence, opened.plans).contains { evidence, plan in
      plan.type == .text && !plan.isDeclared
        && (evidence.reading(other).type != .text || !evidence.doubts(opened.mark).isEmpty)
    }
  }

  // MARK: - Encoding

  private struct Decoded {
    var store: ByteStore
    var start: Int
    var encoding: CSVEncoding
    var isSure: Bool
    var fault: TranscodingFeed.FirstFault?
  }

  private func decode(_ problems: inout ProblemList) throws -> Decoded {
    let wanted = min(sampling.head, max(4, raw.size ?? sampling.head))
    let head = try raw.bytes(0..<wanted)
    let kind = head.withUnsafeBufferPointer {
      FileKind(Bytes(rebasing: $0.prefix(FileKind.length)))
    }
    if let kind { throw CSVProblem.notText(kind).diagnostic(at: raw.name) }
    let isWhole = head.count < sampling.head || raw.size == head.count
    // A character that the end of the head cuts off is no fault.
    let cut = isWhole ? head.count : (head.lastIndex { $0 < 0x80 } ?? head.count - 1) + 1
    var finding = head.withUnsafeBufferPointer {
      EncodingDetector.detect(Bytes(rebasing: $0[..<cut]), declared: options.encoding)
    }
    let isSure = options.encoding != nil || finding.markLength > 0
    if !isSure, finding.encoding == .utf8 || finding.encoding == .windows1252,
      !finding.isCleanUTF8 || isThorough, !isWhole
    {
      finding = try wholeFinding()
    }
    if finding.encoding == .utf8 {
      let isKnown = isWhole || isThorough || isSure
      return Decoded(
        store: raw, start: finding.markLength, encoding: .utf8, isSure: isKnown)
    }
    if finding.isGuess { problems.add(.guessedEncoding) }
    let fault = TranscodingFeed.FirstFault()
    let feed = TranscodingFeed(
      raw, from: finding.markLength, as: finding.encoding, fault: fault)
    return Decoded(
      store: try ByteStore(feed, named: raw.name), start: 0, encoding: finding.encoding,
      isSure: true, fault: fault)
  }

  /// The encoding by all bytes: the rule of ``EncodingDetector``, block by block.
  private func wholeFinding() throws -> EncodingDetector.Finding {
    var (position, multibyte, invalid) = (0, 0, 0)
    while true {
      var block = try raw.bytes(position..<position + 1 << 20)
      if block.isEmpty { break }
      if block.count == 1 << 20, let last = block.lastIndex(where: { $0 < 0x80 }) {
        block.removeLast(block.count - last - 1)
      }
      position += block.count
      block.withUnsafeBufferPointer {
        let scan = UTF8Scan($0, from: 0)
        multibyte += scan.multibyte
        invalid += scan.invalid
      }
    }
    let isUTF8 = invalid == 0 || multibyte > invalid
    return EncodingDetector.Finding(
      encoding: isUTF8 ? .utf8 : .windows1252, markLength: 0, isCleanUTF8: invalid == 0,
      isGuess: !isUTF8)
  }

  // MARK: - Delimiter and first row

  private struct Header {
    var names: [String]
    /// The bytes of the head and the first row in them.
    var bytes: [UInt8]
    var record: RecordBatch
    /// Whether it is one for certain: titles stand above it, or descriptions below it.
    var isSure: Bool
    var problems: ProblemList
  }

  private func layout(
    _ decoded: Decoded, _ problems: inout ProblemList
  ) throws -> (CSVText, Header) {
    var length = sampling.head
    while true {
      let size = decoded.store.size ?? Int.max
      let end = min(size, decoded.start + length)
      let head = try decoded.store.bytes(min(decoded.start, end)..<end)
      let isWhole = head.count < length || decoded.start + head.count == size
      if let result = try layout(decoded, head, isWhole: isWhole, problems) { return result }
      guard length < 1 << 30 else { throw ScanProblem.longRecord.diagnostic(at: raw.name) }
      length *= 4
    }
  }

  /// `nil` if the first row does not end in the head.
  private func layout(
    _ decoded: Decoded, _ head: [UInt8], isWhole: Bool, _ problems: ProblemList
  ) throws -> (CSVText, Header)? {
    try head.withUnsafeBufferPointer { bytes in
      let layout = TextLayout(bytes, options)
      let (start, line, delimiter) = (layout.start, layout.line, layout.delimiter)
      var tokenizer = Tokenizer(
        bytes, delimiter: delimiter, keepsBlankLines: false, position: start, line: line)
      let first = tokenizer.next(1)
      if !isWhole, tokenizer.position + 1 >= bytes.count || !tokenizer.faults.isEmpty {
        return nil
      }
      guard first.count == 1 else {
        throw CSVProblem.empty.diagnostic(at: raw.name)
      }
      let describing =
        options.hasHeader == nil ? DescribingRows.find(behind: tokenizer) : nil
      let text = CSVText(
        raw: raw, store: decoded.store,
        shape: RecordIndex.Shape(delimiter: delimiter, width: first.fields.count),
        start: decoded.start + start, firstLine: line,
        firstEnd: decoded.start + (describing?.rest ?? tokenizer).position, partSize: partSize,
        encoding: decoded.encoding, isEncodingSure: decoded.isSure, decodingFault: decoded.fault)
      let firstEnd = tokenizer.position
      let fault = tokenizer.faults.first
      let invalid =
        Self.firstInvalid(bytes, before: firstEnd)
        ?? decoded.fault?.value.flatMap { $0 < firstEnd ? $0 : nil }
      if let offset = invalid, offset <= fault?.offset ?? offset {
        let place = TextLocator(bytes: bytes).place(of: offset)
        throw CSVProblem.invalidBytes(decoded.encoding).diagnostic(
          at: SourceLocation(file: raw.name, line: place.line, column: place.column))
      }
      if let fault {
        let place = TextLocator(bytes: bytes).place(of: fault.offset)
        throw fault.problem.diagnostic(
          at: SourceLocation(file: raw.name, line: place.line, column: place.column),
          value: FieldText.value(fault.span, in: bytes))
      }
      var named = problems
      if let title = layout.title { named.add(title) { (layout.titlePlace(raw.name), nil) } }
      if let describing {
        let place = SourceLocation(file: raw.name, line: describing.line)
        named.add(describing.problem) { (place, nil) }
      }
      let names = ColumnNames.names(of: first, in: bytes, problems: &named)
      let kept = Array(bytes[..<firstEnd])
      return (
        text,
        Header(
          names: names, bytes: kept, record: first,
          isSure: layout.title != nil || describing != nil,
          problems: named)
      )
    }
  }

  private static func firstInvalid(_ bytes: Bytes, before end: Int) -> Int? {
    var i = 0
    while true {
      i = UTF8Scan.endOfASCII(bytes, from: i)
      guard i < end else { return nil }
      let (length, isValid) = UTF8Scan.sequence(bytes, at: i)
      if !isValid { return i }
      i += length
    }
  }

  // MARK: - Header and types

  private func finish(
    _ text: CSVText, _ header: Header, _ finding: TypeSurvey.Finding, _ problems: ProblemList
  ) throws -> Opened {
    try header.bytes.withUnsafeBufferPointer { bytes in
      let parser = ValueParser(missing: MissingWords(options.missingWords))
      var inference = TypeInference(
        bytes: bytes, parser: parser, width: text.shape.width,
        mayStop: TypeInference.mayStop(options))
      inference.evidence = finding.evidence
      let hasHeader =
        options.hasHeader
        ?? (header.isSure || isDeclared(header, bytes) || inference.isHeader(header.record))
      var problems = hasHeader ? header.problems : problems
      if !hasHeader {
        if options.hasHeader == nil { problems.add(.noHeader) }
        inference.count(header.record)
      }
      let names = hasHeader ? header.names : ColumnNames.numbered(text.shape.width)
      for name in options.types.keys.sorted() where !names.contains(name) {
        problems.add(.unknownDeclaredColumn(name: name, names: names))
      }
      for name in names where options.types[name] == .interval {
        throw ScanProblem.intervalDeclared(column: name).diagnostic(at: raw.name)
      }
      let mark = inference.decimalMark(
        delimiter: text.shape.delimiter, names: names, options: options)
      let plans = inference.plans(names: names, declared: options.types, mark: mark)
      return Opened(
        text: text, names: names, hasHeader: hasHeader, evidence: inference.evidence,
        mark: mark, plans: plans, isComplete: finding.isComplete, assumed: finding.assumed,
        problems: problems)
    }
  }

  /// Whether the caller gave a type for a name that stands in the first row.
  private func isDeclared(_ header: Header, _ bytes: Bytes) -> Bool {
    header.record.fields.contains { span in
      let name = String(decoding: Blanks.trimmed(span.raw(in: bytes)), as: UTF8.self)
      return options.types[name] != nil
    }
  }
}
