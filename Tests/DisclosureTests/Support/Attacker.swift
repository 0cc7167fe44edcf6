internal import CGLPK
internal import Disclosure

/// A reader who wants to know what is withheld, and works on the set as it stands: each atom a variable,
/// each figure an equation. Shares no code with the target's elimination or audit.
struct Attacker {
  let set: ReportSet
  let protection: Protection

  /// What is known about sums of atoms.
  private var equations: [(factors: [Int: Int], total: Int)] {
    let cells = set.cells.indices.filter { protection.reasons[$0] == nil }.map { cell in
      (
        factors: Dictionary(uniqueKeysWithValues: set.cells[cell].atoms.map { ($0, 1) }),
        total: Int(set.value(of: set.cells[cell]))
      )
    }
    let identities = set.identities.map { identity in
      (
        factors: Dictionary(uniqueKeysWithValues: identity.terms.map { ($0.atom, $0.factor) }),
        total: identity.terms.reduce(0) { $0 + $1.factor * Int(set.atoms[$1.atom]) }
      )
    }
    return cells + identities
  }

  /// The withheld cells that are combinations of what is published, zeros put in; by elimination over
  /// whole numbers, without rounding.
  func determinedByRank() -> [Int] {
    var known = equations
    let zeros = known.filter { $0.total == 0 && $0.factors.values.allSatisfy { $0 > 0 } }
    for atom in Swift.Set(zeros.flatMap(\.factors.keys)).sorted() { known.append(([atom: 1], 0)) }
    var basis: [(pivot: Int, row: [Int])] = []
    for equation in known {
      var row = Array(repeating: 0, count: set.atoms.count)
      for (atom, factor) in equation.factors { row[atom] = factor }
      reduce(&row, basis)
      if let pivot = row.firstIndex(where: { $0 != 0 }) { basis.append((pivot, row)) }
    }
    return protection.withheld.filter { cell in
      var row = Array(repeating: 0, count: set.atoms.count)
      for atom in set.cells[cell].atoms { row[atom] = 1 }
      reduce(&row, basis)
      return row.allSatisfy { $0 == 0 }
    }
  }

  private func reduce(_ row: inout [Int], _ basis: [(pivot: Int, row: [Int])]) {
    for (pivot, other) in basis where row[pivot] != 0 {
      let (mine, its) = (row[pivot], other[pivot])
      var divisor = 0
      for place in row.indices {
        row[place] = row[place] * its - other[place] * mine
        divisor = greatestCommonDivisor(divisor, row[place])
      }
      if divisor > 1 { for place in row.indices { row[place] /= divisor } }
    }
  }

  private func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (abs(left), abs(right))
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  /// The withheld cells with the least and largest value that the reader finds possible, by linear
  /// programming or, if wanted, over whole numbers.
  func intervals(knowsReasons: Bool, isWhole: Bool) -> [(cell: Int, lower: Double, upper: Double)] {
    let matrix = Matrix(columns: set.atoms.count)
    for equation in equations {
      let sorted = equation.factors.sorted { $0.key < $1.key }
      matrix.addRow(
        sorted.map { ($0.key, Double($0.value)) }, Double(equation.total), Double(equation.total))
    }
    // Where a question is sensitive, zeros may be withheld.
    let hasSensitive = set.cells.contains { $0.primaryReason == .sensitive }
    for cell in protection.withheld where knowsReasons {
      let facts = set.cells[cell]
      // What the reason that is shown tells: a cell that takes it from another tells nothing more.
      let range: ValueRange
      switch protection.reasons[cell] {
      case .complementary: range = facts.rangeIfComplementary
      case .unstated: range = ValueRange(hasSensitive ? 0 : 1, nil)
      default: range = facts.primaryReason == nil ? .nonNegative : facts.rangeIfPrimary
      }
      matrix.addRow(facts.atoms.map { ($0, 1) }, range.lower, range.upper ?? .infinity)
    }
    let program = matrix.program()
    defer { cglpk_free(program) }
    return protection.withheld.map { cell in
      let atoms = set.cells[cell].atoms.map(Int32.init)
      func end(_ maximise: Int32) -> Double {
        let ones = atoms.map { _ in 1.0 }
        var (value, found) = (0.0, Int32(0))
        var solution = Array(repeating: 0.0, count: set.atoms.count)
        let status =
          isWhole
          ? cglpk_optimise_whole(
            program, maximise, Int32(atoms.count), atoms, ones, 100_000, &value, &solution, &found)
          : cglpk_optimise(
            program, maximise, Int32(atoms.count), atoms, ones, &value, &solution)
        if status == Int32(CGLPK_UNBOUNDED) { return .infinity }
        guard status == Int32(CGLPK_OPTIMAL) else { return .nan }
        return value
      }
      return (cell, (end(0) - 1e-6).rounded(.up), (end(1) + 1e-6).rounded(.down))
    }
  }

  /// The width that a withheld cell must keep.
  func protection(of cell: Int) -> Double {
    set.cells[cell].primaryReason == nil ? 1 : set.cells[cell].protection
  }
}

/// Rows of a linear program.
final class Matrix {
  private let columns: Int
  private var starts: [Int32] = [0]
  private var indexes: [Int32] = []
  private var factors: [Double] = []
  private var lower: [Double] = []
  private var upper: [Double] = []
  private var columnUpper: [Double]

  init(columns: Int) {
    self.columns = columns
    columnUpper = Array(repeating: .infinity, count: columns)
  }

  func addRow(_ terms: [(Int, Double)], _ least: Double, _ most: Double) {
    indexes += terms.map { Int32($0.0) }
    factors += terms.map(\.1)
    starts.append(Int32(indexes.count))
    lower.append(least)
    upper.append(most)
  }

  func setUpper(_ column: Int, _ value: Double) {
    columnUpper[column] = value
  }

  func program(whole: ((Int) -> Bool)? = nil) -> OpaquePointer? {
    let program = cglpk_create(
      Int32(columns), Int32(lower.count), starts, indexes, factors, lower, upper,
      Array(repeating: 0.0, count: columns), columnUpper)
    let isWhole = (0..<columns).map { whole?($0) ?? true ? UInt8(1) : 0 }
    if let program { _ = cglpk_set_whole(program, isWhole) }
    return program
  }
}
