import Statistics
import Testing

@Suite("Raking")
struct RakeTests {
  /// Bishop, Fienberg and Holland 1975, Discrete Multivariate Analysis: women of England and Wales
  /// by age and marital status, adjusted to the margins of the next year; the table is also example
  /// 9.14 of SAS/IML. Fitted cells: R 4.2.2, `loglin(..., start =)`, four decimals.
  private static let census = Cells(counts: [
    [1306, 83, 0], [619, 765, 3], [263, 1194, 9], [173, 1372, 28], [171, 1393, 51],
    [159, 1372, 81], [208, 1350, 108], [1116, 4100, 2329],
  ])
  private static let ages: [Double] = [1412, 1402, 1450, 1541, 1681, 1532, 1662, 7644]
  private static let statuses: [Double] = [3988, 11702, 2634]

  @Test func published() throws {
    let printed = [
      1325.2680, 86.7320, 615.5570, 783.3932, 3.0498, 253.9375, 1187.1788, 8.8837, 165.1272,
      1348.5510, 27.3218, 173.4131, 1454.7138, 52.8731, 147.2140, 1308.1177, 76.6683, 202.3271,
      1352.2756, 107.3973, 1105.1562, 4181.0379, 2357.8059,
    ]
    let result = try Weighting.rake(
      Self.census.weights, to: Self.census.margins(rows: Self.ages, columns: Self.statuses))
    for (weight, cell) in zip(result.weights.values, printed) {
      #expect(agrees(weight, cell, decimals: 4))
    }
  }

  /// Robichaud 2000, Example of the RAS technique, a memo of the PEP network; one decimal. The
  /// table there is first divided by its column totals, which raking undoes.
  @Test func memo() throws {
    let cells = Cells(counts: [[3, 4, 2], [7, 4, 3]])
    let result = try Weighting.rake(
      cells.weights, to: cells.margins(rows: [10, 12], columns: [4, 10, 8]))
    for (weight, printed) in zip(result.weights.values, [1.3, 5.3, 3.4, 2.7, 4.7, 4.6]) {
      #expect(agrees(weight, printed, decimals: 1))
    }
  }

  /// R 4.2.2, survey 4.1.1: `rake` of `apiclus1` to school type and growth target, run to 1e-14.
  @Test func schools() throws {
    let result = try Weighting.rake(
      SchoolSample.weights, to: [SchoolSample.types, SchoolSample.targets], tolerance: 1e-14)
    let printed = [
      "EN": 39.83923624713, "EY": 29.87067549269, "HN": 67.12552924119, "HY": 50.32940111604,
      "MN": 49.06907216386, "MY": 36.79102486407,
    ]
    let types = SchoolSample.letters(SchoolSample.typeLetters)
    let targets = SchoolSample.letters(SchoolSample.targetLetters)
    for (index, weight) in result.weights.values.enumerated() {
      let cell = try #require(printed[types[index] + targets[index]])
      #expect(agrees(weight, cell, decimals: 11))
    }
    #expect(agrees(result.designEffect, 1.05165669560383, decimals: 13))
    #expect(agrees(result.effectiveSampleSize, 174.011158551059, decimals: 11))
    #expect(agrees(result.ratio, 2.24720493038842, decimals: 13))
    #expect(abs(result.designEffectBefore - 1) < 1e-14)
    let total = zip(result.weights.values, SchoolSample.enrolments).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(agrees(total, 3647280.148065181, decimals: 6))
  }

  /// R 4.2.2, survey 4.1.1: `rake` of `apistrat` to type, growth target and award, run to 1e-14.
  /// The 200 schools in nine cells, with the weights that the data set stores as single precision.
  @Test func threeMargins() throws {
    let cells: [(type: String, target: String, award: String, count: Int, weight: Double)] = [
      ("E", "No", "No", 9, 43.772603457705), ("H", "No", "No", 24, 15.372545909169),
      ("M", "No", "No", 15, 20.607031137371), ("E", "Yes", "No", 18, 35.780613304747),
      ("H", "Yes", "No", 10, 12.565830616333), ("M", "Yes", "No", 11, 16.844604941024),
      ("E", "Yes", "Yes", 73, 46.342404512263), ("H", "Yes", "Yes", 16, 16.275037001040),
      ("M", "Yes", "Yes", 24, 21.816828274507),
    ]
    let before = ["E": 44.209999084472656, "H": 15.100000381469725, "M": 20.360000610351562]
    let rows = cells.flatMap { Array(repeating: $0, count: $0.count) }
    let base = try SamplingWeights(rows.map { before[$0.type] ?? 0 })
    let result = try Weighting.rake(
      base,
      to: [
        Margin(
          name: "type", values: rows.map(\.type), totals: ["E": 4421, "H": 755, "M": 1018]),
        Margin(name: "target", values: rows.map(\.target), totals: ["No": 1072, "Yes": 5122]),
        Margin(name: "award", values: rows.map(\.award), totals: ["No": 2027, "Yes": 4167]),
      ], tolerance: 1e-13)
    for (weight, row) in zip(result.weights.values, rows) {
      #expect(agrees(weight, row.weight, decimals: 9))
    }
  }

