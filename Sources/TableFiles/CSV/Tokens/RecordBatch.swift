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

  /// The number of records.
  var count: Int { ends.count }

  /// The positions of a record's fields.
  func range(of record: Int) -> Range<Int> {
    (record == 0 ? 0 : ends[record - 1])..<ends[record]
  }

  /// Whether every record has so many fields.
  func isEven(_ width: Int) -> Bool {
    fields.count == count * width && ends.enumerated().allSatisfy { $1 == ($0 + 1) * width }
  }

  /// The fields of a record.
  func record(_ record: Int) -> ArraySlice<FieldSpan> { fields[range(of: record)] }
}
