import Statistics
import Testing

@Suite("Trend: many series at once")
struct TrendBatchTests {
  /// Series of one length: smooth, rounded to many ties, two values only, huge, tiny, constant.
  static func series(_ length: Int) -> [[Double]] {
    var all: [[Double]] = []
    for seed in 0..<5 {
      let scattered = TrendSamples.scattered(length, seed: UInt64(seed))
      all.append(scattered)
      all.append(scattered.map { ($0 * 5).rounded(.down) })
      all.append(scattered.map { $0 < 0.5 ? 0 : 1 })
      all.append(scattered.map { ($0 - 0.5) * 1e300 })
      all.append(scattered.map { $0 * 0x1p-1040 })
      all.append(scattered.map { $0 < 0.1 ? 1e9 * $0 : $0 })
      all.append(scattered.enumerated().map { $1 + Double($0) })
      all.append(scattered.enumerated().map { Double($0) - ($1 * 3).rounded() })
      all.append(scattered.map { 1 / ($0 - 0.5) })
    }
    all.append(Array(repeating: 0.1, count: length))
    all.append((0..<length).map(Double.init))
    all.append((0..<length).map { -0.1 * Double($0 * $0) })
    all.append((0..<length).map { $0 == length / 2 ? 1 : 0 })
    return all
  }

  @Test(
    "is bit for bit what a single series gives",
    arguments: [3, 4, 5, 7, 9, 10, 11, 25, 48, 72])
  func equalsSingle(_ length: Int) throws {
    let all = Self.series(length)
    let summaries = try Trend.summaries(ofSeries: all.flatMap { $0 }, length: length)
    #expect(summaries.count == all.count)
    for (values, summary) in zip(all, summaries) {
      let series = try TimeSeries(values)
      #expect(try Trend.summary(of: series) == summary)
      let test = try Trend.mannKendall(series)
      #expect(summary.score == test.score && summary.variance == test.variance)
      #expect(summary.z == test.z && summary.pValue == test.pValue && summary.tau == test.tau)
      let line = try Trend.theilSen(series)
      #expect(summary.slope == line.slope && summary.intercept == line.intercept)
    }
  }

  @Test("agrees with all pairs, one after the other", arguments: [3, 6, 13, 48, 60])
  func slowly(_ length: Int) throws {
    let all = Self.series(length)
    let summaries = try Trend.summaries(ofSeries: all.flatMap { $0 }, length: length)
    for (values, summary) in zip(all, summaries) {
      var (slopes, score): ([Double], Int) = ([], 0)
      for i in 0..<length {
        for j in 0..<length where j > i {
          slopes.append((values[j] - values[i]) / Double(j - i))
          score += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0
        }
      }
      slopes.sort()
      let (a, b) = (slopes[(slopes.count - 1) / 2], slopes[slopes.count / 2])
      #expect(summary.slope == (a + b) / 2)
      #expect(summary.score == score)
      let sorted = values.sorted()
      let median = (sorted[(length - 1) / 2] + sorted[length / 2]) / 2
      #expect(summary.intercept == median - summary.slope * Double(length - 1) / 2)
    }
  }

  @Test("slopes too steep for a number are refused, others are not")
  func huge() throws {
    let ends = [-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude]
    let step = ends.flatMap { [$0, $0, $0] }
    let words = "the Theil–Sen slope of this sample is too large for a floating-point number"
    Refusal(words) { try Trend.summaries(ofSeries: step, length: 6) }.verify()
    Refusal(words) { try Trend.theilSen(TimeSeries(step)) }.verify()
    let long = (0..<60).map { $0 % 2 == 0 ? ends[0] : ends[1] }
    // Half of the slopes are 0; infinite ones of both signs do not matter.
    #expect(try Trend.summary(of: TimeSeries(long)).slope.isFinite)
  }

  @Test("the number of series does not matter", arguments: [1, 2, 31, 33, 700])
  func counts(_ count: Int) throws {
    let values = TrendSamples.scattered(count * 12, seed: 77)
    let summaries = try Trend.summaries(ofSeries: values, length: 12)
    #expect(summaries.count == count)
    for index in [0, count / 2, count - 1] {
      let part = Array(values[index * 12..<(index + 1) * 12])
      #expect(summaries[index] == (try Trend.summary(of: TimeSeries(part))))
    }
  }
}
