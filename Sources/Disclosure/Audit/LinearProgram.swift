internal import CGLPK

/// A linear program of GLPK: variables, sums of them within bounds, and one objective after another.
final class LinearProgram {
  /// A sum with factors.
  struct Sum {
    var variables: [Int32]
    var factors: [Double]

    init(_ variables: [Int32], _ factors: [Double]? = nil) {
      self.variables = variables
      self.factors = factors ?? Array(repeating: 1, count: variables.count)
    }
  }

  /// What came of an objective.
  enum Optimum {
    case found(value: Double, solution: [Double])
    case unbounded
    case infeasible
    /// The limit was reached, with the best solution so far if there is one.
    case limit(solution: [Double]?)
    /// GLPK met a fault.
    case failed
  }

  private let program: OpaquePointer?
  private let count: Int

  /// Makes a program of variables and sums within their ranges.
  init(variables: [ValueRange], sums: [(sum: Sum, range: ValueRange)]) {
    count = variables.count
    var starts: [Int32] = [0]
    var indexes: [Int32] = []
    var factors: [Double] = []
    for (sum, _) in sums {
      indexes += sum.variables
      factors += sum.factors
      starts.append(Int32(indexes.count))
    }
    program = cglpk_create(
      Int32(variables.count), Int32(sums.count), starts, indexes, factors,
      sums.map(\.range.lower), sums.map { $0.range.upper ?? .infinity },
      variables.map(\.lower), variables.map { $0.upper ?? .infinity })
  }

  deinit { cglpk_free(program) }

  /// Sets the range of a sum by its number.
  func setRange(ofSum number: Int, _ range: ValueRange) {
    guard let program else { return }
    _ = cglpk_set_row(program, Int32(number), range.lower, range.upper ?? .infinity)
  }

  /// Says which variables ``optimumOfWhole(_:maximise:nodes:)`` takes as whole numbers.
  func setWhole(_ isWhole: [Bool]) {
    guard let program else { return }
    _ = cglpk_set_whole(program, isWhole.map { $0 ? 1 : 0 })
  }

  /// The least or largest value of a sum.
  func optimum(_ sum: Sum, maximise: Bool) -> Optimum {
    guard let program else { return .failed }
    var value = 0.0
    var solution = Array(repeating: 0.0, count: count)
    let status = cglpk_optimise(
      program, maximise ? 1 : 0, Int32(sum.variables.count), sum.variables, sum.factors, &value,
      &solution)
    return outcome(status, value, solution, isFound: false)
  }

  /// The same over whole numbers, by branch and bound in a number of nodes.
  func optimumOfWhole(_ sum: Sum, maximise: Bool, nodes: Int) -> Optimum {
    guard let program else { return .failed }
    var (value, isFound) = (0.0, Int32(0))
    var solution = Array(repeating: 0.0, count: count)
    let status = cglpk_optimise_whole(
      program, maximise ? 1 : 0, Int32(sum.variables.count), sum.variables, sum.factors,
      Int32(nodes), &value, &solution, &isFound)
    return outcome(status, value, solution, isFound: isFound != 0)
  }

  private func outcome(
    _ status: Int32, _ value: Double, _ solution: [Double], isFound: Bool
  ) -> Optimum {
    switch Int(status) {
    case CGLPK_OPTIMAL: .found(value: value, solution: solution)
    case CGLPK_UNBOUNDED: .unbounded
    case CGLPK_INFEASIBLE: .infeasible
    case CGLPK_LIMIT: .limit(solution: isFound ? solution : nil)
    default: .failed
    }
  }
}
