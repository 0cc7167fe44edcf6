extension Escalation {
  /// What of a system may change.
  struct Scope {
    var atoms: [Int32]
    var columns: [Int]
    var identities: [Int]
  }

  /// Finds the scope around a column of a component.
  struct Surroundings {
    private let system: SuppressionSystem
    private let component: SuppressionSystem.Component
    private let neighbourhood: Neighbourhood

    init(_ system: SuppressionSystem, _ component: SuppressionSystem.Component) {
      self.system = system
      self.component = component
      // An identity is two sums that are equal.
      let sides = component.identities.flatMap { identity in
        [true, false].map { isPositive in
          system.identities[identity].terms.filter { ($0.factor > 0) == isPositive }.map(\.row)
        }
      }
      neighbourhood = Neighbourhood(component.columns.map { system.columns[$0].atoms } + sides)
    }

    var atomCount: Int { neighbourhood.atomCount }

    func scope(around column: Int, limit: Int) -> Scope {
      let atoms = neighbourhood.atoms(around: system.columns[column].atoms, limit: limit)
      let sums = neighbourhood.sums(of: atoms)
      let count = component.columns.count
      return Scope(
        atoms: atoms, columns: sums.filter { $0 < count }.map { component.columns[$0] },
        identities: Set(sums.filter { $0 >= count }.map { component.identities[($0 - count) / 2] })
          .sorted())
    }
  }
}
