/// Weights of rows, divided by an even power of two so that their sums cannot overflow.
struct RowWeights {
  /// The divided weights; nil weighs all the same.
  let weights: [Double]?

  /// The power of two that they were divided by.
  let exponent: Int

  /// How many rows count at all.
  let counting: Int

  init(_ weights: [Double]?, rows: Int) throws(StatisticsError) {
    guard let weights else {
      self.weights = nil
      exponent = 0
      counting = rows
      return
    }
    guard weights.count == rows else {
      throw .regression(.weightCount(given: weights.count, needed: rows))
    }
    for (index, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
      throw .badWeight(position: index + 1)
    }
    guard let largest = Design.exponent(of: weights) else { throw .noWeight(.linearRegression) }
    let even = largest - (largest & 1)
    self.weights = weights.map { $0.scaled(byPowerOfTwo: -even) }
    exponent = even
    counting = weights.count { $0 > 0 }
  }
}
