/// Random numbers that depend on a seed and the number of a stream, and on nothing else.
///
/// Work that is cut into numbered blocks takes one stream per block; then the result is the same
/// for any number of threads. The library underneath has no generator with numbered streams, and
/// a call per number would cost more than the number.
///
/// The generator is xoshiro256**, seeded by splitmix64: Blackman and Vigna 2021, Scrambled linear
/// pseudorandom number generators.
struct RandomStream: RandomNumberGenerator {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  init(seed: UInt64, stream: Int = 0) {
    var start = seed
    start = Self.mixed(&start) ^ (UInt64(bitPattern: Int64(stream)) &* 0xD134_2543_DE82_EF95)
    a = Self.mixed(&start)
    b = Self.mixed(&start)
    c = Self.mixed(&start)
    d = Self.mixed(&start)
  }

  private static func mixed(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    let result = ((b &* 5) << 7 | (b &* 5) >> 57) &* 9
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = d << 45 | d >> 19
    return result
  }

  /// A whole number from 0 to `bound - 1`, each with the same probability; `bound` is at least 1
  /// and below 2³². Lemire 2019, Fast random integer generation in an interval.
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    let bound = UInt64(bound)
    var product = (next() >> 32) &* bound
    if product & 0xFFFF_FFFF < bound {
      let threshold = (1 << 32) % bound
      while product & 0xFFFF_FFFF < threshold { product = (next() >> 32) &* bound }
    }
    return Int(product >> 32)
  }

  /// A number from 0 up to, not including, 1.
  @inline(__always)
  mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
