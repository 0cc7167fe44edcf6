internal import Tables

/// Decimal numbers as bytes that are equal where the numbers are, and come in the numbers' order: what sorts
/// and finds texts does the same for numbers of any size.
enum OrderedTexts {
  /// Sign, place of the first digit, digits without zeros at the end. Of a negative number all bits are
  /// turned, and an end mark puts the shorter one last.
  static func bytes(_ value: DecimalNumber) -> [UInt8] {
    if value.isZero { return [1] }
    let plain = value.shortened
    let place = UInt32(bitPattern: Int32(truncatingIfNeeded: plain.exponent)) ^ 1 << 31
    var bytes = (0..<4).map { UInt8(truncatingIfNeeded: place >> UInt32(24 - 8 * $0)) }
    let digits = plain.fitting.map { String($0.magnitude) } ?? plain.units.digits
    var end = digits.utf8.endIndex
    while end > digits.utf8.startIndex, digits.utf8[digits.utf8.index(before: end)] == 48 {
      end = digits.utf8.index(before: end)
    }
    bytes += digits.utf8[..<end]
    return value.isNegative ? [0] + bytes.map { ~$0 } + [255] : [2] + bytes
  }
}

extension Vector {
  /// The same with decimal numbers as ``OrderedTexts``; what it is grouped, sorted and looked up by.
  var keyed: Vector {
    guard case .numeric(let values) = storage else { return self }
    let pool = TextPool()
    let codes = values.enumerated().map { row, value -> UInt32 in
      if isNull(row) { return 0 }
      return OrderedTexts.bytes(value).withUnsafeBufferPointer { pool.code(adding: $0) }
    }
    return Vector(.text(codes, pool), nulls: nulls)
  }
}
