/// Estimates of the 10 %, 20 % ... 90 % points of many values, from 72 of them.
///
/// Eight groups of nine values are sorted side by side; the mean of the eight k-th values estimates
/// the point of `k/10`. Nine values in a fixed scheme of comparisons need no branches.
struct Bracket {
  private var points = Group()

  /// Draws pairs of neighbours, at equal distances, from at least 2 values.
  @inline(__always)
  init(drawnFrom values: UnsafePointer<Double>, count: Int) {
    let a = Group(values, count, from: 0).sorted
    let b = Group(values, count, from: 1).sorted
    let c = Group(values, count, from: 2).sorted
    let d = Group(values, count, from: 3).sorted
    points = Group.sum(Group.sum(a, b), Group.sum(c, d))
  }

  /// The estimates of two of the points, numbered from 0; infinite beyond the first and the last.
  @inline(__always)
  func bounds(_ low: Int, _ high: Int) -> (Double, Double) {
    let lower = low < 0 ? -.infinity : mean(low)
    let upper = high > 8 ? .infinity : mean(high)
    // Infinite values of both signs have no mean.
    return lower <= upper ? (lower, upper) : (-.infinity, .infinity)
  }

  /// The mean of eight equal numbers is that number: each step of the sum is exact.
  @inline(__always)
  private func mean(_ point: Int) -> Double {
    withUnsafeBytes(of: points) { bytes in
      let pair = bytes.loadUnaligned(
        fromByteOffset: point * MemoryLayout<SIMD2<Double>>.stride, as: SIMD2<Double>.self)
      return pair.x + pair.y
    }
  }

  /// Nine pairs of values, already divided by the number of values in a mean.
  private struct Group {
    var (v0, v1, v2) = (SIMD2<Double>(), SIMD2<Double>(), SIMD2<Double>())
    var (v3, v4, v5) = (SIMD2<Double>(), SIMD2<Double>(), SIMD2<Double>())
    var (v6, v7, v8) = (SIMD2<Double>(), SIMD2<Double>(), SIMD2<Double>())

    init() {}

    @inline(__always)
    init(_ values: UnsafePointer<Double>, _ count: Int, from group: Int) {
      // The last place leaves room for the neighbour.
      let step = (count - 2) * 65_536 / 36
      let start = UnsafeRawPointer(values)
      @inline(__always)
      func pair(_ number: Int) -> SIMD2<Double> {
        let place = ((4 * number + group) * step + step / 2) / 65_536
        return start.loadUnaligned(
          fromByteOffset: place * MemoryLayout<Double>.stride, as: SIMD2<Double>.self) * 0.125
      }
      (v0, v1, v2) = (pair(0), pair(1), pair(2))
      (v3, v4, v5) = (pair(3), pair(4), pair(5))
      (v6, v7, v8) = (pair(6), pair(7), pair(8))
    }

    @inline(__always)
    static func sum(_ a: Group, _ b: Group) -> Group {
      var sum = a
      (sum.v0, sum.v1, sum.v2) = (a.v0 + b.v0, a.v1 + b.v1, a.v2 + b.v2)
      (sum.v3, sum.v4, sum.v5) = (a.v3 + b.v3, a.v4 + b.v4, a.v5 + b.v5)
      (sum.v6, sum.v7, sum.v8) = (a.v6 + b.v6, a.v7 + b.v7, a.v8 + b.v8)
      return sum
    }

    /// Each lane in order: three threes are sorted, then merged by the least of the largest, the
    /// middle of the middle, and so on.
    var sorted: Group {
      @inline(__always) get {
        var g = self
        Group.order(&g.v0, &g.v1)
        Group.order(&g.v3, &g.v4)
        Group.order(&g.v6, &g.v7)
        Group.order(&g.v1, &g.v2)
        Group.order(&g.v4, &g.v5)
        Group.order(&g.v7, &g.v8)
        Group.order(&g.v0, &g.v1)
        Group.order(&g.v3, &g.v4)
        Group.order(&g.v6, &g.v7)
        Group.order(&g.v0, &g.v3)
        Group.order(&g.v3, &g.v6)
        Group.order(&g.v0, &g.v3)
        Group.order(&g.v1, &g.v4)
        Group.order(&g.v4, &g.v7)
        Group.order(&g.v1, &g.v4)
        Group.order(&g.v2, &g.v5)
        Group.order(&g.v5, &g.v8)
        Group.order(&g.v2, &g.v5)
        Group.order(&g.v1, &g.v3)
        Group.order(&g.v5, &g.v7)
        Group.order(&g.v2, &g.v6)
        Group.order(&g.v4, &g.v6)
        Group.order(&g.v2, &g.v4)
        Group.order(&g.v2, &g.v3)
        Group.order(&g.v5, &g.v6)
        return g
      }
    }

    /// Puts the smaller value of each lane first.
    @inline(__always)
    private static func order(_ a: inout SIMD2<Double>, _ b: inout SIMD2<Double>) {
      let isSmaller = b .< a
      let smaller = a.replacing(with: b, where: isSmaller)
      b = b.replacing(with: a, where: isSmaller)
      a = smaller
    }
  }
}
