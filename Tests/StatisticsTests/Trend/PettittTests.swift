import Statistics
import Testing

@Suite("Trend: Pettitt")
struct PettittTests {
  /// R 4.2.2 from the definition, with rank and cumsum: 28, K = 1617, 3.59102217694e-07, -287.5.
  /// The 28th year is 1898; Cobb 1978 finds the change there too.
  @Test func nile() throws {
    let years = try TimeSeries(TrendSamples.nile, times: (1871...1970).map(Double.init))
    let change = try Trend.pettitt(years)
    #expect(change.position == 28)
    #expect(change.time == 1898)
    #expect(change.k == 1617)
    #expect(isNear(change.pValue, 3.59102217694e-07, relative: 1e-11))
    #expect(change.shift == -287.5)
    #expect(change.test.cautions == [.ties])
  }

  @Test("agrees with the signs of all pairs across the change", arguments: [4, 9, 30])
  func slowly(_ count: Int) throws {
    let values = TrendSamples.scattered(count, seed: 21).map { ($0 * 8).rounded() }
    let u = (1..<count).map { t in
      var sum = 0
      for i in 0..<t {
        for j in t..<count {
          sum += values[i] > values[j] ? 1 : values[i] < values[j] ? -1 : 0
        }
      }
      return abs(sum)
    }
    let largest = try #require(u.max())
    let change = try Trend.pettitt(TimeSeries(values))
    #expect(change.k == Double(largest))
    #expect(change.position == u.firstIndex(of: largest).map { $0 + 1 })
  }

  @Test("mirroring keeps the place, reversing mirrors it")
  func symmetry() throws {
    let change = try Trend.pettitt(TimeSeries(TrendSamples.nile))
    let mirrored = try Trend.pettitt(TimeSeries(TrendSamples.nile.map { -$0 }))
    #expect(mirrored.position == change.position && mirrored.shift == -change.shift)
    let reversed = try Trend.pettitt(TimeSeries(TrendSamples.nile.reversed()))
    #expect(reversed.position == 100 - change.position && reversed.k == change.k)
  }

  @Test("equal values did not change")
  func constant() throws {
    let change = try Trend.pettitt(TimeSeries([3, 3, 3, 3, 3]))
    #expect(change.k == 0 && change.pValue == 1 && change.shift == 0)
  }

  @Test("gaps count in the position")
  func gaps() throws {
    let change = try Trend.pettitt(TimeSeries(withGaps: [1, nil, 2, 1, nil, 9, 8, nil, 9]))
    #expect(change.position == 4)
    #expect(change.time == 3)
  }
}
