import Statistics
import Testing

@Suite("Lag-1 autocorrelation")
struct AutocorrelationTests {
  /// The filter transmittance data of NIST's Statistical Reference Datasets, Mavro; certified
  /// 0.937989183438248. The rounding of the stored data leaves 13 digits.
  @Test func mavro() throws {
    let last = [
      180, 170, 180, 190, 180, 170, 150, 140, 150, 150, 170, 180, 180, 190, 190, 210, 200, 160, 140,
      130, 130, 150, 150, 160, 150, 140, 130, 140, 150, 140, 150, 160, 150, 160, 190, 200, 200, 210,
      220, 230, 240, 250, 270, 260, 260, 260, 270, 260, 250, 240,
    ]
    let values = last.map { Double(200_000 + $0) / 100_000 }
    #expect(try agree(Autocorrelation.lagOne(of: values), 0.937989183438248, digits: 13))
    // In whole numbers nothing is rounded.
    let whole = last.map { Double($0) }
    #expect(try agree(Autocorrelation.lagOne(of: whole), 0.937989183438248, digits: 15))
  }

  /// NIST's NumAcc1 to NumAcc4 by construction: -0.5 and -0.999.
  @Test(arguments: [0.0, 1, 1e3, 1e6])
  func constructed(_ offset: Double) throws {
    #expect(try Autocorrelation.lagOne(of: [10_000_001, 10_000_003, 10_000_002]) == -0.5)
    let values: [Double] = [2] + (0..<1000).map { $0 % 2 == 0 ? 1 : 3 }
    #expect(try agree(Autocorrelation.lagOne(of: values.map { $0 + offset }), -0.999, digits: 15))
  }

  @Test func properties() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]
    let r = try Autocorrelation.lagOne(of: values)
    #expect(try Autocorrelation.lagOne(of: values.map { $0 * 0x1p700 }) == r)
    #expect(try agree(Autocorrelation.lagOne(of: values.map { 7 - 2 * $0 }), r))
    #expect(try agree(Autocorrelation.lagOne(of: values.reversed()), r))
    let mean = values.reduce(0, +) / 11
    let distances = values.map { $0 - mean }
    let products = zip(distances, distances.dropFirst()).map(*).reduce(0, +)
    #expect(agree(r, products / distances.map { $0 * $0 }.reduce(0, +)))
  }

  @Test(arguments: [
    Refusal("the lag-1 autocorrelation of an empty sample is not defined") {
      try Autocorrelation.lagOne(of: [])
    },
    Refusal("the lag-1 autocorrelation needs at least 2 values; 1 was given") {
      try Autocorrelation.lagOne(of: [3])
    },
    Refusal("the lag-1 autocorrelation is not defined when all values are equal") {
      try Autocorrelation.lagOne(of: [3, 3, 3])
    },
    Refusal("value 2 of the sample is not a number") {
      try Autocorrelation.lagOne(of: [3, .nan])
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
