import Statistics
import Testing

@Suite("Control charts: refusals")
struct ControlChartRefusalTests {
  @Test(arguments: [
    Refusal("the control chart of an empty sample is not defined") {
      try ControlChart.individuals([])
    },
    Refusal("the control chart of an empty sample is not defined") { try ControlChart.counts([]) },
    Refusal("the run chart of an empty sample is not defined") { try RunChart([]) },
    Refusal("value 2 of the sample is not a number") {
      try ControlChart.individuals([1, .nan, 3])
    },
    Refusal("value 1 of the sample is infinite") { try RunChart([.infinity]) },
    Refusal(
      "limits can start anew at points after the first, in rising order; "
        + "number 1 of the given positions is not"
    ) { try ControlChart.individuals(ChartSamples.quiet(30), rebasings: [1]) },
    Refusal(
      "limits can start anew at points after the first, in rising order; "
        + "number 2 of the given positions is not"
    ) { try ControlChart.counts(ChartSamples.defects, rebasings: [13, 13]) },
    Refusal(
      "limits can start anew at points after the first, in rising order; "
        + "number 1 of the given positions is not"
    ) { try RunChart([1, 2, 3], rebasings: [4]) },
    Refusal("phase 2 of the control chart has 5 points; limits need at least 12") {
      try ControlChart.individuals(ChartSamples.quiet(30), rebasings: [26])
    },
    Refusal("phase 1 of the control chart has 1 point; limits need at least 12") {
      try ControlChart.counts(ChartSamples.defects, rebasings: [2])
    },
    Refusal(
      "the values in phase 2 of the control chart do not vary, so its limits are not defined"
    ) {
      try ControlChart.individuals(
        ChartSamples.quiet(12) + Array(repeating: 0.1, count: 15), rebasings: [13])
    },
    Refusal(
      "the values in phase 1 of the control chart do not vary, so its limits are not defined"
    ) { try ControlChart.counts(Array(repeating: 0, count: 12)) },
    Refusal(
      "the values in phase 1 of the control chart do not vary, so its limits are not defined"
    ) {
      try ControlChart.proportions(
        events: Array(repeating: 5, count: 12), cases: Array(repeating: 5, count: 12),
        isAdjusted: true)
    },
    Refusal("a number of events must not be negative; that of point 3 is") {
      try ControlChart.counts([1, 0, -1])
    },
    Refusal("the size of a point must be a number above 0; that of point 2 is not") {
      try ControlChart.proportions(events: [0, 0], cases: [1, 0])
    },
    Refusal("the size of a point must be a number above 0; that of point 1 is not") {
      try ControlChart.rates(events: [0, 0], sizes: [.nan, 1])
    },
    Refusal("the number of events must not be larger than the number of cases; that of point 2 is")
    { try ControlChart.proportions(events: [1, 3], cases: [2, 2]) },
    Refusal("a control chart needs a size for each count; there are 2 counts and 1 sizes") {
      try ControlChart.rates(events: [1, 3], sizes: [2])
    },
    Refusal("a target must be a finite number") {
      try ControlChart.counts(ChartSamples.defects).chart?.assurance(
        target: .nan, desired: .higher)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test("huge values are refused or give finite limits")
  func huge() throws {
    let largest = Double.greatestFiniteMagnitude
    let words = "the control chart of this sample is too large for a floating-point number"
    Refusal(words) {
      try ControlChart.individuals(ChartSamples.quiet(20).map { $0 * largest })
    }.verify()
    Refusal(words) {
      try ControlChart.rates(
        events: Array(1...12), sizes: Array(repeating: Double.leastNonzeroMagnitude, count: 12))
    }.verify()
    Refusal(words) {
      try ControlChart.rates(
        events: Array(1...12), sizes: Array(repeating: largest, count: 12))
    }.verify()
    let events = try ControlChart.counts(Array(repeating: Int.max, count: 20))
    #expect(events.chart?.points.allSatisfy { $0.upper.isFinite && $0.lower.isFinite } == true)
    let small = try ControlChart.individuals(ChartSamples.quiet(20).map { $0 * 0x1p-1060 })
    #expect(small.chart?.values.signals.isEmpty == true)
  }
}
