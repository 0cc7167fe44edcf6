/// A number that is known of each respondent, and its total in the population.
///
/// For instance the size of the household, or 1 for everybody, whose total is the size of the
/// population.
public struct CalibrationVariable: Hashable, Sendable {
  /// What the number is.
  public let name: String

  /// The number of each respondent.
  public let values: [Double]

  /// The known total in the population.
  public let total: Double

  /// Describes a variable.
  ///
  /// - Parameters:
  ///   - name: what the number is.
  ///   - values: the number of each respondent, finite.
  ///   - total: the known total in the population, between -1e300 and 1e300.
  /// - Throws: `StatisticsError.weighting` with ``WeightingFault/badValue(variable:position:)``;
  ///   `.optionOutOfRange` for the total.
  public init(name: String, values: [Double], total: Double) throws(StatisticsError) {
    for (position, value) in values.enumerated() where !value.isFinite {
      throw .weighting(.badValue(variable: name, position: position + 1))
    }
    guard abs(total) < 1e300 else {
      throw .optionOutOfRange(
        option: "the total of “\(name)”", range: "between -1e300 and 1e300", total)
    }
    self.name = name
    self.values = values
    self.total = total
  }
}

/// How well weights meet the total of a calibration variable.
public struct VariableBalance: Hashable, Sendable {
  /// The name of the variable.
  public let name: String

  /// The known total.
  public let target: Double

  /// The weighted total before the weighting.
  public let baseTotal: Double

  /// The weighted total after the weighting.
  public let weightedTotal: Double

  /// The weighted total minus the known one.
  public var difference: Double { weightedTotal - target }

  /// Whether both totals are numbers.
  var isFinite: Bool { baseTotal.isFinite && weightedTotal.isFinite }

  init(_ variable: CalibrationVariable, base: [Double], weights: [Double]) {
    name = variable.name
    target = variable.total
    baseTotal = Self.total(variable.values, base)
    weightedTotal = Self.total(variable.values, weights)
  }

  private static func total(_ values: [Double], _ weights: [Double]) -> Double {
    var sum = PreciseSum()
    for (value, weight) in zip(values, weights) { sum.add(value, times: weight) }
    return sum.value
  }
}
