/// Finds what more to withhold so that a column's interval becomes wide enough.
///
/// Another table that agrees with what is published, but for the cells that are opened, must give the
/// column a value that is far enough from one that it can already have. With deviations d⁺, d⁻ ≥ 0 of
/// each published column that may be withheld, minimise Σ w (d⁺ + d⁻); what deviates is withheld.
///
/// Only some atoms may change, those of a neighbourhood; the others keep their true value. What is
/// found is an alternative table all the same.
///
/// Sources: Robertson, D. (2000), "Improving Statistics Canada's cell suppression software (CONFID)",
/// *COMPSTAT*; Fischetti, M. and Salazar, J. J. (2001), "Solving the cell suppression problem on tabular
/// data with linear constraints", *Management Science* 47(7).
struct Escalation {
  private let atomCount: Int
  private let open: [Int]
  private let program: LinearProgram
  private let sumOf: [Int: Int]
  private let restOf: [Int: Double]
  private let weights: [Double]

  /// Takes the columns in `withheld` within what `range` says, all others as published.
  init(
    _ system: SuppressionSystem, _ scope: Scope, withheld: Set<Int>, range: (Int) -> ValueRange
  ) {
    let columns = system.columns
    let numberOf = Dictionary(
      uniqueKeysWithValues: scope.atoms.enumerated().map { ($1, Int32($0)) })
    open = scope.columns.filter {
      columns[$0].isCandidate && !withheld.contains($0)
    }
    var sums: [(sum: LinearProgram.Sum, range: ValueRange)] = []
    for identity in scope.identities {
      let terms = system.identities[identity].terms.filter { numberOf[$0.row] != nil }
      let total = terms.reduce(0) { $0 + Double($1.factor) * system.atoms[Int($1.row)] }
      let sum = LinearProgram.Sum(
        terms.compactMap { numberOf[$0.row] }, terms.map { Double($0.factor) })
      sums.append((sum, ValueRange(total, total)))
    }
    var (sumOf, restOf): ([Int: Int], [Int: Double]) = ([:], [:])
    for column in scope.columns {
      let inside = columns[column].atoms.filter { numberOf[$0] != nil }
      let value = inside.reduce(0) { $0 + system.atoms[Int($1)] }
      let rest = columns[column].value - value
      sumOf[column] = sums.count
      restOf[column] = rest
      let bounds =
        withheld.contains(column) ? range(column).shifted(by: -rest) : ValueRange(value, value)
      sums.append((LinearProgram.Sum(inside.compactMap { numberOf[$0] }), bounds))
    }
    // After the atoms: d⁺ and d⁻ of each open column.
    var variables = Array(repeating: ValueRange.nonNegative, count: scope.atoms.count)
    for column in open {
      let up = Int32(variables.count)
      let sum = sumOf[column] ?? 0
      sums[sum].sum.variables += [up, up + 1]
      sums[sum].sum.factors += [-1, 1]
      let down = columns[column].value - columns[column].rangeIfComplementary.lower
      variables += [.nonNegative, ValueRange(0, max(0, down))]
    }
    // Where as many cells would do, those of low priority are taken.
    let highest = max(1, open.lazy.map { columns[$0].priority }.max() ?? 1)
    weights = open.map {
      Double(columns[$0].cells.count) + 0.01 * max(0, columns[$0].priority) / highest
    }
    (self.sumOf, self.restOf) = (sumOf, restOf)
    atomCount = scope.atoms.count
    program = LinearProgram(variables: variables, sums: sums)
  }

  /// The columns to open so that a column can reach a range, or `nil` where none do. Those that are
  /// opened already cost nothing.
  func opening(
    _ column: Int, to target: ValueRange, otherwise range: ValueRange, opened: Set<Int>
  ) -> (columns: [Int], cost: Double)? {
    guard let sum = sumOf[column], let rest = restOf[column] else { return nil }
    program.setRange(ofSum: sum, target.shifted(by: -rest))
    defer { program.setRange(ofSum: sum, range.shifted(by: -rest)) }
    var cost = LinearProgram.Sum([])
    for (place, column) in open.enumerated() where !opened.contains(column) {
      let up = Int32(atomCount + 2 * place)
      cost.variables += [up, up + 1]
      cost.factors += [weights[place], weights[place]]
    }
    guard case .found(_, let solution) = program.optimum(cost, maximise: false) else { return nil }
    let places = open.indices.filter { place in
      let up = atomCount + 2 * place
      return !opened.contains(open[place]) && solution[up] + solution[up + 1] > 1e-6
    }
    return (places.map { open[$0] }, places.reduce(0) { $0 + weights[$1] })
  }
}
