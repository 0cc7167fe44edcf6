import Testing

@testable import Statistics

@Suite("Radix sort")
struct RadixSortTests {
  static let samples: [(name: String, values: [Double])] = {
    let numbers = ValueSamples.scattered(9000, seed: 12)
    let signed = numbers.enumerated().map { $0.offset % 3 == 0 ? -$0.element : $0.element }
    return [
      ("signed", signed),
      ("tiny and huge", signed.map { $0 * $0 * $0 * 1e270 } + signed.map { $0 * 1e-300 * 1e-20 }),
      ("a few levels", ValueSamples.scattered(9000, seed: 13, levels: 7)),
      ("far from 0", ValueSamples.scattered(9000, seed: 14, levels: 1000).map { $0 * 1e-3 + 1e12 }),
      ("a cluster and one value far off", numbers.map { 1 + $0 * 1e-28 } + [-1e300]),
      ("all equal", Array(repeating: -2.5, count: 5000)),
      ("all but one equal", Array(repeating: -2.5, count: 5000) + [-2.5.nextUp]),
      ("descending", (0..<5000).map { -Double($0) }),
      ("just above the limit", Array(numbers.prefix(4097))),
      ("below the limit", Array(signed.prefix(100))),
      ("empty", []),
    ]
  }()

  @Test("agrees with comparing", arguments: samples)
  func sorted(_ name: String, _ values: [Double]) {
    #expect(RadixSort.sorted(values) == values.sorted())
  }

  @Test("keys order like their values and give them back")
  func keys() {
    let values: [Double] = [
      -Double.greatestFiniteMagnitude, -1e10, -1, -Double.leastNonzeroMagnitude, 0,
      .leastNonzeroMagnitude, 1, 1.0.nextUp, 1e10, .greatestFiniteMagnitude,
    ]
    for (one, other) in zip(values, values.dropFirst()) {
      #expect(RadixSort.key(of: one) < RadixSort.key(of: other))
    }
    for value in values { #expect(RadixSort.value(of: RadixSort.key(of: value)) == value) }
    #expect(RadixSort.key(of: -0.0) == RadixSort.key(of: 0))
  }
}
