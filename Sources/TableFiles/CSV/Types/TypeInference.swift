internal import Tables

/// Finds the types of columns from all their values.
struct TypeInference {
  /// A value that alone, or with one other, keeps a column from being typed.
  struct Misfit {
    var problem: CSVProblem
    var span: FieldSpan
    var batch: Int
    var record: Int
  }

  let bytes: Bytes
  let parser: ValueParser
  var evidence: [TypeEvidence]
  private let mayStop: Bool

  init(bytes: Bytes, parser: ValueParser, width: Int, mayStop: Bool) {
    self.bytes = bytes
    self.parser = parser
    self.mayStop = mayStop
    evidence = Array(repeating: TypeEvidence(), count: width)
  }

  /// Whether nobody asks for more of a column that is text, come what may. Of a column whose type the
  /// caller gave, all numbers count: they tell the decimal mark of the file, and whether it holds
  /// percentages. So nothing depends on the order in which the parts of a file are looked at.
  static func mayStop(_ options: CSVOptions) -> Bool { options.types.isEmpty }

  /// Counts the values of some records.
  mutating func count(_ batch: RecordBatch) {
    let width = evidence.count
    for record in 0..<batch.count {
      let range = batch.range(of: record)
      for column in 0..<min(width, range.count) where !mayStop || !evidence[column].isSettled {
        evidence[column].count(classify(batch.fields[range.lowerBound + column]))
      }
    }
  }

  /// Whether a first row is a header, given what was counted from the rows below it.
  func isHeader(_ first: RecordBatch) -> Bool {
    let cells = first.fields.map { span -> HeaderSniffer.Cell in
      let looks = classify(span)
      return HeaderSniffer.Cell(
        looks: looks,
        integer: looks.kind == .integer
          ? parser.integer(span.raw(in: bytes), decimalComma: false) : nil)
    }
    return HeaderSniffer.isHeader(cells, over: bodyTypes)
  }

  /// The types of the rows counted so far, with whatever decimal mark fits.
  private var bodyTypes: [ColumnType?] {
    evidence.map { evidence in
      if evidence.values == 0 { return nil }
      let type = evidence.type(decimalComma: false).type
      return type == .text ? evidence.type(decimalComma: true).type : type
    }
  }

  /// Whether numbers have a decimal comma. The columns that hold numbers decide, and those that
  /// nearly do only if there are no others. A file with semicolons and neither is taken to come
  /// from a Swedish Excel.
  func decimalComma(
    delimiter: UInt8, names: [String], declared: [String: ColumnType]
  ) -> Bool {
    var balance: [TypeEvidence.Strength: Int] = [:]
    for (name, evidence) in zip(names, evidence) {
      let declared = declared[name]
      if let declared, declared != .real, declared != .integer { continue }
      let vote = evidence.decimalCommaVote(
        isDeclared: declared != nil, commaPartsFields: delimiter == UInt8(ascii: ","))
      if let vote { balance[vote.strength, default: 0] += vote.isComma ? 1 : -1 }
    }
    let result = balance[.full] ?? balance[.near] ?? 0
    return result == 0 ? delimiter == UInt8(ascii: ";") : result > 0
  }

  /// A plan for each column.
  func plans(
    names: [String], declared: [String: ColumnType], decimalComma: Bool
  ) -> [ColumnPlan] {
    zip(names, evidence).map { name, evidence in
      if let type = declared[name] {
        let isPercent = evidence.isPercent && (type == .integer || type == .real)
        return ColumnPlan(name: name, type: type, isPercent: isPercent, isDeclared: true)
      }
      let (type, isPercent) = evidence.type(decimalComma: decimalComma)
      return ColumnPlan(
        name: name, type: type, isPercent: isPercent,
        missingText: evidence.values == 0 ? .allWords : .addedWords)
    }
  }

  /// The values that keep a column text although nearly all others fit one type.
  func misfits(
    _ plans: [ColumnPlan], _ records: [RecordBatch], decimalComma: Bool
  ) -> [Misfit] {
    var result: [Misfit] = []
    for (column, plan) in plans.enumerated() where plan.type == .text && !plan.isDeclared {
      guard let near = evidence[column].nearType(decimalComma: decimalComma) else { continue }
      let expectation: CSVProblem.Expectation =
        near.isPercent ? .percentage : .type(near.type)
      for (batch, records) in records.enumerated() {
        for record in 0..<records.count {
          let range = records.range(of: record)
          guard column < range.count else { continue }
          let span = records.fields[range.lowerBound + column]
          let looks = classify(span)
          if looks.kind == .missing || looks.fits(near.type, near.isPercent, decimalComma) {
            continue
          }
          let word = NoAnswer.word(in: FieldText.value(span, in: bytes))
          let problem = CSVProblem.type(
            column: plan.name, expectation, .inferred(others: near.fitting), word: word)
          result.append(Misfit(problem: problem, span: span, batch: batch, record: record))
        }
      }
    }
    return result
  }

  @inline(__always)
  private func classify(_ span: FieldSpan) -> ValueClass {
    // No value of a type holds a quote.
    if span.hasInnerQuotes { return ValueClass(kind: .text) }
    return parser.classify(span.raw(in: bytes))
  }
}

extension ValueClass {
  /// Whether the value fits a type that was found from other values.
  fileprivate func fits(_ type: ColumnType, _ isPercent: Bool, _ decimalComma: Bool) -> Bool {
    switch (type, kind) {
    case (.integer, .integer), (.real, .integer), (.real, .plainReal):
      self.isPercent == isPercent
    case (.real, .commaReal): decimalComma && self.isPercent == isPercent
    case (.real, .pointReal): !decimalComma && self.isPercent == isPercent
    case (.boolean, .boolean), (.date, .date), (.timestamp, .date), (.timestamp, .timestamp): true
    default: false
    }
  }
}
