import Statistics
import Testing

@Suite("Kruskal–Wallis test")
struct KruskalWallisTests {
  /// R 4.2.2, `kruskal.test`: data of Hollander and Wolfe 1973, page 116, without ties, and
  /// InsectSprays with many.
  @Test func published() throws {
    let lungs = try RankTest.kruskalWallis([
      [2.9, 3.0, 2.5, 2.6, 3.2], [3.8, 2.7, 4.0, 2.4], [2.8, 3.4, 3.7, 2.2, 2.0],
    ])
    #expect(ValueSamples.agree(lungs.statistic, 0.771428571428572))
    #expect(lungs.degreesOfFreedom == [2])
    #expect(ValueSamples.agree(lungs.pValue, 0.679964773578894))
    let sprays = try RankTest.kruskalWallis(ValueSamples.sprays)
    #expect(ValueSamples.agree(sprays.statistic, 54.6913446223714))
    #expect(sprays.degreesOfFreedom == [5])
    #expect(ValueSamples.agree(sprays.pValue, 1.51084443941851e-10))
  }

  @Test("for two groups it is the squared score of Mann and Whitney without correction")
  func twoGroups() throws {
    let x = ValueSamples.scattered(70, seed: 1, levels: 9)
    let y = ValueSamples.scattered(50, seed: 2, levels: 10)
    let h = try RankTest.kruskalWallis([x, y]).statistic
    var (twiceU, counts) = (0, [Double: Int]())
    for a in x { for b in y { twiceU += a > b ? 2 : a == b ? 1 : 0 } }
    for value in x + y { counts[value, default: 0] += 1 }
    let ties = counts.values.reduce(0) { $0 + $1 * ($1 * $1 - 1) }
    let variance = 70 * 50 / 12.0 * (121 - Double(ties) / (120 * 119))
    let distance = Double(twiceU) / 2 - 1750
    #expect(ValueSamples.agree(h, distance * distance / variance))
  }

  @Test("only the order counts, and the order of groups does not")
  func invariant() throws {
    let plain = try RankTest.kruskalWallis(ValueSamples.plants)
    let bent = try RankTest.kruskalWallis(ValueSamples.plants.map { $0.map { $0 * $0 } })
    #expect(plain == bent)
    let turned = try RankTest.kruskalWallis(ValueSamples.plants.reversed())
    #expect(ValueSamples.agree(turned.statistic, plain.statistic, relative: 1e-14))
  }

  @Test("groups with the same values give 0")
  func equalGroups() throws {
    let test = try RankTest.kruskalWallis([[1, 2, 3], [3, 1, 2], [2, 3, 1]])
    #expect(test.statistic == 0 && test.pValue == 1)
  }
}
