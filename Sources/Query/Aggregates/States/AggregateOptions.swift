internal import Tables

/// Checks of options that several aggregates share.
enum AggregateOptions {
  /// The confidence level.
  static func level(_ call: AggregateCall) throws -> Double {
    guard let level = call.real("level"), level > 0, level < 1 else {
      let given = call.real("level") ?? 0
      throw call.error(
        "the level of \(call.signature.name) must lie strictly between 0 and 1",
        hint: given >= 50 && given < 100 ? "write level => \(given / 100)" : nil)
    }
    return level
  }

  /// Checks all options and constants of a call.
  static func check(_ call: AggregateCall) throws {
    switch call.signature.name {
    case "share_low", "share_high", "goal_probability": _ = try ShareInference(call)
    case "mean_low", "mean_high": _ = try level(call)
    case "percentile_cont", "percentile_disc": _ = try fraction(call)
    case "nps", "top_box": _ = try ScoreState.Scale(call)
    case "trimmed_mean": _ = try proportion(call)
    default: break
    }
  }

  /// What a trimmed mean leaves out at each end.
  static func proportion(_ call: AggregateCall) throws -> Double {
    guard let proportion = call.real("proportion"), proportion >= 0, proportion < 0.5 else {
      throw call.error(
        "the proportion of trimmed_mean must lie from 0 to below 0.5",
        hint: "it is cut off at each end")
    }
    return proportion
  }

  /// The constant fraction of a percentile; `nil` for NULL.
  static func fraction(_ call: AggregateCall) throws -> Double? {
    let fraction: Double
    switch call.constants[0] {
    case .real(let value)?: fraction = value
    case .integer(let value)?: fraction = Double(value)
    case .null?: return nil
    default: throw call.error("the fraction of \(call.signature.name) must be a constant")
    }
    guard fraction >= 0, fraction <= 1 else {
      throw call.error(
        "percentile value is not between 0 and 1",
        hint: fraction > 1 && fraction <= 100 ? "write \(fraction / 100)" : nil)
    }
    return fraction
  }
}
