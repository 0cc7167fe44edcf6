import Testing

@testable import Statistics

@Suite("Random streams")
struct RandomStreamTests {
  /// xoshiro256** and splitmix64 written again in Python from Blackman and Vigna 2021; that program
  /// gives 11520, 0, 1509978240, 1215971899390074240 for the state 1, 2, 3, 4, as the authors'
  /// reference implementation does.
  @Test(
    arguments: [
      (0, 0, [18_110_106_563_157_542_208, 8_650_457_082_529_208_451, 3_032_169_436_225_125_478]),
      (7, 0, [5_478_278_237_059_175_447, 18_095_852_408_168_305_621, 5_918_088_815_361_298_344]),
      (7, 1, [3_551_196_810_685_514_886, 8_846_252_831_436_203_871, 9_296_160_967_091_786_562]),
      (7, -1, [1_466_635_471_937_918_237, 3_596_666_710_873_657_412, 8_128_418_558_597_398_170]),
    ] as [(UInt64, Int, [UInt64])])
  func python(_ row: (seed: UInt64, stream: Int, numbers: [UInt64])) {
    var random = RandomStream(seed: row.seed, stream: row.stream)
    for number in row.numbers { #expect(random.next() == number) }
  }

  @Test("streams and seeds differ from each other")
  func differ() {
    var seen: Set<UInt64> = []
    for seed in 0..<40 {
      for stream in 0..<40 {
        var random = RandomStream(seed: UInt64(seed), stream: stream)
        seen.insert(random.next())
      }
    }
    #expect(seen.count == 1_600)
  }

  /// The chi-squared distance from equal shares; a good generator stays below the 0.01 % point.
  @Test(arguments: [1, 2, 3, 10, 97])
  func below(_ bound: Int) throws {
    var random = RandomStream(seed: 3, stream: bound)
    var counts = [Double](repeating: 0, count: bound)
    for _ in 0..<20_000 { counts[random.below(bound)] += 1 }
    guard bound > 1 else {
      #expect(counts == [20_000])
      return
    }
    let mean = 20_000 / Double(bound)
    let distance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / mean }
    #expect(try ChiSquared(degreesOfFreedom: Double(bound - 1)).upperTail(distance) > 1e-4)
  }

  @Test("large bounds are reached at both ends")
  func largeBound() {
    var random = RandomStream(seed: 5)
    let bound = (1 << 32) - 1
    let drawn = (0..<2_000).map { _ in random.below(bound) }
    #expect(drawn.allSatisfy { $0 >= 0 && $0 < bound })
    #expect(drawn.contains { $0 < bound / 200 } && drawn.contains { $0 > bound / 200 * 199 })
  }

  @Test("uniform numbers have the moments of the uniform distribution")
  func uniform() {
    var random = RandomStream(seed: 11)
    let drawn = (0..<40_000).map { _ in random.uniform() }
    #expect(drawn.allSatisfy { $0 >= 0 && $0 < 1 })
    let mean = drawn.reduce(0, +) / 40_000
    let square = drawn.reduce(0) { $0 + $1 * $1 } / 40_000
    // Four standard errors: √(1/12/n) and √(4/45/n).
    #expect(abs(mean - 0.5) < 4 * (1.0 / 12 / 40_000).squareRoot())
    #expect(abs(square - 1.0 / 3) < 4 * (4.0 / 45 / 40_000).squareRoot())
  }
}
