/// The code page Windows-1252.
enum Windows1252 {
  /// The scalars of the bytes 0x80 to 0x9F; 0 where the code page has no character.
  private static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The scalar of a byte, or `nil` if the code page has none.
  static func scalar(_ byte: UInt8) -> UInt32? {
    guard (0x80...0x9F).contains(byte) else { return UInt32(byte) }
    let scalar = upper[Int(byte) - 0x80]
    return scalar == 0 ? nil : UInt32(scalar)
  }

  /// The byte of a scalar, or `nil` if the code page lacks it.
  static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0..<0x80, 0xA0...0xFF: UInt8(scalar.value)
    default: upper.firstIndex { $0 != 0 && UInt32($0) == scalar.value }.map { UInt8($0 + 0x80) }
    }
  }
}
