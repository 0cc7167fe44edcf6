import Statistics
import Testing

@Suite("Quantiles: the nine definitions")
struct QuantileDefinitionTests {
  /// R 4.2.2, `quantile(mtcars$mpg, c(0, .1, .25, .375, .5, .625, .9, 1), type = )`, ten decimals.
  static let cars: [(QuantileDefinition, [Double])] = [
    (.type1, [10.4, 14.3, 15.2, 17.3, 19.2, 21, 30.4, 33.9]),
    (.type2, [10.4, 14.3, 15.35, 17.55, 19.2, 21.2, 30.4, 33.9]),
    (.type3, [10.4, 13.3, 15.2, 17.3, 19.2, 21, 30.4, 33.9]),
    (.type4, [10.4, 13.5, 15.2, 17.3, 19.2, 21, 29.78, 33.9]),
    (.type5, [10.4, 14, 15.35, 17.55, 19.2, 21.2, 30.4, 33.9]),
    (.type6, [10.4, 13.6, 15.275, 17.4875, 19.2, 21.25, 30.4, 33.9]),
    (.type7, [10.4, 14.34, 15.425, 17.6125, 19.2, 21.15, 30.09, 33.9]),
    (
      .type8,
      [10.4, 13.8666666667, 15.325, 17.5291666667, 19.2, 21.2166666667, 30.4, 33.9]
    ),
    (.type9, [10.4, 13.9, 15.33125, 17.534375, 19.2, 21.2125, 30.4, 33.9]),
  ]

  @Test(arguments: cars)
  func milesPerGallon(_ definition: QuantileDefinition, _ printed: [Double]) throws {
    let probabilities = [0, 0.1, 0.25, 0.375, 0.5, 0.625, 0.9, 1]
    for (p, value) in zip(probabilities, printed) {
      let computed = try Location.quantile(
        p, of: Samples.milesPerGallon, definition: definition)
      #expect(agrees(computed, value, decimals: 10))
    }
  }

  /// R 4.2.2, `quantile(c(2.1, 3.7, 1.2, 9.9, 4.4, 4.4, 7.3), c(.0625, .25, .5, .75, .8125))`.
  @Test(
    arguments: [
      (.type1, [1.2, 2.1, 4.4, 7.3, 7.3]),
      (.type2, [1.2, 2.1, 4.4, 7.3, 7.3]),
      (.type3, [1.2, 2.1, 4.4, 4.4, 7.3]),
      (.type4, [1.2, 1.875, 4.05, 5.125, 6.39375]),
      (.type5, [1.2, 2.5, 4.4, 6.575, 7.7875]),
      (.type6, [1.2, 2.1, 4.4, 7.3, 8.6]),
      (.type7, [1.5375, 2.9, 4.4, 5.85, 6.9375]),
      (.type8, [1.2, 2.3666666667, 4.4, 6.8166666667, 8.0583333333]),
      (.type9, [1.2, 2.4, 4.4, 6.75625, 7.990625]),
    ] as [(QuantileDefinition, [Double])])
  func sevenValues(_ definition: QuantileDefinition, _ printed: [Double]) throws {
    let sample = [2.1, 3.7, 1.2, 9.9, 4.4, 4.4, 7.3]
    for (p, value) in zip([0.0625, 0.25, 0.5, 0.75, 0.8125], printed) {
      let computed = try Location.quantile(p, of: sample, definition: definition)
      #expect(agrees(computed, value, decimals: 10))
    }
  }

  /// Hyndman and Fan 1996, property P5: all definitions but 1 and 3, and 4, are symmetric.
  @Test(
    "turning the sample round turns the quantile round",
    arguments: [.type2, .type5, .type6, .type7, .type8, .type9] as [QuantileDefinition])
  func symmetric(_ definition: QuantileDefinition) throws {
    for count in 1...9 {
      let sample = Array(Samples.milesPerGallon.prefix(count))
      for step in 0...16 {
        let p = Double(step) / 16
        let value = try Location.quantile(p, of: sample, definition: definition)
        let mirrored = try Location.quantile(
          1 - p, of: sample.map { -$0 }, definition: definition)
        #expect(abs(value + mirrored) < 1e-12)
      }
    }
  }

  @Test("none falls with p, and all stay in the sample", arguments: QuantileDefinition.allCases)
  func monotone(_ definition: QuantileDefinition) throws {
    for count in [1, 2, 5, 32] {
      let sample = Array(Samples.milesPerGallon.prefix(count))
      var last = sample.min() ?? 0
      for step in 0...200 {
        let value = try Location.quantile(Double(step) / 200, of: sample, definition: definition)
        #expect(value >= last)
        last = value
      }
      #expect(last == sample.max())
    }
  }

  /// Type 1 from its definition: count, for each value, how many are at or below it.
  @Test("the first definition is the inverse of counting")
  func inverse() throws {
    let sample = Samples.milesPerGallon
    for step in 1...100 {
      let enough = sample.filter { value in
        100 * sample.count { $0 <= value } >= step * sample.count
      }
      let value = try Location.quantile(Double(step) / 100, of: sample, definition: .type1)
      #expect(value == enough.min())
    }
  }

  @Test("a decimal probability of a whole place is that place")
  func stored() throws {
    let sample = (1...100).map(Double.init)
    for place in 1..<100 {
      let p = Double(place) / 100
      #expect(try Location.quantile(p, of: sample, definition: .type1) == Double(place))
      #expect(try Location.quantile(p, of: sample, definition: .type2) == Double(place) + 0.5)
    }
  }

  @Test func interquartileRange() throws {
    // R 4.2.2, `IQR(mtcars$mpg)` and with `type = 6`.
    let sample = Samples.milesPerGallon
    #expect(agrees(try Location.interquartileRange(of: sample), 7.375, decimals: 10))
    #expect(
      agrees(try Location.interquartileRange(of: sample, definition: .type6), 7.525, decimals: 10))
    Refusal("the interquartile range of an empty sample is not defined") {
      try Location.interquartileRange(of: [])
    }.verify()
    Refusal(
      "the interquartile range of this sample is too large for a floating-point number"
    ) {
      let end = Double.greatestFiniteMagnitude
      return try Location.interquartileRange(of: [-end, -end, end, end])
    }.verify()
  }
}
