internal import Tables

/// Counts what the values of all columns look like.
struct EvidenceCounter {
  private(set) var evidence: [TypeEvidence]
  private let parser: ValueParser
  private let wordsLookTyped: Bool
  private let mayStop: Bool

  init(width: Int, _ options: CSVOptions) {
    evidence = Array(repeating: TypeEvidence(), count: width)
    parser = ValueParser(missing: MissingWords(options.missingWords))
    wordsLookTyped = ColumnContext.lookTyped(options.missingWords)
    mayStop = TypeInference.mayStop(options)
  }

  /// Counts the values of some records.
  mutating func count(_ matrix: FieldMatrix) {
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

  mutating func add(_ other: EvidenceCounter) {
    for column in evidence.indices { evidence[column].add(other.evidence[column]) }
  }

  @inline(__always)
  private func count(
    _ start: UnsafePointer<UInt8>, _ length: Int, in counts: inout TypeEvidence
  ) {
    if !wordsLookTyped, let value = IntegerFormat().plain(start, length) {
      return counts.countInteger(isLong: value.magnitude >= 1000)
    }
    let content = FieldContent(start, length)
    // No value of a type holds a quote.
    counts.count(
      content.hasInnerQuotes ? ValueClass(kind: .text) : parser.classify(content.bytes))
  }
}
