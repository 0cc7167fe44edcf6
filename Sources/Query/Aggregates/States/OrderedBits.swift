internal import Tables

/// Values as whole numbers in the same order.
enum OrderedBits {
  /// A double as a whole number; 0.0 and -0.0 are the same.
  @inline(__always)
  static func ordered(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: value.bitPattern)
    return bits >= 0 ? bits : -(bits & Int64.max)
  }

  /// The double of a whole number.
  @inline(__always)
  static func double(_ ordered: Int64) -> Double {
    ordered >= 0
      ? Double(bitPattern: UInt64(ordered)) : -Double(bitPattern: UInt64(ordered.magnitude))
  }

  /// Whole numbers as values of a type.
  static func vector(_ ordered: Vector, _ type: ColumnType) -> Vector {
    guard case .integer(let values) = ordered.storage else { return ordered }
    let storage: Vector.Storage =
      switch type {
      case .real: .real(values.map(double))
      case .date: .date(values.map { Int32(truncatingIfNeeded: $0) })
      case .timestamp: .timestamp(values)
      case .boolean: .boolean(values.map { $0 != 0 })
      case .integer, .text, .numeric, .interval: .integer(values)
      }
    return Vector(storage, nulls: ordered.nulls)
  }
}
