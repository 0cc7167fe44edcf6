internal import Tables

extension Vector {
  /// Rows by number, in that order, where -1 gives NULL.
  func gathered(optional rows: [Int32]) -> Vector {
    if count == 0 { return .constant(.null, type, count: rows.count) }
    let mask = Nulls(count: rows.count) { rows[$0] < 0 || isNull(Int(rows[$0])) }
    func pick<Value>(_ values: [Value]) -> [Value] {
      values.withUnsafeBufferPointer { values in rows.map { values[Int(max($0, 0))] } }
    }
    // A row that is null holds any value, but a text's code must be 0.
    func codes(_ values: [UInt32]) -> [UInt32] {
      values.withUnsafeBufferPointer { values in rows.map { $0 < 0 ? 0 : values[Int($0)] } }
    }
    let part: Storage =
      switch storage {
      case .boolean(let values): .boolean(pick(values))
      case .integer(let values): .integer(pick(values))
      case .real(let values): .real(pick(values))
      case .numeric(let values): .numeric(pick(values))
      case .text(let values, let pool): .text(codes(values), pool)
      case .date(let values): .date(pick(values))
      case .timestamp(let values): .timestamp(pick(values))
      case .interval(let values): .interval(pick(values))
      }
    return Vector(part, nulls: mask.isAny ? mask : nil)
  }
}
