/// What readers can work out when some columns of a component are withheld: the equations that are left
/// when everything that follows at once has been put in, in parts that share no atom.
struct Attack {
  /// What is known about the atoms that are left.
  struct Part {
    /// The true value of each atom; what the attacker looks for, and a first solution.
    var truth: [Double] = []
    var equations: [(sum: LinearProgram.Sum, total: Double)] = []
    var targets: [Target] = []
  }

  /// A withheld column as a constant and a sum of the atoms that are left.
  struct Target {
    var column: Int
    var constant: Double
    var sum: LinearProgram.Sum
    var range: ValueRange
    /// The width that its interval must keep.
    var protection: Double
  }

  private(set) var parts: [Part] = []
  /// Columns that follow from what is published without any more work.
  private(set) var determined: [Int] = []

  private let system: SuppressionSystem
  /// The value of an atom that is known.
  private var known: [Int32: Double] = [:]
  private var equations: [(terms: [(row: Int32, factor: Int)], total: Double)] = []
  /// Sums of amounts are rounded; counts are exact.
  private let tolerance: Double

  /// Looks at a component as a reader does who sees all but the withheld columns.
  init(
    _ system: SuppressionSystem, _ component: SuppressionSystem.Component,
    withheld: Set<Int>, range: (Int) -> ValueRange, protection: (Int) -> Double
  ) {
    self.system = system
    let largest = component.columns.lazy.map { system.columns[$0].value }.max() ?? 0
    tolerance = system.measure == .counts ? 0 : 1e-9 * max(1, largest)
    for column in component.columns where !withheld.contains(column) {
      let value = system.columns[column].value
      equations.append((system.columns[column].atoms.map { (row: $0, factor: 1) }, value))
    }
    for identity in component.identities {
      let terms = system.identities[identity].terms
      let total = terms.reduce(0) { $0 + Double($1.factor) * system.atoms[Int($1.row)] }
      equations.append((terms, total))
    }
    putInWhatFollows()
    let targets = component.columns.filter(withheld.contains).map {
      target($0, range: range($0), protection: protection($0))
    }
    split(targets)
  }

  /// An equation of one atom gives it; factors of one sign and the total 0 give all of them.
  private mutating func putInWhatFollows() {
    var equationsOf: [Int32: [Int]] = [:]
    var left = equations.map(\.terms.count)
    var totals = equations.map(\.total)
    for (index, equation) in equations.enumerated() {
      for term in equation.terms { equationsOf[term.row, default: []].append(index) }
    }
    var waiting = Array(equations.indices)
    while let index = waiting.popLast() {
      if left[index] == 0 { continue }
      let isZero = abs(totals[index]) <= tolerance
      guard left[index] == 1 || isZero else { continue }
      let terms = equations[index].terms.filter { known[$0.row] == nil }
      let isOneSign = terms.allSatisfy { $0.factor > 0 } || terms.allSatisfy { $0.factor < 0 }
      guard terms.count == 1 || isOneSign else { continue }
      for term in terms {
        let value = isZero ? 0 : totals[index] / Double(term.factor)
        known[term.row] = value
        for other in equationsOf[term.row] ?? [] {
          left[other] -= 1
          let factor = equations[other].terms.first { $0.row == term.row }?.factor ?? 0
          totals[other] -= Double(factor) * value
          waiting.append(other)
        }
      }
    }
    equations = equations.indices.compactMap { index in
      left[index] == 0
        ? nil : (equations[index].terms.filter { known[$0.row] == nil }, totals[index])
    }
  }

  private func target(_ column: Int, range: ValueRange, protection: Double) -> Target {
    var constant = 0.0
    var free: [Int32] = []
    for row in system.columns[column].atoms {
      if let value = known[row] { constant += value } else { free.append(row) }
    }
    return Target(
      column: column, constant: constant, sum: LinearProgram.Sum(free), range: range,
      protection: protection)
  }

  private mutating func split(_ targets: [Target]) {
    var groups = DisjointSets(count: system.atoms.count)
    for target in targets { groups.unite(target.sum.variables) }
    for equation in equations { groups.unite(equation.terms.map(\.row)) }
    var place: [Int32: Int] = [:]
    var members: [[Target]] = []
    for target in targets {
      guard let first = target.sum.variables.first else {
        determined.append(target.column)
        continue
      }
      let root = groups.root(first)
      if place[root] == nil {
        place[root] = members.count
        members.append([])
      }
      members[place[root] ?? 0].append(target)
    }
    var equationsOf = Array(repeating: [Int](), count: members.count)
    for (index, equation) in equations.enumerated() {
      if let part = place[groups.root(equation.terms[0].row)] { equationsOf[part].append(index) }
    }
    parts = members.indices.map { part(members[$0], equationsOf[$0]) }
  }

  /// A part with atoms numbered anew; atoms that stand in the same sums are one.
  private func part(_ targets: [Target], _ numbers: [Int]) -> Part {
    var signatures: [Int32: [Int]] = [:]
    for (index, number) in numbers.enumerated() {
      for term in equations[number].terms {
        signatures[term.row, default: []] += [index, term.factor]
      }
    }
    for (index, target) in targets.enumerated() {
      for row in target.sum.variables { signatures[row, default: []].append(-1 - index) }
    }
    var result = Part()
    var merged: [[Int]: Int32] = [:]
    var variableOf: [Int32: Int32] = [:]
    for (row, signature) in signatures.sorted(by: { $0.key < $1.key }) {
      let variable = merged[signature] ?? Int32(result.truth.count)
      if Int(variable) == result.truth.count {
        merged[signature] = variable
        result.truth.append(0)
      }
      variableOf[row] = variable
      result.truth[Int(variable)] += system.atoms[Int(row)]
    }
    for number in numbers {
      var factors: [Int32: Double] = [:]
      for term in equations[number].terms {
        factors[variableOf[term.row] ?? 0] = Double(term.factor)
      }
      let sorted = factors.sorted { $0.key < $1.key }
      result.equations.append(
        (LinearProgram.Sum(sorted.map(\.key), sorted.map(\.value)), equations[number].total))
    }
    for var target in targets {
      let variables = Set(target.sum.variables.compactMap { variableOf[$0] })
      target.sum = LinearProgram.Sum(variables.sorted())
      result.targets.append(target)
    }
    return result
  }
}

extension Attack.Part {
  /// The part if only some atoms may differ from the truth, with the places of the targets in it. The
  /// sums in which these atoms stand are counted through equations and targets.
  func restricted(
    to atoms: [Int32], sums: [Int], equations count: Int
  ) -> (part: Attack.Part, targets: [Int]) {
    let numberOf = Dictionary(uniqueKeysWithValues: atoms.enumerated().map { ($1, Int32($0)) })
    func inside(_ sum: LinearProgram.Sum) -> LinearProgram.Sum {
      let places = sum.variables.indices.filter { numberOf[sum.variables[$0]] != nil }
      return LinearProgram.Sum(
        places.compactMap { numberOf[sum.variables[$0]] }, places.map { sum.factors[$0] })
    }
    var result = Attack.Part()
    result.truth = atoms.map { truth[Int($0)] }
    for number in sums where number < count {
      let sum = inside(equations[number].sum)
      result.equations.append((sum, sum.value(result.truth)))
    }
    let places = sums.filter { $0 >= count }.map { $0 - count }
    for place in places {
      var target = targets[place]
      let all = target.sum.value(truth)
      target.sum = inside(target.sum)
      target.constant += all - target.sum.value(result.truth)
      result.targets.append(target)
    }
    return (result, places)
  }
}
