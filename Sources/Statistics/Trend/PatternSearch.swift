/// The least value of a function of a few numbers that each lie between two bounds.
///
/// The numerical library has no minimiser that keeps to bounds, and smoothing weights often end on
/// one. The search looks a step up and down along each number, repeats a move that helped, and
/// halves the steps where nothing helps. It draws no random numbers: the same function gives the
/// same result.
///
/// Reference: Hooke and Jeeves 1961, Direct search solution of numerical and statistical problems.
struct PatternSearch {
  let lower: [Double]
  let upper: [Double]

  /// The first and the last step, as parts of the distance between the bounds.
  var firstStep = 0.1
  var lastStep = 1e-8

  /// Walks down from a start between the bounds.
  func minimum(
    from start: [Double], of f: ([Double]) -> Double
  ) -> (point: [Double], value: Double) {
    var best = (point: start, value: f(start))
    var step = firstStep
    while step > lastStep {
      let explored = explore(around: best, step: step, f)
      guard explored.value < best.value else {
        step /= 2
        continue
      }
      var (last, current) = (best, explored)
      while current.value < last.value {
        let leap = clamped(
          zip(current.point, last.point).map { now, before in 2 * now - before })
        let next = explore(around: (leap, f(leap)), step: step, f)
        (last, current) = (current, next.value < current.value ? next : current)
      }
      best = current
    }
    return best
  }

  private func explore(
    around centre: (point: [Double], value: Double), step: Double, _ f: ([Double]) -> Double
  ) -> (point: [Double], value: Double) {
    var best = centre
    for index in lower.indices {
      let size = step * (upper[index] - lower[index])
      for move in [size, -size] {
        var point = best.point
        point[index] = min(upper[index], max(lower[index], point[index] + move))
        if point[index] == best.point[index] { continue }
        let value = f(point)
        if value < best.value {
          best = (point, value)
          break
        }
      }
    }
    return best
  }

  private func clamped(_ point: [Double]) -> [Double] {
    point.indices.map { min(upper[$0], max(lower[$0], point[$0])) }
  }
}
