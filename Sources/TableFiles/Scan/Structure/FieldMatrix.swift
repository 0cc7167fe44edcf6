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

  /// The fields of a column.
  struct Column {
    /// The text.
    let bytes: UnsafePointer<UInt8>
    /// The mark before the field of the first record, and the one behind it.
    let marks: UnsafePointer<Int32>
    let stride: Int
    /// Bytes between the mark before and the field.
    let gap: Int

    /// Where the field of a record stands. One that a short record lacks has a length of -1.
    @inline(__always)
    subscript(row: Int) -> (start: Int, length: Int) {
      let mark = marks + row &* stride
      let start = Int(mark[0]) &+ gap
      return (start, Int(mark[1]) &- start)
    }
  }

  @inline(__always)
  func column(_ number: Int) -> Column {
    Column(bytes: bytes, marks: marks + number, stride: stride, gap: number == 0 ? gap + 1 : 1)
  }

  /// Some of the records.
  func rows(_ range: Range<Int>) -> FieldMatrix {
    FieldMatrix(
      bytes: bytes, marks: marks + range.lowerBound * stride, stride: stride, rows: range.count,
      gap: gap)
  }
}
