/// Random numbers that are the same in every run (SplitMix64, Steele, Lea and Flood 2014), so that a
/// failure can be repeated.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to a bound, which is at least 1. The bounds of tests are so small that the remainder
  /// favours none to speak of.
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

  /// One of some values, of which there is one at least.
  package mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
