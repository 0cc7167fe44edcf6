/// The intervals of the withheld columns of one part of an ``Attack``.
///
/// Two numbers are kept of each. The *attained* interval is spanned by solutions in whole numbers that
/// were checked exactly, the truth among them: readers cannot find a narrower one. The *feasible*
/// interval is what linear programming gives, its ends rounded inwards: readers cannot be kept from
/// finding it, and perhaps find a narrower one. Protection asks for the attained one, so that errors of
/// floating point can withhold too much and never too little.
struct PartAudit {
  private let part: Attack.Part
  private let isCounts: Bool
  private let nodes: Int
  /// The program of the whole part, made when it is needed.
  private lazy var program = makeProgram()
  private lazy var neighbourhood = Neighbourhood(
    part.equations.map(\.sum.variables) + part.targets.map(\.sum.variables))
  /// The targets' values in the solutions that were found.
  private var solutions: [[Double]] = []
  /// The attained interval of each target.
  private(set) var attained: [ValueRange]
  /// Which targets are published again, for a try.
  private var isPublished: [Bool]
  private let tolerance: Double

  init(_ part: Attack.Part, measure: ReportSet.Measure, nodes: Int) {
    self.part = part
    self.nodes = nodes
    isCounts = measure == .counts
    tolerance = 1e-7 * max(1, part.truth.max() ?? 1)
    isPublished = Array(repeating: false, count: part.targets.count)
    attained = []
    solutions = [values(part.truth)]
    attained = solutions[0].map { ValueRange($0, $0) }
  }

  var targets: [Attack.Target] { part.targets }

  /// The same part with a program of its own, and what has been found so far.
  func fresh() -> PartAudit {
    var copy = PartAudit(part, measure: isCounts ? .counts : .amounts, nodes: nodes)
    (copy.solutions, copy.attained) = (solutions, attained)
    return copy
  }

  private func makeProgram() -> LinearProgram {
    let program = LinearProgram(
      variables: part.truth.map { _ in .nonNegative },
      sums: part.equations.map { ($0.sum, ValueRange($0.total, $0.total)) }
        + part.targets.map { ($0.sum, $0.range.shifted(by: -$0.constant)) })
    if isCounts { program.setWhole(part.truth.map { _ in true }) }
    return program
  }

  /// Parts of more atoms are not searched in whole numbers as a whole.
  private static let largestWhole = 600
  /// How many atoms are looked at around a target of a large part.
  private static let neighbours = [120, 600]

  /// Whether a target's interval is shown to keep its protection.
  mutating func isSafe(_ target: Int) -> Bool {
    let protection = part.targets[target].protection
    if attained[target].width >= protection || isSafeNearby(target) { return true }
    var outer = ValueRange(-.infinity, .infinity)
    for maximise in [true, false] {
      let end = end(of: target, maximise: maximise)
      if maximise { outer.upper = end } else { outer.lower = end }
      if isWide(attained[target], protection) { return true }
    }
    if !isCounts { return isWide(outer, protection) }
    if outer.width < protection || part.truth.count > Self.largestWhole { return false }
    for maximise in [true, false] {
      _ = wholeEnd(of: target, maximise: maximise)
      if attained[target].width >= protection { return true }
    }
    return false
  }

  /// Whether solutions that differ from the truth only near the target show that it is safe. They cost
  /// little, and what they show of other targets is kept.
  private mutating func isSafeNearby(_ target: Int) -> Bool {
    for limit in Self.neighbours where isCounts && part.truth.count > 2 * limit {
      let atoms = neighbourhood.atoms(around: part.targets[target].sum.variables, limit: limit)
      let (near, places) = part.restricted(
        to: atoms, sums: neighbourhood.sums(of: atoms), equations: part.equations.count)
      guard let place = places.firstIndex(of: target) else { continue }
      var audit = PartAudit(near, measure: .counts, nodes: min(nodes, 50))
      let isSafe = audit.isSafe(place)
      for (place, range) in zip(places, audit.attained) {
        attained[place].lower = min(attained[place].lower, range.lower)
        attained[place].upper = attained[place].upper.flatMap { old in
          range.upper.map { max(old, $0) }
        }
      }
      if isSafe { return true }
    }
    return false
  }

  /// Whether every target that is not published is safe.
  mutating func isSafe() -> Bool {
    part.targets.indices.allSatisfy { isPublished[$0] || isSafe($0) }
  }

