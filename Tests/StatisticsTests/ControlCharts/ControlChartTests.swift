import Statistics
import Testing

@Suite("Control charts: limits")
struct ControlChartTests {
  /// R 4.2.2 from the definitions, the Nile to 1898 and after: mean, mean moving range, both
  /// limits, upper limit of the ranges. The year 1913, the 43rd, is beyond, and the change to 1916.
  @Test func nile() throws {
    let result = try ControlChart.individuals(
      TrendSamples.nile, rebasings: [29], rules: [.beyondLimits])
    let chart = try #require(result.chart)
    #expect(chart.values.kind == .individuals && chart.movingRanges.kind == .movingRanges)
    #expect(chart.values.phases.map(\.positions) == [1...28, 29...100])
    let printed = [
      (28, 1097.75, 141.185185185, 722.383662242, 1473.116337758, 461.185913938),
      (100, 849.972222222, 127.521126761, 510.934253924, 1189.010190520, 416.551830947),
    ]
    for (position, mean, range, lower, upper, rangeLimit) in printed {
      let point = chart.values.points[position - 1]
      #expect(point.position == position)
      #expect(isNear(point.centre, mean, relative: 1e-11))
      #expect(isNear(point.lower, lower, relative: 1e-11))
      #expect(isNear(point.upper, upper, relative: 1e-11))
      let change = try #require(chart.movingRanges.points.first { $0.position == position })
      #expect(isNear(change.centre, range, relative: 1e-11))
      #expect(isNear(change.upper, rangeLimit, relative: 1e-11))
      #expect(change.lower == 0)
    }
    #expect(chart.values.signals.map(\.position) == [43])
    #expect(chart.movingRanges.signals.map(\.position) == [46])
    // No change is counted across the start of the second phase.
    #expect(chart.movingRanges.points.count == 98)
    #expect(!chart.movingRanges.points.contains { $0.position == 29 })
  }

  /// Wheeler and Chambers 1992: 2.66; Montgomery 2013, appendix VI: D4 = 3.267 for two values.
  @Test func constants() throws {
    let chart = try #require(try ControlChart.individuals(ChartSamples.quiet(20)).chart)
    let point = chart.values.points[0]
    #expect(agrees((point.upper - point.centre) / 2, 2.66, decimals: 2))
    #expect(agrees((point.centre - point.lower) / 2, 2.66, decimals: 2))
    #expect(agrees(chart.movingRanges.points[0].upper / 2, 3.267, decimals: 3))
    // Simpson's rule for the mean range of two standard normal values: that of |N(0, 2)|.
    let steps = 2000
    let density: (Int) -> Double = { index in
      let x = 20 * Double(index) / Double(steps)
      return x * Self.exponential(-x * x / 4) / Double.pi.squareRoot()
    }
    var sum = density(0) + density(steps)
    for index in 1..<steps { sum += density(index) * (index % 2 == 0 ? 2 : 4) }
    let mean = sum * 20 / Double(steps) / 3
    #expect(isNear(point.upper - point.centre, 3 * 2 / mean, relative: 1e-9))
  }

  /// `eˣ` by halving and squaring.
  static func exponential(_ x: Double) -> Double {
    let small = x / 1024
    var value = 1 + small + small * small / 2 + small * small * small / 6
    value += small * small * small * small / 24
    for _ in 0..<10 { value *= value }
    return value
  }

