/// The pairs of values of one series after the other: their signs, and the slopes between them.
///
/// One pass over the pairs gives both. The memory is taken once and used again for each series, for
/// taking it costs more than the pass over a short series. The pairs are visited by their distance,
/// so that neighbouring pairs lie side by side in memory and the processor does several at once.
final class PairScan {
  /// How many later values are larger and how many are smaller.
  struct Score {
    var rising = 0
    var falling = 0

    @inline(__always)
    var value: Int { rising - falling }
  }

  /// The number of values of each series, at least 2.
  let count: Int

  /// The number of pairs of values.
  var pairs: Int { count * (count - 1) / 2 }

  /// The values and times of the series at hand, and behind them room for a whole vector.
  private let values: UnsafeMutablePointer<Double>
  private let times: UnsafeMutablePointer<Double>
  private let slopes: UnsafeMutablePointer<Double>
  private let scratch: UnsafeMutablePointer<Double>

  private typealias Vector = SIMD4<Double>
  private typealias Counts = SIMD4<Int64>

  init(count: Int) {
    self.count = count
    let padded = count + Vector.scalarCount
    let paddedPairs = count * (count - 1) / 2 + Vector.scalarCount
    values = .allocate(capacity: padded)
    times = .allocate(capacity: padded)
    slopes = .allocate(capacity: paddedPairs)
    scratch = .allocate(capacity: max(paddedPairs, padded))
    // Not-a-number is neither larger nor smaller, so the room behind the values counts as nothing.
    values.initialize(repeating: .nan, count: padded)
    times.initialize(repeating: .nan, count: padded)
    slopes.initialize(repeating: 0, count: paddedPairs)
    scratch.initialize(repeating: 0, count: max(paddedPairs, padded))
  }

  deinit {
    values.deallocate()
    times.deallocate()
    slopes.deallocate()
    scratch.deallocate()
  }

  /// Fills in the slopes of all pairs and counts their signs; times one step apart where none are
  /// given. There must be `count` of them.
  @inline(__always)
  func scan(
    _ series: UnsafePointer<Double>, times seriesTimes: UnsafePointer<Double>?
  ) -> Score {
    values.update(from: series, count: count)
    if let seriesTimes { times.update(from: seriesTimes, count: count) }
    var (rising, falling) = (Counts(), Counts())
    var next = UnsafeMutableRawPointer(slopes)
    for distance in stride(from: 1, to: count, by: 1) {
      let length = (count - distance) * MemoryLayout<Double>.stride
      let step = Vector(repeating: Double(distance))
      let size = MemoryLayout<Double>.stride
      let earlier = UnsafeRawPointer(values)
      let later = earlier + distance * size
      let earlierTimes = UnsafeRawPointer(times)
      let laterTimes = earlierTimes + distance * size
      // The last vector of a distance runs over its pairs; the next distance writes over that.
      for offset in stride(from: 0, to: length, by: Vector.scalarCount * size) {
        let rise =
          later.loadUnaligned(fromByteOffset: offset, as: Vector.self)
          - earlier.loadUnaligned(fromByteOffset: offset, as: Vector.self)
        let time =
          seriesTimes == nil
          ? step
          : laterTimes.loadUnaligned(fromByteOffset: offset, as: Vector.self)
            - earlierTimes.loadUnaligned(fromByteOffset: offset, as: Vector.self)
        next.storeBytes(of: rise / time, toByteOffset: offset, as: Vector.self)
        rising &+= Counts().replacing(with: 1, where: rise .> 0)
        falling &+= Counts().replacing(with: 1, where: rise .< 0)
      }
      next += length
    }
    return Score(rising: Int(rising.wrappedSum()), falling: Int(falling.wrappedSum()))
  }

  /// The median of the slopes last filled in. It spoils them.
  @inline(__always)
  func medianSlope() -> Double {
    Selection.median(slopes, count: pairs, scratch: scratch)
  }

  /// The slopes last filled in.
  var allSlopes: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: slopes, count: pairs)
  }

  /// The median of the values, and `Σ t(t - 1)(2t + 5)` over groups of t equal values. It spoils
  /// the values.
  @inline(__always)
  func medianAndTies(hasTies: Bool) -> (median: Double, tieTerm: Int) {
    guard hasTies else { return (Selection.median(values, count: count, scratch: scratch), 0) }
    Selection.sort(values, count: count)
    var (term, start) = (0, 0)
    for end in 1...count where end == count || values[end] != values[start] {
      term += MannKendall.term(end - start)
      start = end
    }
    return (Selection.mean(values[(count - 1) / 2], values[count / 2]), term)
  }
}