  @Test("the result tells how each margin is met")
  func diagnostics() throws {
    let result = try Weighting.rake(
      SchoolSample.weights, to: [SchoolSample.types, SchoolSample.targets])
    #expect(result.margins.map(\.name) == ["type", "target"])
    #expect(result.rounds > 2 && result.rounds < 50)
    for margin in result.margins { #expect(margin.largestDifference <= 1e-9) }
    let high = try #require(result.margins[0].categories.first { $0.label == "H" })
    #expect(high.respondents == 14 && high.target == 755)
    #expect(abs(high.unweightedShare - 14.0 / 183) < 1e-15)
    #expect(abs(high.baseShare - 14.0 / 183) < 1e-15)
    #expect(abs(high.targetShare - 755.0 / 6194) < 1e-15)
    #expect(abs(high.weightedShare - 755.0 / 6194) < 1e-12)
    #expect(abs(high.difference) < 1e-12 && abs(high.weightedTotal - 755) < 1e-8)
    #expect(result.limit == nil && result.variables.isEmpty)
  }

  @Test("one margin is post-stratification")
  func single() throws {
    let (base, margin) = (try SchoolSample.weights, try SchoolSample.types)
    let (one, other) = try (
      Weighting.rake(base, to: [margin]), Weighting.postStratify(base, to: margin)
    )
    #expect(one.weights == other.weights && one.rounds == 1)
  }

  @Test("neither the order of the margins nor the scale of the base or the totals matters")
  func invariant() throws {
    let (types, targets) = (try SchoolSample.types, try SchoolSample.targets)
    let plain = try Weighting.rake(SchoolSample.weights, to: [types, targets])
    let turned = try Weighting.rake(SchoolSample.weights, to: [targets, types])
    let tiny = try Weighting.rake(
      SamplingWeights(SchoolSample.weights.values.map { $0 * 1e-300 }), to: [types, targets])
    let shares = try Weighting.rake(
      SchoolSample.weights,
      to: [types, targets].map { margin in
        try Margin(
          name: margin.name, labels: margin.labels, codes: margin.codes,
          totals: margin.totals.map { $0 / 6194 })
      })
    for index in 0..<183 {
      let weight = plain.weights.values[index]
      #expect(abs(turned.weights.values[index] - weight) < 1e-7)
      #expect(abs(tiny.weights.values[index] - weight) < 1e-10)
      #expect(abs(shares.weights.values[index] * 6194 - weight) < 1e-10)
    }
  }

  /// The cross-product ratios of the table before, which raking must not change.
  @Test("the interactions of the table stay")
  func interactions() throws {
    let cells = Cells(counts: [[80, 170, 150], [90, 80, 210], [10, 80, 130]])
    let result = try Weighting.rake(
      cells.weights, to: cells.margins(rows: [430, 360, 210], columns: [150, 300, 550]))
    let w = result.weights.values
    #expect(abs(w[0] * w[4] / (w[1] * w[3]) - 80.0 * 80 / (170 * 90)) < 1e-12)
    #expect(abs(w[4] * w[8] / (w[5] * w[7]) - 80.0 * 130 / (210 * 80)) < 1e-12)
    for (row, total) in [430.0, 360, 210].enumerated() {
      #expect(abs(w[3 * row] + w[3 * row + 1] + w[3 * row + 2] - total) < 1e-7)
    }
  }

  @Test("categories with a total of 0 get no weight")
  func zeroTotal() throws {
    let cells = Cells(counts: [[5, 5, 5], [5, 5, 5]])
    let result = try Weighting.rake(
      cells.weights, to: cells.margins(rows: [40, 60], columns: [30, 70, 0]))
    let expected: [Double] = [12, 28, 0, 18, 42, 0]
    for (weight, value) in zip(result.weights.values, expected) {
      #expect(abs(weight - value) < 1e-9)
    }
  }

  @Test(
    "a limit is kept, and so are the margins",
    arguments: [.multipleOfMedian(2), .quantile(0.985), .value(55)] as [WeightLimit])
  func limited(_ limit: WeightLimit) throws {
    let margins = [try SchoolSample.types, try SchoolSample.targets]
    let free = try Weighting.rake(SchoolSample.weights, to: margins)
    let result = try Weighting.rake(SchoolSample.weights, to: margins, limit: limit)
    let largest = try #require(result.limit)
    let sorted = free.weights.values.sorted()
    switch limit {
    case .multipleOfMedian(let multiple): #expect(abs(largest - multiple * sorted[91]) < 1e-9)
    case .value(let value): #expect(largest == value)
    case .quantile: #expect(largest < sorted[182])
    }
    #expect((result.weights.values.max() ?? 0) <= largest * (1 + 1e-9))
    for margin in result.margins { #expect(margin.largestDifference < 1e-8) }
    #expect((free.weights.values.max() ?? 0) > largest)
    #expect(result.rounds > free.rounds)
  }

  @Test("a limit above all weights changes nothing")
  func looseLimit() throws {
    let margins = [try SchoolSample.types, try SchoolSample.targets]
    let free = try Weighting.rake(SchoolSample.weights, to: margins)
    let result = try Weighting.rake(
      SchoolSample.weights, to: margins, limit: .multipleOfMedian(100))
    for (one, other) in zip(free.weights.values, result.weights.values) {
      #expect(abs(one - other) < 1e-8)
    }
  }
}