  /// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.2: centre 0.2313, limits 0.0524 and
  /// 0.4102; the wafers 15 and 23 are beyond.
  @Test func proportions() throws {
    let cases = Array(repeating: 50, count: 30)
    let chart = try #require(
      try ControlChart.proportions(events: ChartSamples.wafers, cases: cases).chart)
    #expect(agrees(chart.phases[0].centre, 0.2313, decimals: 4))
    for point in chart.points {
      #expect(agrees(point.lower, 0.0524, decimals: 4))
      #expect(agrees(point.upper, 0.4102, decimals: 4))
    }
    let beyond = chart.points.filter { $0.signals.contains(.beyondLimits) }
    #expect(beyond.map(\.position) == [15, 23])
  }

  /// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.1: centre 16, limits 4 and 28. The
  /// wafer with 28 defects lies on the limit, the one with 31 beyond.
  @Test func counts() throws {
    let chart = try #require(try ControlChart.counts(ChartSamples.defects).chart)
    #expect(chart.kind == .counts)
    for point in chart.points {
      #expect(point.centre == 16 && point.lower == 4 && point.upper == 28)
    }
    let beyond = chart.points.filter { $0.signals.contains(.beyondLimits) }
    #expect(beyond.map(\.position) == [24])
  }

  /// R 4.2.2 from the definitions, unequal sizes: upper limits of p; limits of p′ before they are
  /// cut at 0.
  @Test func unequalSizes() throws {
    let chart = try #require(
      try ControlChart.proportions(events: ChartSamples.events, cases: ChartSamples.cases).chart)
    let upper = [
      0.147103957228, 0.148443850601, 0.146404184334, 0.143678486378, 0.149587576331,
      0.147674257150, 0.146788462626, 0.144800847429, 0.143957706342, 0.148011061387,
      0.147386142699, 0.146404184334,
    ]
    for (point, printed) in zip(chart.points, upper) {
      #expect(isNear(point.centre, 0.106248017761, relative: 1e-11))
      #expect(isNear(point.upper, printed, relative: 1e-11))
    }
    let adjusted = try #require(
      try ControlChart.proportions(
        events: ChartSamples.events, cases: ChartSamples.cases, isAdjusted: true
      ).chart)
    let wider = [
      0.227977656705, 0.231969848260, 0.225892694205, 0.217771519354, 0.235377561360,
      0.229676856491, 0.227037645425, 0.221115576724, 0.218603450913, 0.230680359501,
      0.228818423947, 0.225892694205,
    ]
    for (point, printed) in zip(adjusted.points, wider) {
      #expect(isNear(point.upper, printed, relative: 1e-11))
      #expect(point.lower == 0)
    }
    #expect(chart.kind == .proportions && adjusted.kind == .adjustedProportions)
  }

  /// R 4.2.2 from the definitions: the same events per 1000 cases.
  @Test func rates() throws {
    let sizes = ChartSamples.cases.map { Double($0) / 1000 }
    let chart = try #require(
      try ControlChart.rates(events: ChartSamples.events, sizes: sizes).chart)
    #expect(isNear(chart.phases[0].centre, 106.24801776086, relative: 1e-12))
    #expect(isNear(chart.points[0].upper, 149.464229270, relative: 1e-11))
    #expect(isNear(chart.points[11].upper, 148.724030078, relative: 1e-11))
    let adjusted = try #require(
      try ControlChart.rates(events: ChartSamples.events, sizes: sizes, isAdjusted: true).chart)
    // The limit before it is cut is -15.4816; the upper lies as far on the other side.
    #expect(
      isNear(adjusted.points[0].upper, 2 * 106.24801776086 + 15.48162118324, relative: 1e-11))
    #expect(adjusted.points[0].lower == 0)
  }

  @Test("adjusting by a spread as chance has it changes little")
  func adjustment() throws {
    // Cases of which 40 in 100 have an event, as a generator tosses them.
    let tosses = TrendSamples.scattered(200 * 100, seed: 8)
    let events = (0..<200).map { index in
      tosses[index * 100..<(index + 1) * 100].count { $0 < 0.4 }
    }
    let cases = Array(repeating: 100, count: 200)
    let plain = try #require(try ControlChart.proportions(events: events, cases: cases).chart)
    let adjusted = try #require(
      try ControlChart.proportions(events: events, cases: cases, isAdjusted: true).chart)
    let ratio = adjusted.points[0].deviation / plain.points[0].deviation
    #expect(abs(ratio - 1) < 0.15)
  }

  @Test("equal sizes: rates of size 1 are counts, and shares are counts per case")
  func kindsAgree() throws {
    let counts = try #require(try ControlChart.counts(ChartSamples.defects).chart)
    let rates = try #require(
      try ControlChart.rates(
        events: ChartSamples.defects, sizes: Array(repeating: 1, count: 25)
      ).chart)
    #expect(counts.points == rates.points && counts.phases == rates.phases)
    // With many cases a share is as good as a rate.
    let million = Array(repeating: 1_000_000, count: 25)
    let shares = try #require(
      try ControlChart.proportions(events: ChartSamples.defects, cases: million).chart)
    for (share, count) in zip(shares.points, counts.points) {
      #expect(isNear(share.upper * 1e6, count.upper, relative: 1e-4))
    }
  }

  @Test("scaling and shifting measurements, also by huge factors")
  func affine() throws {
    let values = TrendSamples.dependent
    let plain = try #require(try ControlChart.individuals(values).chart)
    for (scale, shift) in [(2.0, 5.0), (-3, 1), (1e300, 0), (1e-300, 0)] {
      let moved = try #require(
        try ControlChart.individuals(values.map { scale * $0 + shift }).chart)
      for (old, new) in zip(plain.values.points, moved.values.points) {
        let ends = [scale * old.lower + shift, scale * old.upper + shift].sorted()
        #expect(isNear(new.lower, ends[0], relative: 1e-10))
        #expect(isNear(new.upper, ends[1], relative: 1e-10))
        #expect(new.signals == old.signals)
      }
    }
  }

  @Test("each phase stands alone")
  func phases() throws {
    let (first, second) = (
      Array(TrendSamples.nile[..<28]), TrendSamples.nile[28...].map { 50 * $0 }
    )
    let both = try #require(
      try ControlChart.individuals(first + second, rebasings: [29]).chart)
    let alone = try #require(try ControlChart.individuals(first).chart)
    #expect(Array(both.values.points[..<28]) == alone.values.points)
    #expect(both.values.phases[0] == alone.values.phases[0])
    let other = try #require(try ControlChart.individuals(second).chart)
    for (point, expected) in zip(both.values.points[28...], other.values.points) {
      #expect(point.lower == expected.lower && point.signals == expected.signals)
      #expect(point.position == expected.position + 28)
    }
  }

  @Test("too few points give no chart but a comparison")
  func tooFew() throws {
    let result = try ControlChart.individuals([4, 5, 3, 6, 9])
    #expect(result.chart == nil)
    let series = try #require(result.shortSeries)
    #expect(series.count == 5 && series.needed == 12)
    #expect(series.median == 5 && series.latest == 9)
    #expect(series.earlierMedian == 4.5 && series.earlierRange == 3...6)
    #expect(series.latestBeyondEarlier == .above)
    #expect(
      series.reason == "a control chart needs at least 12 points; 5 were given; "
        + "the latest value is compared with the earlier ones instead")
    let within = try #require(try ControlChart.counts([3, 1, 2]).shortSeries)
    #expect(within.latestBeyondEarlier == nil)
    let below = try ControlChart.proportions(events: [3, 1], cases: [4, 4]).shortSeries
    #expect(below?.latestBeyondEarlier == .below)
    let single = try #require(try ControlChart.rates(events: [3], sizes: [2]).shortSeries)
    #expect(single.median == 1.5 && single.earlierRange == nil && single.earlierMedian == nil)
    #expect(
      single.reason
        == "a control chart needs at least 12 points; 1 was given; the value stands alone")
    #expect(try ControlChart.individuals(ChartSamples.quiet(11)).chart == nil)
    #expect(try ControlChart.individuals(ChartSamples.quiet(12)).shortSeries == nil)
  }
}
