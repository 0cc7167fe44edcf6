/// Makes a bound plan cheap: filters first, then columns.
enum Optimizer {
  /// A plan with the same rows and columns.
  static func optimized(_ plan: Plan) -> Plan {
    let pushing = FilterPushdown()
    return ColumnPruning.pruned(pushing.pushed(plan)) { pushing.pushed($0.plan) }
  }
}
