import Statistics
import Testing

@Suite("Trend: breaks and times")
struct SegmentTests {
  @Test("each segment knows only its own values")
  func segments() throws {
    let rising = (0..<8).map { 2 * Double($0) }
    let falling = (0..<6).map { 1000 - 3 * Double($0) }
    let series = try TimeSeries(rising + [50, 60] + falling)
    let segments = try Trend.segments(of: series, breaks: [9, 11])
    #expect(segments.map(\.positions) == [1...8, 9...10, 11...16])
    #expect(segments.map(\.count) == [8, 2, 6])
    #expect(segments[0].theilSen?.slope == 2)
    #expect(segments[1].theilSen == nil && segments[1].mannKendall == nil)
    #expect(segments[2].theilSen?.slope == -3)
    #expect(segments[2].mannKendall?.score == -15)
    // Across the breaks the series rises.
    #expect(try Trend.theilSen(series).slope > 0)
    // Nothing that happens on the other side of a break matters.
    let moved = try TimeSeries(rising + [-5e9, 7] + falling)
    #expect(try Trend.segments(of: moved, breaks: [9, 11]) == segments)
  }

  @Test("without a break the one segment is the series")
  func noBreak() throws {
    let series = try TimeSeries(TrendSamples.nile)
    let segments = try Trend.segments(of: series, breaks: [])
    #expect(segments.count == 1)
    #expect(segments[0].mannKendall == (try Trend.mannKendall(series)))
    #expect(segments[0].theilSen == (try Trend.theilSen(series)))
  }

  @Test("positions of breaks count the gaps")
  func gaps() throws {
    let series = try TimeSeries(withGaps: [1, nil, 3, 4, 5, nil, 30, 20, 10, 0, nil])
    let parts = try series.segments(breaks: [6])
    #expect(parts.map(\.values) == [[1, 3, 4, 5], [30, 20, 10, 0]])
    #expect(parts.map(\.positions) == [[1, 3, 4, 5], [7, 8, 9, 10]])
    #expect(parts.map(\.times) == [[0, 2, 3, 4], [6, 7, 8, 9]])
    // A part without any value is left out of the parts, but listed among the segments.
    #expect(try series.segments(breaks: [6, 7]).count == 2)
    let segments = try Trend.segments(of: series, breaks: [6, 7])
    #expect(segments.map(\.count) == [4, 0, 4])
    #expect(segments.map { $0.theilSen?.slope } == [1, nil, -10])
  }

  @Test("parts can be cut again")
  func nested() throws {
    let parts = try TimeSeries([1, 2, 3, 4, 5, 6]).segments(breaks: [4])
    #expect(try parts[1].segments(breaks: [6]).map(\.values) == [[4, 5], [6]])
  }

  @Test("the first time is 0, and gaps keep the times")
  func times() throws {
    #expect(try TimeSeries([5, 6, 7]).times == [0, 1, 2])
    let gaps = try TimeSeries(withGaps: [nil, 6, nil, 7])
    #expect(gaps.times == [1, 3] && gaps.positions == [2, 4] && gaps.count == 2)
    #expect(try TimeSeries(withGaps: [5, 6, 7]) == TimeSeries([5, 6, 7]))
  }
}
