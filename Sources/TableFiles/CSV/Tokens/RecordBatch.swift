internal import Tables

/// The fields of successive records, at most as many records as a batch of a table holds rows.
struct RecordBatch {
  /// All fields, record by record.
  var fields: [FieldSpan] = []
  /// For each record, one past its last field.
  var ends: [Int] = []
  /// For each record, the line it starts on.
  var lines: [Int32] = []
  /// For each record, where it starts in the text.
  var offsets: [Int] = []
  /// For each record, where its last field ends, with what follows a closing quote.
  var stops: [Int] = []

  /// The number of records.
  var count: Int { ends.count }

  /// The positions of a record's fields.
  func range(of record: Int) -> Range<Int> {
    (record == 0 ? 0 : ends[record - 1])..<ends[record]
  }

  /// The fields of a record.
  func record(_ record: Int) -> ArraySlice<FieldSpan> { fields[range(of: record)] }

  /// The records as column readers take them, without the fields for which there is no column.
  ///
  /// - Parameters:
  ///   - width: The number of columns.
  ///   - bytes: The text; 16 bytes before it and behind it must be readable.
  ///   - body: Takes the records, and the offset from which their places count.
  /// - Returns: What `body` returns; `nil` if there are no records.
  func withMatrix<Result>(
    width: Int, in bytes: Bytes, _ body: (FieldMatrix, _ start: Int) throws -> Result
  ) rethrows -> Result? {
    guard count > 0, let base = bytes.baseAddress else { return nil }
    let start = offsets[0]
    var marks: [Int32] = []
    marks.reserveCapacity(count * (width + 1))
    for record in 0..<count {
      marks.append(Int32(offsets[record] - start - 1))
      let fields = self.record(record)
      let stop = Int32(stops[record] - start)
      for next in fields.dropFirst().prefix(width) {
        marks.append(Int32(next.outerStart - start - 1))
      }
      // Behind its last field a short record has no more.
      for _ in min(fields.count - 1, width)..<width { marks.append(stop) }
    }
    return try marks.withUnsafeBufferPointer { marks in
      try marks.baseAddress.map { marks in
        try body(
          FieldMatrix(
            bytes: base + start, marks: marks, stride: width + 1, rows: count, gap: 0), start)
      }
    }
  }

  /// What is wrong with the number of fields of the records.
  ///
  /// - Parameters:
  ///   - width: The number of columns.
  ///   - hasHeader: Whether the columns come from a header.
  ///   - bytes: The text.
  /// - Returns: The problems with their places.
  func unevenRows(width: Int, hasHeader: Bool, in bytes: Bytes) -> PlacedProblems {
    var problems = PlacedProblems()
    guard
      fields.count != count * width
        || ends != Array(stride(from: width, through: fields.count, by: width))
    else { return problems }
    for record in 0..<count where range(of: record).count != width {
      let fields = self.record(record)
      guard let first = fields.dropFirst(width).first else {
        problems.add(
          .shortRow(fields: fields.count, columns: width, hasHeader: hasHeader),
          at: stops[record])
        continue
      }
      let problem = CSVProblem.longRow(
        fields: fields.count, columns: width, hasHeader: hasHeader,
        isEmpty: fields.dropFirst(width).allSatisfy { $0.length == 0 })
      let rest = Bytes(rebasing: bytes[first.outerStart..<stops[record]])
      problems.add(problem, at: first.outerStart, value: FieldText.short(rest))
    }
    return problems
  }
}
