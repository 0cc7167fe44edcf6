/// A query ready to run: the plan and how its columns are called.
package struct BoundQuery: Sendable {
  package var plan: Plan
  /// A name a column; names may stand twice.
  package var names: [String]

  package init(plan: Plan, names: [String]) {
    self.plan = plan
    self.names = names
  }
}
