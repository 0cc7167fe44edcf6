/// Where the fields of some records stand: as many for each record as the table has columns.
///
/// The pointers are valid until the index that made them goes on.
struct FieldMatrix {
  /// The text; words may be loaded beyond the fields.
  let bytes: UnsafePointer<UInt8>
  /// Before each record, and after each of its fields, the place of a byte between fields.
  let marks: UnsafePointer<Int32>
  /// From one record to the next in ``marks``.
  let stride: Int
  /// The number of records.
  let rows: Int
  /// Bytes between the mark before a record and its first field, but one.
  let gap: Int

  /// The fields of a column: the mark before and the mark after. A field that a short record lacks
  /// has a length of -1.
  @inline(__always)
  func field(_ row: Int, _ column: Int) -> (start: Int, length: Int) {
    let mark = row &* stride &+ column
    let start = Int(marks[mark]) &+ 1 &+ (column == 0 ? gap : 0)
    return (start, Int(marks[mark &+ 1]) &- start)
  }

  /// Some of the records.
  func rows(_ range: Range<Int>) -> FieldMatrix {
    FieldMatrix(
      bytes: bytes, marks: marks + range.lowerBound * stride, stride: stride, rows: range.count,
      gap: gap)
  }
}
