internal import Tables

/// Decimal numbers as bytes that are equal where the numbers are, and come in the numbers' order: what sorts
/// and finds texts does the same for numbers of any size.
enum OrderedTexts {
  /// Sign, place of the first digit, digits without zeros at the end. Of a negative number all bits are
  /// turned, and an end mark puts the shorter one last.
  static func bytes(_ value: DecimalNumber) -> [UInt8] {
    var bytes: [UInt8] = []
    write(value, to: &bytes)
    return bytes
  }

  /// Puts the bytes of a number in the place of others.
  static func write(_ value: DecimalNumber, to bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    if value.isZero { return bytes.append(1) }
    let turned: UInt8 = value.isNegative ? 255 : 0
    bytes.append(value.isNegative ? 0 : 2)
    let exponent: Int
    if let units = value.fitting, let magnitude = UInt64(exactly: units.magnitude) {
      bytes.append(contentsOf: repeatElement(0, count: 4))
      var rest = magnitude
      while rest % 10 == 0 { rest /= 10 }
      let start = bytes.count
      while rest > 0 {
        bytes.append((48 + UInt8(rest % 10)) ^ turned)
        rest /= 10
      }
      bytes[start...].reverse()
      exponent = value.exponent
    } else {
      let plain = value.shortened
      exponent = plain.exponent
      let digits = Array((plain.fitting.map { String($0.magnitude) } ?? plain.units.digits).utf8)
      let end = (digits.lastIndex { $0 != 48 } ?? 0) + 1
      bytes.append(contentsOf: repeatElement(0, count: 4))
      bytes.append(contentsOf: digits[..<end].lazy.map { $0 ^ turned })
    }
    let place = UInt32(bitPattern: Int32(truncatingIfNeeded: exponent)) ^ 1 << 31
    for index in 0..<4 {
      bytes[1 + index] = UInt8(truncatingIfNeeded: place >> UInt32(24 - 8 * index)) ^ turned
    }
    if value.isNegative { bytes.append(255) }
  }
}

extension Vector {
  /// The same with decimal numbers as ``OrderedTexts``; what it is grouped and looked up by.
  var keyed: Vector {
    guard case .numeric(let values) = storage else { return self }
    let pool = TextPool()
    var bytes: [UInt8] = []
    let codes = values.enumerated().map { row, value -> UInt32 in
      if isNull(row) { return 0 }
      OrderedTexts.write(value, to: &bytes)
      return bytes.withUnsafeBufferPointer { pool.code(adding: $0) }
    }
    return Vector(.text(codes, pool), nulls: nulls)
  }
}

extension [Vector] {
  /// The chunks of one column as what is ordered among itself only: decimal numbers as whole numbers of
  /// their smallest units, where all fit, and else as ``OrderedTexts``.
  var keyedTogether: [Vector] {
    guard case .numeric? = first?.storage else { return self }
    return wholeUnits ?? map(\.keyed)
  }

  private var wholeUnits: [Vector]? {
    var scale = 0
    for case .numeric(let values) in lazy.map(\.storage) {
      for value in values { scale = Swift.max(scale, value.scale) }
    }
    var result: [Vector] = []
    for vector in self {
      guard case .numeric(let values) = vector.storage else { return nil }
      var units: [Int64] = []
      units.reserveCapacity(values.count)
      for (row, value) in values.enumerated() {
        if vector.isNull(row) {
          units.append(0)
        } else if let exact = value.fitting(scale: scale).flatMap({ Int64(exactly: $0) }) {
          units.append(exact)
        } else {
          return nil
        }
      }
      result.append(Vector(.integer(units), nulls: vector.nulls))
    }
    return result
  }
}