  /// The feasible interval of a target.
  mutating func feasible(_ target: Int) -> ValueRange {
    let upper = end(of: target, maximise: true)
    let lower = end(of: target, maximise: false)
    var range = ValueRange(lower, upper.isFinite ? upper : nil)
    guard isCounts, part.truth.count <= Self.largestWhole,
      range.width < 2 * part.targets[target].protection + 2
    else { return range }
    // Near the limit fractions may widen what whole numbers do not.
    if attained[target].upper != range.upper {
      range.upper = wholeEnd(of: target, maximise: true) ?? range.upper
    }
    if attained[target].lower != range.lower {
      range.lower = wholeEnd(of: target, maximise: false) ?? range.lower
    }
    return range
  }

  /// Publishes a target again if all the others stay safe. What it determines of the complementary ones
  /// protects nobody any more and is published with it. Gives all that it published.
  mutating func publishesAgain(_ target: Int, complementary: [Int]) -> [Int] {
    if isPublished[target] { return [] }
    let (oldSolutions, oldAttained) = (solutions, attained)
    var published: [Int] = []
    var waiting: Int? = target
    while let next = waiting {
      publish(next)
      published.append(next)
      waiting = complementary.first { !isPublished[$0] && !isSafe($0) }
    }
    if isSafe() { return published }
    for place in published {
      isPublished[place] = false
      let target = part.targets[place]
      program.setRange(
        ofSum: part.equations.count + place, target.range.shifted(by: -target.constant))
    }
    (solutions, attained) = (oldSolutions, oldAttained)
    return []
  }

  private mutating func publish(_ target: Int) {
    let (value, constant) = (solutions[0][target], part.targets[target].constant)
    program.setRange(
      ofSum: part.equations.count + target, ValueRange(value - constant, value - constant))
    isPublished[target] = true
    solutions = solutions.filter { $0[target] == value }
    attained = part.targets.indices.map { place in
      let found = solutions.map { $0[place] }
      return ValueRange(found.min() ?? value, found.max() ?? value)
    }
  }

  private func isWide(_ range: ValueRange, _ protection: Double) -> Bool {
    range.width >= protection - (isCounts ? 0 : tolerance)
  }

  /// The end of a target's interval by linear programming, rounded inwards for counts.
  private mutating func end(of target: Int, maximise: Bool) -> Double {
    let (sum, constant) = (part.targets[target].sum, part.targets[target].constant)
    switch program.optimum(sum, maximise: maximise) {
    case .found(let value, let solution):
      take(solution)
      if !isCounts { return max(value + constant, 0) }
      return maximise
        ? (value + constant + tolerance).rounded(.down)
        : max((value + constant - tolerance).rounded(.up), 0)
    case .unbounded:
      // A direction without end has rational numbers, so some multiple of it is whole.
      attained[target].upper = nil
      return .infinity
    case .infeasible, .limit, .failed:
      // Nothing is shown, so nothing is safe.
      return solutions[0][target]
    }
  }

  /// The end over whole numbers, or `nil` where the limit was reached before it was certain.
  private mutating func wholeEnd(of target: Int, maximise: Bool) -> Double? {
    let (sum, constant) = (part.targets[target].sum, part.targets[target].constant)
    switch program.optimumOfWhole(sum, maximise: maximise, nodes: nodes) {
    case .found(let value, let solution):
      take(solution)
      return (value + constant).rounded()
    case .limit(let solution):
      if let solution { take(solution) }
      return nil
    case .unbounded:
      attained[target].upper = nil
      return .infinity
    case .infeasible, .failed:
      return nil
    }
  }

  /// Keeps a solution if it is one in whole numbers, checked without rounding.
  private mutating func take(_ solution: [Double]) {
    guard isCounts else { return }
    let whole = solution.map { $0.rounded() }
    guard zip(whole, solution).allSatisfy({ abs($0 - $1) < 1e-5 && $0 >= 0 }) else { return }
    guard part.equations.allSatisfy({ $0.sum.value(whole) == $0.total }) else { return }
    let values = values(whole)
    for (target, value) in values.enumerated() {
      let isHeld =
        isPublished[target]
        ? value == solutions[0][target]
        : part.targets[target].range.contains(value)
      if !isHeld { return }
    }
    var isNew = false
    for (target, value) in values.enumerated() {
      if value < attained[target].lower {
        attained[target].lower = value
        isNew = true
      }
      if let upper = attained[target].upper, value > upper {
        attained[target].upper = value
        isNew = true
      }
    }
    if isNew { solutions.append(values) }
  }

  private func values(_ atoms: [Double]) -> [Double] {
    part.targets.map { $0.constant + $0.sum.value(atoms) }
  }
}

extension LinearProgram.Sum {
  func value(_ atoms: [Double]) -> Double {
    zip(variables, factors).reduce(0) { $0 + atoms[Int($1.0)] * $1.1 }
  }
}

extension ValueRange {
  func shifted(by amount: Double) -> ValueRange {
    ValueRange(lower + amount, upper.map { $0 + amount })
  }
}
