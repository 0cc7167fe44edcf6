internal import Diagnostics
internal import Tables

/// One run of the reader over a text in UTF-8: sniff, split, infer, build.
struct CSVParse {
  let bytes: Bytes
  let file: String
  let options: CSVOptions
  var problems: ProblemList
  private let parser: ValueParser

  init(bytes: Bytes, file: String, options: CSVOptions, problems: ProblemList) {
    self.bytes = bytes
    self.file = file
    self.options = options
    self.problems = problems
    parser = ValueParser(missing: MissingWords(options.missingWords))
  }

  /// Reads the table. The dialect comes with the encoding and gets the rest.
  mutating func table(dialect: inout CSVDialect) -> Table {
    let layout = TextLayout(bytes, options)
    let (start, line, delimiter) = (layout.start, layout.line, layout.delimiter)
    if let title = layout.title { problems.add(title) { (layout.titlePlace(file), nil) } }
    dialect.delimiter = delimiter == TextLayout.noDelimiter ? UInt8(ascii: ",") : delimiter
    dialect.lineEnd = LineEndSniffer.lineEnd(of: bytes) ?? .lf
    dialect.decimalComma = options.decimalComma ?? (delimiter == UInt8(ascii: ";"))
    dialect.hasHeader = options.hasHeader ?? true

    var tokenizer = Tokenizer(
      bytes, delimiter: delimiter, keepsBlankLines: false, position: start, line: line)
    let first = tokenizer.next(1)
    guard first.count == 1 else {
      problems.add(.empty)
      return Table(name: name, schema: Schema([]), chunks: [], file: file)
    }
    // In a file of one column a blank line is a row without a value.
    let keepsBlankLines = first.fields.count == 1
    tokenizer = tokenizer.continued(keepsBlankLines: keepsBlankLines)
    let describing = options.hasHeader == nil ? DescribingRows.find(behind: tokenizer) : nil
    if let describing {
      problems.add(describing.problem) { (SourceLocation(file: file, line: describing.line), nil) }
      tokenizer = describing.rest
    }
    var records = Self.all(&tokenizer)

    var inference = TypeInference(
      bytes: bytes, parser: parser, width: first.fields.count,
      mayStop: TypeInference.mayStop(options))
    for batch in records { inference.count(batch) }
    let hasHeader =
      options.hasHeader
      ?? (layout.title != nil || describing != nil || namesDeclared(first)
        || inference.isHeader(first))
    dialect.hasHeader = hasHeader
    if !hasHeader {
      if options.hasHeader == nil { problems.add(.noHeader) }
      inference.count(first)
      tokenizer = Tokenizer(
        bytes, delimiter: delimiter, keepsBlankLines: keepsBlankLines, position: start, line: line)
      records = Self.all(&tokenizer)
    }
    report(tokenizer)

    let names =
      hasHeader
      ? ColumnNames.names(of: first, in: bytes, problems: &problems)
      : ColumnNames.numbered(first.fields.count)
    reportUnknownDeclarations(names)
    reportRaggedRows(records, width: names.count, hasHeader)
    let mark = inference.decimalMark(delimiter: delimiter, names: names, options: options)
    dialect.decimalComma = mark.isComma
    let plans = inference.plans(names: names, declared: options.types, mark: mark)
    reportOddValues(OddValues(plans, inference.evidence, mark), records, inference)
    return build(records, plans)
  }

  private mutating func build(_ records: [RecordBatch], _ plans: [ColumnPlan]) -> Table {
    var builder = TableBuilder(
      bytes: bytes, parser: parser,
      missingInText: MissingWords(options.missingWordsInText), problems: problems)
    let chunks = builder.chunks(records, plans)
    problems = builder.problems
    return Table(
      name: name, schema: Schema(plans.map(\.field)), chunks: chunks,
      lines: options.recordsLines ? SourceLines(records.flatMap(\.lines)) : .none, file: file)
  }

