/// A column of numbers that a regression explains a response with, and its name.
///
/// A group is a column of 0 and 1. For several groups give a column for each but one.
public struct Predictor: Hashable, Sendable {
  /// The name, which coefficients and refusals carry.
  public let name: String

  /// The values, one for each response.
  public let values: [Double]

  /// Names a column.
  public init(_ name: String, _ values: [Double]) {
    self.name = name
    self.values = values
  }
}
