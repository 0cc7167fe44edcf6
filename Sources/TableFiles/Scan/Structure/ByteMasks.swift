#if arch(x86_64)
  internal import _Builtin_intrinsics.intel
#endif

/// Compares 64 bytes with one byte: bit `i` of the result stands for byte `i`.
///
/// Every x86-64 processor has the instruction that gathers the top bits of 16 bytes. The generic
/// code that does the same through sums of weights needs four times as many.
struct ByteMasks {
  #if arch(x86_64)
    typealias Lane = SIMD2<Int64>
  #else
    typealias Lane = SIMD16<UInt8>
  #endif

  private let a: Lane
  private let b: Lane
  private let c: Lane
  private let d: Lane

  /// The 64 bytes from `start` on, all of which must be readable.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>) {
    let raw = UnsafeRawPointer(start)
    a = raw.loadUnaligned(as: Lane.self)
    b = (raw + 16).loadUnaligned(as: Lane.self)
    c = (raw + 32).loadUnaligned(as: Lane.self)
    d = (raw + 48).loadUnaligned(as: Lane.self)
  }

  /// A byte in every place, made once outside a loop.
  @inline(__always)
  static func all(_ byte: UInt8) -> Lane {
    unsafeBitCast(SIMD16<UInt8>(repeating: byte), to: Lane.self)
  }

  /// Which bytes equal the one in `wanted`.
  @inline(__always)
  func equal(_ wanted: Lane) -> UInt64 {
    Self.joined(
      Self.bits(Self.isEqual(a, wanted)), Self.bits(Self.isEqual(b, wanted)),
      Self.bits(Self.isEqual(c, wanted)), Self.bits(Self.isEqual(d, wanted)))
  }

  /// Which bytes are at most the one in `limit`.
  @inline(__always)
  func atMost(_ limit: Lane) -> UInt64 {
    Self.joined(
      Self.bits(Self.isEqual(Self.smaller(a, limit), a)),
      Self.bits(Self.isEqual(Self.smaller(b, limit), b)),
      Self.bits(Self.isEqual(Self.smaller(c, limit), c)),
      Self.bits(Self.isEqual(Self.smaller(d, limit), d)))
  }

  /// Whether any byte is not ASCII.
  @inline(__always)
  var hasTopBits: Bool {
    #if arch(x86_64)
      _mm_movemask_epi8((a | b) | (c | d)) != 0
    #else
      ((a | b) | (c | d)).max() >= 0x80
    #endif
  }

  /// Whether every byte is ASCII or belongs to a letter of two bytes in UTF-8, such as `å`.
  ///
  /// - Parameter isAfterLead: Whether the byte before is the first of such a letter; changed to
  ///   whether the last one is.
  /// - Returns: `false` if the bytes have to be looked at one by one.
  @inline(__always)
  func isTwoByteText(_ isAfterLead: inout Bool) -> Bool {
    // Doubling a byte moves the next bit to the top, where it can be gathered.
    let top = Self.joined(Self.bits(a), Self.bits(b), Self.bits(c), Self.bits(d))
    let (a2, b2) = (Self.doubled(a), Self.doubled(b))
    let (c2, d2) = (Self.doubled(c), Self.doubled(d))
    let second = Self.joined(Self.bits(a2), Self.bits(b2), Self.bits(c2), Self.bits(d2))
    let lead = top & second
    let longer =
      (a & a2 & Self.doubled(a2)) | (b & b2 & Self.doubled(b2)) | (c & c2 & Self.doubled(c2))
      | (d & d2 & Self.doubled(d2))
    // Never part of UTF-8: 0xC0 and 0xC1.
    let (mask, low) = (Self.all(0xFE), Self.all(0xC0))
    let never =
      Self.isEqual(a & mask, low) | Self.isEqual(b & mask, low) | Self.isEqual(c & mask, low)
      | Self.isEqual(d & mask, low)
    let expected = lead << 1 | (isAfterLead ? 1 : 0)
    isAfterLead = lead >> 63 != 0
    return Self.bits(longer | never) == 0 && top & ~second == expected
  }

  @inline(__always)
  private static func joined(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 {
    (a | b << 16) | (c << 32 | d << 48)
  }

  @inline(__always)
  private static func doubled(_ lane: Lane) -> Lane {
    let bytes = unsafeBitCast(lane, to: SIMD16<UInt8>.self)
    return unsafeBitCast(bytes &+ bytes, to: Lane.self)
  }

  #if arch(x86_64)
    @inline(__always)
    private static func isEqual(_ a: Lane, _ b: Lane) -> Lane { _mm_cmpeq_epi8(a, b) }

    @inline(__always)
    private static func smaller(_ a: Lane, _ b: Lane) -> Lane { _mm_min_epu8(a, b) }

    @inline(__always)
    private static func bits(_ lane: Lane) -> UInt64 {
      UInt64(UInt32(bitPattern: _mm_movemask_epi8(lane)))
    }
  #else
    @inline(__always)
    private static func isEqual(_ a: Lane, _ b: Lane) -> Lane {
      Lane(repeating: 0).replacing(with: 0xFF, where: a .== b)
    }

    @inline(__always)
    private static func smaller(_ a: Lane, _ b: Lane) -> Lane { pointwiseMin(a, b) }

    private static let weights = SIMD8<UInt8>(1, 2, 4, 8, 16, 32, 64, 128)

    @inline(__always)
    private static func bits(_ lane: Lane) -> UInt64 {
      let tops = lane &>> 7 &* 0xFF
      let low = (tops.lowHalf & weights).wrappedSum()
      let high = (tops.highHalf & weights).wrappedSum()
      return UInt64(low) | UInt64(high) << 8
    }
  #endif
}

extension UInt64 {
  /// Bit `i` tells whether an odd number of bits is set up to and with bit `i`.
  @inline(__always)
  var runningParity: UInt64 {
    var bits = self
    bits ^= bits << 1
    bits ^= bits << 2
    bits ^= bits << 4
    bits ^= bits << 8
    bits ^= bits << 16
    bits ^= bits << 32
    return bits
  }
}
