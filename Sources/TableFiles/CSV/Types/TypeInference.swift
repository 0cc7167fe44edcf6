internal import Tables

/// Finds the types of columns from what their values look like.
struct TypeInference {
  private(set) var evidence: [TypeEvidence]
  /// How many rows were counted.
  private(set) var rows = 0
  private let parser: ValueParser
  private let trustsPlainWriting: Bool
  private let mayStop: Bool

  /// - Parameters:
  ///   - width: The number of columns.
  ///   - options: What is known about the file.
  ///   - context: How its values are read.
  init(width: Int, _ options: CSVOptions, _ context: ColumnContext) {
    evidence = Array(repeating: TypeEvidence(), count: width)
    parser = context.parser
    trustsPlainWriting = context.trustsPlainWriting
    mayStop = options.types.values.allSatisfy { $0 == .text }
  }

  /// Counts the values of some records.
  ///
  /// Nobody asks for more of a column that is text, come what may. Of a column that the caller calls
  /// something else, all numbers count: they tell the decimal mark of the file, and whether it holds
  /// percentages. So nothing depends on the order in which the parts of a file are looked at.
  mutating func count(_ matrix: FieldMatrix) {
    rows += matrix.rows
    for column in evidence.indices where !mayStop || !evidence[column].isSettled {
      var counts = evidence[column]
      let fields = matrix.column(column)
      for row in 0..<matrix.rows {
        let (start, length) = fields[row]
        if length > 0 { count(matrix.bytes + start, length, in: &counts) }
        if mayStop, counts.isSettled { break }
      }
      evidence[column] = counts
    }
  }

  @inline(__always)
  private func count(
    _ start: UnsafePointer<UInt8>, _ length: Int, in counts: inout TypeEvidence
  ) {
    if trustsPlainWriting, let value = IntegerFormat().plain(start, length) {
      return counts.countInteger(isLong: value.magnitude >= 1000)
    }
    let content = FieldContent(start, length)
    // No value of a type holds a quote.
    counts.count(
      content.hasInnerQuotes ? ValueClass(kind: .text) : parser.classify(content.bytes))
  }

  /// Adds what was counted in another part of the file.
  mutating func add(_ other: TypeInference) {
    rows += other.rows
    for column in evidence.indices { evidence[column].add(other.evidence[column]) }
  }

  /// Whether a first row is a header, given what was counted from the rows below it.
  func header(_ first: RecordBatch, in bytes: Bytes) -> HeaderSniffer.Finding {
    let cells = first.fields.map { span -> HeaderSniffer.Cell in
      // No value of a type holds a quote.
      let looks =
        span.hasInnerQuotes
        ? ValueClass(kind: .text) : parser.classify(span.raw(in: bytes))
      return HeaderSniffer.Cell(
        looks: looks,
        integer: looks.kind == .integer
          ? parser.integer(span.raw(in: bytes), CellStyle()) : nil)
    }
    return HeaderSniffer.find(
      cells, over: bodyTypes, allLong: evidence.map { $0.longIntegers == $0.values })
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
          isDeclared: true, hasTruthLetters: type == .boolean)
      }
      let reading = evidence.reading(mark)
      return ColumnPlan(
        name: name, type: reading.type, unit: reading.unit, style: reading.style,
        missingText: evidence.values == 0 ? .allWords : .addedWords,
        hasTruthLetters: evidence.hasTruthLetters)
    }
  }
}
