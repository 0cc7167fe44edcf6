import Testing

@testable import Statistics

@Suite("Random indices")
struct IndexTests {
  /// The chi-squared distance from equal shares, in up to 50 bins. The bounds use four indices of
  /// one number, two of one number, and powers of 2, for which nothing is ever thrown away.
  @Test(arguments: [1, 2, 3, 7, 10, 16_384, 16_385, 20_000, 1 << 28])
  func uniform(_ bound: Int) throws {
    var random = RandomStream(seed: 99, stream: bound)
    let bins = min(bound, 50)
    var counts = [Int](repeating: 0, count: bins)
    var drawn = 0
    let count: (Int) -> Void = { index in
      guard index >= 0, index < bound else {
        Issue.record("index \(index) is out of range")
        return
      }
      counts[Int(Double(index) * Double(bins) / Double(bound))] += 1
      drawn += 1
    }
    random.draw(40_003, below: bound) {
      count($0)
      count($1)
      count($2)
      count($3)
    } ones: {
      count($0)
    }
    #expect(drawn == 40_003)
    guard bins > 1 else { return }
    // A bin holds the indices whose product rounds down to it.
    let sizes = (0..<bins).map { bin in
      let start = { (b: Int) in (b * bound + bins - 1) / bins }
      return Double(start(bin + 1) - start(bin)) / Double(bound)
    }
    let distance = zip(counts, sizes).reduce(0.0) { sum, pair in
      let mean = pair.1 * 40_003
      return sum + (Double(pair.0) - mean) * (Double(pair.0) - mean) / mean
    }
    #expect(try ChiSquared(degreesOfFreedom: Double(bins - 1)).upperTail(distance) > 1e-4)
  }

  /// The four indices of one random number are independent: each of the n⁴ combinations is as
  /// frequent as any other.
  @Test(arguments: [2, 3, 5])
  func independent(_ bound: Int) throws {
    var random = RandomStream(seed: 7)
    let all = bound * bound * bound * bound
    var counts = [Double](repeating: 0, count: all)
    random.draw(4 * 50_000, below: bound) {
      counts[(($0 * bound + $1) * bound + $2) * bound + $3] += 1
    } ones: { _ in
    }
    let mean = 50_000 / Double(all)
    let distance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / mean }
    #expect(try ChiSquared(degreesOfFreedom: Double(all - 1)).upperTail(distance) > 1e-4)
  }
}
