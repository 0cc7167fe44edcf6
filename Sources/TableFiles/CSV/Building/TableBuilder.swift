internal import Diagnostics
internal import Tables

/// Turns records into the columns of a table, column by column.
struct TableBuilder {
  let bytes: Bytes
  let parser: ValueParser
  /// Words that are missing in every text column.
  let missingInText: MissingWords
  private(set) var problems: ProblemList

  init(
    bytes: Bytes, parser: ValueParser, missingInText: MissingWords,
    problems: ProblemList
  ) {
    self.bytes = bytes
    self.parser = parser
    self.missingInText = missingInText
    self.problems = problems
  }

  /// Reads all values.
  ///
  /// - Parameters:
  ///   - records: The rows, without the header.
  ///   - plans: A plan for each column.
  /// - Returns: The chunks of the table.
  mutating func chunks(_ records: [RecordBatch], _ plans: [ColumnPlan]) -> [Chunk] {
    var columns = records.map { _ in [Vector]() }
    for batch in columns.indices { columns[batch].reserveCapacity(plans.count) }
    for (position, plan) in plans.enumerated() {
      if plan.type == .text {
        for (batch, column) in textColumns(records, position, plan).enumerated() {
          columns[batch].append(column)
        }
      } else {
        for (batch, record) in records.enumerated() {
          columns[batch].append(typedColumn(record, position, plan))
        }
      }
    }
    return zip(records, columns).map { record, columns in
      Chunk(columns: columns, rowCount: record.count)
    }
  }

  /// The chunks of a text column; they share one pool.
  private func textColumns(
    _ records: [RecordBatch], _ position: Int, _ plan: ColumnPlan
  ) -> [Vector] {
    let pool = TextPool()
    var scratch: [UInt8] = []
    let words = plan.missingText == .allWords ? parser.missing : missingInText
    return records.map { record in
      var codes: [UInt32] = []
      codes.reserveCapacity(record.count)
      var nulls = Nulls(count: record.count)
      for row in 0..<record.count {
        let range = record.range(of: row)
        let span = position < range.count ? record.fields[range.lowerBound + position] : nil
        let code = span.flatMap { span -> UInt32? in
          span.isBare
            ? nil
            : span.withContent(in: bytes, scratch: &scratch) { content in
              self.code(of: content, words, pool)
            }
        }
        codes.append(code ?? 0)
        if code == nil { nulls.set(row) }
      }
      return Vector(.text(codes, pool), nulls: nulls.isAny ? nulls : nil)
    }
  }

  private func code(
    of content: Bytes, _ words: MissingWords, _ pool: TextPool
  ) -> UInt32? {
    if !words.isEmpty, words.contains(Blanks.trimmed(content)) { return nil }
    if content.first == UInt8(ascii: "="), KeptText.isMarked(content) {
      return KeptText.unmarked(content).withUnsafeBufferPointer { pool.code(adding: $0) }
    }
    return pool.code(adding: content)
  }

  private mutating func typedColumn(
    _ record: RecordBatch, _ position: Int, _ plan: ColumnPlan
  ) -> Vector {
    let (parser, style) = (parser, plan.style)
    switch plan.type {
    case .integer:
      let (values, nulls) = values(record, position, plan, placeholder: Int64(0)) {
        parser.integer($0, style)
      }
      return Vector(.integer(values), nulls: nulls)
    case .real:
      let (values, nulls) = values(record, position, plan, placeholder: 0.0) {
        parser.real($0, style)
      }
      return Vector(.real(values), nulls: nulls)
    case .boolean:
      let (values, nulls) = values(record, position, plan, placeholder: false) {
        parser.boolean($0)
      }
      return Vector(.boolean(values), nulls: nulls)
    case .date:
      let (values, nulls) = values(record, position, plan, placeholder: Int32(0)) {
        parser.date($0, style)?.daysSince1970
      }
      return Vector(.date(values), nulls: nulls)
    case .timestamp, .text, .interval:
      let (values, nulls) = values(record, position, plan, placeholder: Int64(0)) {
        parser.timestamp($0, style)?.secondsSince1970
      }
      return Vector(.timestamp(values), nulls: nulls)
    }
  }

  /// The values of a typed column; those that do not fit a declared type are nulls and problems.
  @inline(__always)
  private mutating func values<Value>(
    _ record: RecordBatch, _ position: Int, _ plan: ColumnPlan, placeholder: Value,
    parse: (Bytes) -> Value?
  ) -> ([Value], Nulls?) {
    var values: [Value] = []
    values.reserveCapacity(record.count)
    var nulls = Nulls(count: record.count)
    var scratch: [UInt8] = []
    for row in 0..<record.count {
      let range = record.range(of: row)
      var value: Value?
      if position < range.count {
        let span = record.fields[range.lowerBound + position]
        let (parsed, isMissing) = span.withContent(in: bytes, scratch: &scratch) { content in
          parser.isMissing(content)
            ? (nil, true)
            : KeptText.isMarked(content)
              ? (KeptText.unmarked(content).withUnsafeBufferPointer(parse), false)
              : (parse(content), false)
        }
        value = parsed
        if parsed == nil, !isMissing { report(record, row, span, plan) }
      }
      values.append(value ?? placeholder)
      if value == nil { nulls.set(row) }
    }
    return (values, nulls.isAny ? nulls : nil)
  }

  private mutating func report(
    _ record: RecordBatch, _ row: Int, _ span: FieldSpan, _ plan: ColumnPlan
  ) {
    let value = FieldText.value(span, in: bytes)
    let expectation: CSVProblem.Expectation =
      plan.isPercent ? .percentage : .type(plan.type)
    let problem = CSVProblem.type(
      column: plan.name, expectation, .declared, word: NoAnswer.word(in: value))
    let location = FieldText.location(
      span.outerStart, in: bytes, record, row, file: problems.file)
    problems.add(problem) { (location, value) }
  }
}
