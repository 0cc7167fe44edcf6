internal import Tables

/// The aggregates that queries can call.
package enum AggregateCatalogue {
  /// Every aggregate for every list of argument types.
  package static let signatures: [AggregateSignature] =
    standard + statistics + orderedSets + survey

  /// Checks the options and constants of a call.
  ///
  /// - Throws: ``QueryError`` at the call for what does not make sense: a level of 95, a method
  /// that does
  ///   not exist.
  package static func check(_ call: AggregateCall) throws {
    try AggregateOptions.check(call)
  }

  private static let standard: [AggregateSignature] = {
    var all = [AggregateSignature("count", [], .integer)]
    for type in ColumnType.allCases {
      all.append(AggregateSignature("count", [type], .integer))
      all.append(AggregateSignature("min", [type], type))
      all.append(AggregateSignature("max", [type], type))
      all.append(AggregateSignature("any_value", [type], type))
    }
    for type in [ColumnType.integer, .real] {
      all.append(AggregateSignature("sum", [type], type))
      all.append(AggregateSignature("avg", [type], .real))
    }
    // As PostgreSQL has them: what is whole stays exact.
    for type in [ColumnType.integer, .numeric] {
      all.append(AggregateSignature("sum", [type], .numeric))
      all.append(AggregateSignature("avg", [type], .numeric))
    }
    for name in ["bool_and", "bool_or", "every"] {
      all.append(AggregateSignature(name, [.boolean], .boolean))
    }
    for name in ["bit_and", "bit_or"] {
      all.append(AggregateSignature(name, [.integer], .integer))
    }
    all.append(
      AggregateSignature(
        "string_agg", [.text, .text], .text, constants: [1], order: .optional))
    return all
  }()

  private static let statistics: [AggregateSignature] = {
    var all: [AggregateSignature] = []
    for name in ["variance", "var_samp", "var_pop", "stddev", "stddev_samp", "stddev_pop"] {
      for type in [ColumnType.integer, .real] {
        all.append(AggregateSignature(name, [type], .real))
      }
      for type in [ColumnType.integer, .numeric] {
        all.append(AggregateSignature(name, [type], .numeric))
      }
    }
    for name in [
      "covar_pop", "covar_samp", "corr", "regr_slope", "regr_intercept", "regr_r2", "regr_avgx",
      "regr_avgy", "regr_sxx", "regr_syy", "regr_sxy",
    ] {
      all.append(AggregateSignature(name, [.real, .real], .real))
    }
    all.append(AggregateSignature("regr_count", [.real, .real], .integer))
    for name in ["theil_sen", "mann_kendall_p", "mann_kendall_tau"] {
      for type in [ColumnType.real, .date, .timestamp] {
        all.append(AggregateSignature(name, [.real, type], .real))
      }
    }
    let level = AggregateSignature.Option("level", .real, .real(0.95))
    for name in ["mean_low", "mean_high"] {
      all.append(AggregateSignature(name, [.real], .real, options: [level]))
    }
    all.append(AggregateSignature("geometric_mean", [.real], .real))
    all.append(
      AggregateSignature(
        "trimmed_mean", [.real], .real, options: [.init("proportion", .real, .real(0.1))]))
    return all
  }()

  private static let orderedSets: [AggregateSignature] = {
    var all: [AggregateSignature] = []
    for type in [ColumnType.integer, .real] {
      all.append(AggregateSignature("median", [type], .real))
      all.append(AggregateSignature("mad", [type], .real))
      all.append(
        AggregateSignature(
          "percentile_cont", [.real, type], .real, constants: [0], order: .withinGroup))
    }
    for type in [ColumnType.integer, .real, .text, .boolean, .date, .timestamp] {
      all.append(
        AggregateSignature(
          "percentile_disc", [.real, type], type, constants: [0], order: .withinGroup))
    }
    for type in [ColumnType.text, .integer, .real, .boolean, .date, .timestamp] {
      all.append(AggregateSignature("mode", [type], type, order: .withinGroup))
      all.append(AggregateSignature("mode", [type], type))
    }
    return all
  }()

  private static let survey: [AggregateSignature] = {
    var all = [AggregateSignature("share", [.boolean], .real)]
    for name in ["share_low", "share_high"] {
      all.append(
        AggregateSignature(
          name, [.boolean], .real,
          options: [
            .init("level", .real, .real(0.95)), .init("method", .text, .text("wilson")),
            .init("population", .integer, .null),
          ]))
    }
    all.append(
      AggregateSignature(
        "goal_probability", [.boolean], .real,
        options: [.init("goal", .real, .null), .init("invited", .integer, .null)]))
    for type in [ColumnType.integer, .real] {
      all.append(AggregateSignature("nps", [type], .real))
      all.append(
        AggregateSignature(
          "top_box", [type], .real,
          options: [
            .init("top", .integer, .integer(2)), .init("scale", .integer, .integer(5)),
          ]))
    }
    all.append(AggregateSignature("weighted_mean", [.real, .real], .real))
    all.append(AggregateSignature("weighted_share", [.boolean, .real], .real))
    all.append(AggregateSignature("effective_n", [.real], .real))
    all.append(AggregateSignature("design_effect", [.real], .real))
    return all
  }()
}
