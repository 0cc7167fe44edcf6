internal import CScan

/// Whole numbers. Plain are those of up to 18 digits, without a plus and without zeros in front.
struct IntegerFormat: ValueFormat {
  @inline(__always)
  func plain(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int64? {
    let sign = start[0] == UInt8(ascii: "-") ? 1 : 0
    let (first, count) = (start + sign, length &- sign)
    let word = DigitRun.word(first)
    let hasZero = (count > 1 ? 1 : 0) & (word & 0xFF == 0 ? 1 : 0)
    let isBare = (count < 1 ? 1 : 0) & (length > 0 ? 1 : 0)
    let magnitude: Int64
    if count <= 8 {
      let digits = DigitRun.digits(word, count)
      guard DigitRun.oddity(digits) | UInt64(hasZero | isBare) == 0 else { return nil }
      magnitude = DigitRun.value(digits)
    } else {
      guard hasZero == 0, let long = DigitRun.long(first, count) else { return nil }
      magnitude = long
    }
    return (magnitude ^ Int64(-sign)) &+ Int64(sign)
  }

  func parse(_ bytes: Bytes, _ parser: ValueParser, _ style: CellStyle) -> Int64? {
    parser.integer(bytes, style)
  }

  #if arch(x86_64)
    func readMany(
      _ fields: FieldMatrix.Column, _ rows: Range<Int>, into buffer: RowBuffer<Int64>, at row: Int
    ) -> Int {
      Int(cscan_read_integers(fields.wide(rows), buffer.values, buffer.nullWords, Int64(row)))
    }
  #endif
}

/// Numbers. Plain are those of up to 15 digits, with or without a mark.
struct RealFormat: ValueFormat {
  let hasComma: Bool

  private static let powersOfTen: InlineArray<16, Double> = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  @inline(__always)
  func plain(_ start: UnsafePointer<UInt8>, _ length: Int) -> Double? {
    let sign = start[0] == UInt8(ascii: "-") ? 1 : 0
    let (first, count) = (start + sign, length &- sign)
    guard count <= 8 else { return long(start, length) }
    let word = DigitRun.word(first)
    let field = DigitRun.digits(word, count)
    // No branches up to the end: how many digits the next number has nobody can predict, nor
    // whether it is empty.
    let place = DigitRun.places(of: hasComma ? "," : ".", in: field).trailingZeroBitCount & ~7
    let marks = place >> 6 ^ 1
    let fraction = 8 &- place >> 3 &- marks
    let whole = count &- fraction &- marks
    // The bytes before the mark move into its place.
    let behind =
      (~0 &<< UInt64(truncatingIfNeeded: place)) & UInt64(bitPattern: Int64(0 &- marks))
    let before = (field & ~behind) &<< UInt64(truncatingIfNeeded: marks &* 8)
    let digits = before | field & (behind &<< 8)
    let hasZero = (whole > 1 ? 1 : 0) & (word & 0xFF == 0 ? 1 : 0)
    let isBare = (whole < 1 ? 1 : 0) & (length > 0 ? 1 : 0) | (place == 56 ? 1 : 0)
    guard DigitRun.oddity(digits) | UInt64(hasZero | isBare) == 0 else { return nil }
    let magnitude = DigitRun.value(digits)
    let value = (magnitude ^ Int64(-sign)) &+ Int64(sign)
    // As Double(value), which waits for the division before. Minus zero is zero.
    let exact = Double(bitPattern: 0x4338 << 48 &+ UInt64(bitPattern: value)) - 0x1.8p52
    return exact / Self.powersOfTen[fraction]
  }

  /// A number of more than eight bytes.
  @inline(never)
  private func long(_ start: UnsafePointer<UInt8>, _ length: Int) -> Double? {
    let isNegative = start[0] == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    let count = length - first
    // Fifteen digits fit a double, and so does the power: one division rounds correctly (W. Clinger,
    // "How to Read Floating Point Numbers Accurately", 1990).
    guard count > 0, count <= 16 else { return nil }
    let mark = UInt8(ascii: hasComma ? "," : ".")
    var value: UInt64 = 0
    var i = first
    while i < length {
      let digit = start[i] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ UInt64(digit)
      i += 1
    }
    let whole = i - first
    guard whole > 0, whole == 1 || start[first] != UInt8(ascii: "0") else { return nil }
    var fraction = 0
    if i < length {
      guard start[i] == mark else { return nil }
      i += 1
      while i < length {
        let digit = start[i] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = value &* 10 &+ UInt64(digit)
        i += 1
        fraction += 1
      }
      guard fraction > 0 else { return nil }
    }
    guard whole + fraction <= 15 else { return nil }
    let magnitude = Double(value) / Self.powersOfTen[fraction]
    // Minus zero is zero.
    return isNegative ? 0 - magnitude : magnitude
  }

  func parse(_ bytes: Bytes, _ parser: ValueParser, _ style: CellStyle) -> Double? {
    parser.real(bytes, style)
  }

  #if arch(x86_64)
    func readMany(
      _ fields: FieldMatrix.Column, _ rows: Range<Int>, into buffer: RowBuffer<Double>, at row: Int
    ) -> Int {
      let mark = UInt8(ascii: hasComma ? "," : ".")
      return Int(
        cscan_read_reals(fields.wide(rows), mark, buffer.values, buffer.nullWords, Int64(row)))
    }
  #endif
}

/// Reads digits eight at a time.
enum DigitRun {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Eight bytes less the digit 0, the first in the lowest.
  @inline(__always)
  static func word(_ start: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
      ^ 0x3030_3030_3030_3030
  }

  /// The first bytes of a word, at most eight, moved up, with zeros before them, which change nothing.
  /// Of less than one byte, zeros.
  @inline(__always)
  static func digits(_ word: UInt64, _ count: Int) -> UInt64 {
    let isThere = UInt64(bitPattern: Int64((0 &- count) >> 63))
    return (word & isThere) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
  }

  /// Zero if all bytes are digits.
  @inline(__always)
  static func oddity(_ digits: UInt64) -> UInt64 {
    ((digits &+ 0x7676_7676_7676_7676) | digits) & tops
  }

  /// The highest bits of the bytes that are a character.
  @inline(__always)
  static func places(of character: Unicode.Scalar, in digits: UInt64) -> UInt64 {
    let other = digits ^ (UInt64(UInt8(ascii: character) ^ 0x30) &* ones)
    return ~(((other & ~tops) &+ ~tops) | other | ~tops)
  }

  /// The number that eight digits write.
  @inline(__always)
  static func value(_ digits: UInt64) -> Int64 {
    // Pairs, then fours, then all eight (D. Lemire, "Quickly parsing eight digits", 2018).
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int64((fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
  }

  /// The number that 9 to 18 digits write; `nil` if there are more, or anything else.
  @inline(never)
  static func long(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    guard count <= 18 else { return nil }
    let low = word(start + (count - 8))
    let middle = digits(word(start + max(0, count - 16)), min(8, count - 8))
    let high = digits(word(start), count - 16)
    guard oddity(low) | oddity(middle) | oddity(high) == 0 else { return nil }
    return (value(high) &* 100_000_000 &+ value(middle)) &* 100_000_000 &+ value(low)
  }
}

#if arch(x86_64)
  extension FieldMatrix.Column {
    /// The fields of some rows.
    fileprivate func wide(_ rows: Range<Int>) -> CScanFields {
      CScanFields(
        bytes: bytes, marks: marks + rows.lowerBound * stride, stride: Int64(stride),
        gap: Int64(gap), rows: Int64(rows.count))
    }
  }
#endif
