/// How many units there were to sample from at a stage, in each stratum.
///
/// A sample that takes a large part of its population is more precise; the share that was not
/// taken is the finite population correction.
///
/// Where sizes or fractions are given for each row, all rows of a stratum must have the same.
public enum FinitePopulation: Hashable, Sendable {
  /// So many that the share taken is near 0, or a sample with replacement.
  case unlimited

  /// The same number of units in every stratum.
  case size(Double)

  /// The number of units in the stratum of each row; infinity stands for no end.
  case sizes([Double])

  /// The same share sampled in every stratum, above 0 and at most 1.
  case fraction(Double)

  /// The share sampled in the stratum of each row, above 0 and at most 1.
  case fractions([Double])

  var rowCount: Int? {
    switch self {
    case .unlimited, .size, .fraction: nil
    case .sizes(let values), .fractions(let values): values.count
    }
  }

  /// The size of the population of a stratum, as a row tells it.
  func size(row: Int, sampled: Int, stage: Int) throws(StatisticsError) -> Double {
    switch self {
    case .unlimited: return .infinity
    case .size(let size): return try checked(size: size, row, stage)
    case .sizes(let sizes): return try checked(size: sizes[row], row, stage)
    case .fraction(let share): return try checked(fraction: share, row, sampled, stage)
    case .fractions(let shares): return try checked(fraction: shares[row], row, sampled, stage)
    }
  }

  private func checked(
    size: Double, _ row: Int, _ stage: Int
  ) throws(StatisticsError) -> Double {
    guard size > 0 else { throw .sampling(.badPopulation(position: row + 1, stage: stage)) }
    return size
  }

  private func checked(
    fraction: Double, _ row: Int, _ sampled: Int, _ stage: Int
  ) throws(StatisticsError) -> Double {
    guard fraction > 0, fraction <= 1 else {
      throw .sampling(.badFraction(position: row + 1, stage: stage))
    }
    return Double(sampled) / fraction
  }
}
