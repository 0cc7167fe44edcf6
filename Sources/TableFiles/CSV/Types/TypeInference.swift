internal import Tables

/// Finds the types of columns from all their values.
struct TypeInference {
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

  /// Whether nobody asks for more of a column that is text, come what may. Of a column that the caller
  /// calls something else, all numbers count: they tell the decimal mark of the file, and whether it
  /// holds percentages. So nothing depends on the order in which the parts of a file are looked at.
  static func mayStop(_ options: CSVOptions) -> Bool {
    options.types.values.allSatisfy { $0 == .text }
  }

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
          ? parser.integer(span.raw(in: bytes), CellStyle()) : nil)
    }
    return HeaderSniffer.isHeader(cells, over: bodyTypes)
  }

  /// The types of the rows counted so far, with whatever decimal mark fits.
  private var bodyTypes: [ColumnType?] {
    evidence.map { evidence in
      if evidence.values == 0 { return nil }
      return [false, true].lazy.map {
        evidence.reading(DecimalMark(isComma: $0, isKnown: true)).type
      }.first { $0 != .text } ?? .text
    }
  }

  /// The decimal mark of the file. The columns that hold numbers decide, and those that nearly do
  /// only if there are no others. A file with semicolons and neither is taken to come from a Swedish
  /// Excel, and then nobody knows for certain.
  func decimalMark(
    delimiter: UInt8, names: [String], options: CSVOptions
  ) -> DecimalMark {
    if let isComma = options.decimalComma { return DecimalMark(isComma: isComma, isKnown: true) }
    var balance: [TypeEvidence.Strength: Int] = [:]
    for (name, evidence) in zip(names, evidence) {
      let declared = options.types[name]
      if let declared, declared != .real, declared != .integer { continue }
      let vote = evidence.decimalCommaVote(isDeclared: declared != nil, delimiter: delimiter)
      if let vote { balance[vote.strength, default: 0] += vote.isComma ? 1 : -1 }
    }
    let result = balance[.full] ?? balance[.near] ?? 0
    return result == 0
      ? DecimalMark(isComma: delimiter == UInt8(ascii: ";"), isKnown: false)
      : DecimalMark(isComma: result > 0, isKnown: true)
  }

  /// A plan for each column.
  func plans(
    names: [String], declared: [String: ColumnType], mark: DecimalMark
  ) -> [ColumnPlan] {
    zip(names, evidence).map { name, evidence in
      if let type = declared[name] {
        let isNumber = type == .integer || type == .real
        let unit = evidence.withUnit == evidence.numbers ? evidence.units.only : nil
        return ColumnPlan(
          name: name, type: type, unit: isNumber ? unit : nil, style: evidence.style(mark),
          isDeclared: true)
      }
      let reading = evidence.reading(mark)
      return ColumnPlan(
        name: name, type: reading.type, unit: reading.unit, style: reading.style,
        missingText: evidence.values == 0 ? .allWords : .addedWords)
    }
  }

  @inline(__always)
  func classify(_ span: FieldSpan) -> ValueClass {
    // No value of a type holds a quote.
    if span.hasInnerQuotes { return ValueClass(kind: .text) }
    return parser.classify(span.raw(in: bytes))
  }
}