  private static func all(_ tokenizer: inout Tokenizer) -> [RecordBatch] {
    var records: [RecordBatch] = []
    while true {
      let batch = tokenizer.next()
      if batch.count == 0 { return records }
      records.append(batch)
    }
  }

  /// The name of the table: the file without folder and extension, unless the caller gives one.
  private var name: String { options.tableName ?? Self.tableName(of: file) }

  /// The name of a file without folder and extension.
  static func tableName(of file: String) -> String {
    let base = file.split(separator: "/").last ?? "table"
    guard let point = base.lastIndex(of: "."), point != base.startIndex else {
      return String(base)
    }
    return String(base[..<point])
  }

  /// Whether the caller gave a type for a name that stands in the first row.
  private func namesDeclared(_ first: RecordBatch) -> Bool {
    guard !options.types.isEmpty else { return false }
    return first.fields.contains { span in
      let name = String(decoding: Blanks.trimmed(span.raw(in: bytes)), as: UTF8.self)
      return options.types[name] != nil
    }
  }
}

// MARK: - Faults of the structure

extension CSVParse {
  private mutating func report(_ tokenizer: Tokenizer) {
    for fault in tokenizer.faults {
      problems.add(fault.problem) {
        let place = TextLocator(bytes: bytes).place(
          of: fault.offset, fromLine: fault.line, startingAt: fault.recordOffset)
        return (
          SourceLocation(file: file, line: place.line, column: place.column),
          FieldText.value(fault.span, in: bytes)
        )
      }
    }
    problems.count(.textAfterQuote, tokenizer.lateTextCount - ProblemList.limit)
  }

  private mutating func reportUnknownDeclarations(_ names: [String]) {
    let known = Set(names)
    for name in options.types.keys.sorted() where !known.contains(name) {
      problems.add(.unknownDeclaredColumn(name: name, names: names))
    }
  }

  private mutating func reportOddValues(
    _ odd: OddValues, _ records: [RecordBatch], _ inference: TypeInference
  ) {
    var odd = odd
    for batch in records {
      for record in 0..<batch.count {
        if odd.isDone { return }
        let range = batch.range(of: record)
        for column in odd.columns where column < range.count {
          let span = batch.fields[range.lowerBound + column]
          let value = { [bytes] in FieldText.value(span, in: bytes) }
          let found = odd.problems(
            of: inference.classify(span), inColumn: column, value: value)
          for problem in found {
            problems.add(problem) {
              (
                FieldText.location(span.outerStart, in: bytes, batch, record, file: file), value()
              )
            }
          }
        }
      }
    }
  }

  private mutating func reportRaggedRows(
    _ records: [RecordBatch], width: Int, _ hasHeader: Bool
  ) {
    for batch in records where !batch.isEven(width) {
      for record in 0..<batch.count {
        let range = batch.range(of: record)
        if range.count == width { continue }
        if range.count < width {
          let problem = CSVProblem.shortRow(
            fields: range.count, columns: width, hasHeader: hasHeader)
          problems.add(problem) {
            let end = batch.fields[range.upperBound - 1].outerEnd(in: bytes)
            return (FieldText.location(end, in: bytes, batch, record, file: file), nil)
          }
        } else {
          reportLongRow(batch, record, width, hasHeader)
        }
      }
    }
  }

  private mutating func reportLongRow(
    _ batch: RecordBatch, _ record: Int, _ width: Int, _ hasHeader: Bool
  ) {
    let extra = batch.record(record).dropFirst(width)
    let problem = CSVProblem.longRow(
      fields: batch.range(of: record).count, columns: width, hasHeader: hasHeader,
      isEmpty: extra.allSatisfy { $0.length == 0 })
    problems.add(problem) {
      guard let first = extra.first, let last = extra.last else {
        return (SourceLocation(file: file, line: Int(batch.lines[record])), nil)
      }
      let raw = Bytes(rebasing: bytes[first.outerStart..<last.outerEnd(in: bytes)])
      return (
        FieldText.location(first.outerStart, in: bytes, batch, record, file: file),
        FieldText.short(raw)
      )
    }
  }
}
