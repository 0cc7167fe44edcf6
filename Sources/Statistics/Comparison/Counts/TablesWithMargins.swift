/// All tables with the margins of an observed one, worked through column by column.
///
/// After some columns only the remaining row totals matter, and not their order. A state is the
/// sorted list of remaining row totals. The probability of a table is a product with one factor
/// per column: the probability that the column's people fall into the rows as they do, given the
/// state. Partial tables that arrive at the same state with the same probability go on together.
/// As soon as every way to complete a partial table is at most as probable as the observed table,
/// or none is, the partial table is settled.
///
/// Mehta and Patel 1983, A network algorithm for performing Fisher's exact test in r × c
/// contingency tables.
struct TablesWithMargins {
  /// The relative difference up to which two probabilities count as equal.
  static let tolerance = 1e-7

  /// Beyond so many visited columns the test is refused: some seconds of work.
  static let stepLimit = 30_000_000

  /// The table of logarithms of factorials grows with the total.
  static let totalLimit = 1_000_000

  /// The totals of the columns, in the order in which they are worked through.
  private let columns: [Int]
  private let logFactorials: [Double]
  /// `ln C(n, c)` per column, with n the people who are not yet in a column.
  private let logWays: [Double]
  private let start: State
  private let observed: Double
  /// States are packed into one number, as digits of this base.
  private let base: UInt64

  private var bounds: [[UInt64: Bounds]]
  private let stepLimit: Int
  private(set) var steps = 0

  /// Takes a table with at least two rows and columns and without empty ones.
  init(
    of table: ContingencyTable, stepLimit: Int = Self.stepLimit
  ) throws(StatisticsError) {
    self.stepLimit = stepLimit
    try table.checkTotal(for: .fisherExactTest, limit: Self.totalLimit)
    // The states have one entry per row, so the rows should be the shorter side.
    let table = table.rows <= table.columns ? table : table.transposed
    // Large columns first: after them few people are left, and so few states.
    let order = table.columnTotals.indices.sorted {
      (table.columnTotals[$0], $1) > (table.columnTotals[$1], $0)
    }
    columns = order.map { table.columnTotals[$0] }
    start = table.rowTotals.sorted(by: >)
    logFactorials = try Self.logFactorials(through: start[0])
    var left = table.total
    var logWays: [Double] = []
    for column in columns {
      logWays.append(try Logarithm.choose(left, column))
      left -= column
    }
    self.logWays = logWays
    bounds = Array(repeating: [:], count: columns.count)
    base = UInt64(start[1]) + 1
    // All states must have different numbers: base to the power of the digits must not overflow.
    var largest: UInt64 = 1
    for _ in 1..<start.count {
      let (product, overflow) = largest.multipliedReportingOverflow(by: base)
      guard !overflow else { throw .table(.tooManyTables(steps: stepLimit)) }
      largest = product
    }
    var rest = table.rowTotals
    var observed = 0.0
    for (place, j) in order.enumerated() {
      observed -= logWays[place]
      for i in rest.indices {
        let count = table.counts[i][j]
        observed +=
          logFactorials[rest[i]] - logFactorials[count] - logFactorials[rest[i] - count]
        rest[i] -= count
      }
    }
    self.observed = observed
  }

  /// The remaining row totals, largest first.
  private typealias State = [Int]

  /// The logarithms of the largest and smallest probability of completing a table.
  private struct Bounds {
    var largest = -Double.infinity
    var smallest = Double.infinity
  }

  /// Partial tables of the same state and probability.
  private struct Bundle {
    /// The logarithm of the probability of each of them.
    let logProbability: Double
    /// The probability of all of them together.
    var mass: Double
  }

  private struct Node {
    let state: State
    /// By the logarithm of their probability, rounded; that only decides what is taken together.
    var bundles: [Int: Bundle] = [:]
  }

  var observedProbability: Double {
    get throws(StatisticsError) { try Logarithm.exp(observed) }
  }

  /// The p value of the two-sided test.
  mutating func probabilityOfNoMoreProbableTables() throws(StatisticsError) -> Double {
    let bound = observed + Self.tolerance
    var sum = PreciseSum()
    var nodes = [
      key(start): Node(state: start, bundles: [0: Bundle(logProbability: 0, mass: 1)])
    ]
    for place in 0..<columns.count - 1 {
      var next: [UInt64: Node] = [:]
      // In order, because a dictionary has another one in each run, and sums would differ.
      for (_, node) in nodes.sorted(by: { $0.key < $1.key }) {
        let bundles = node.bundles.sorted { $0.key < $1.key }.map(\.value)
        var fillings = fillings(of: node.state, place: place)
        while let logWays = fillings.next() {
          let logFactor = logWays - self.logWays[place]
          let key = key(fillings.remaining)
          let rest = try bounds(of: fillings.remaining, key: key, place: place + 1)
          try count(bundles.count)
          let factor = try Logarithm.exp(logFactor)
          for bundle in bundles {
            let logProbability = bundle.logProbability + logFactor
            if logProbability + rest.largest <= bound {
              sum.add(bundle.mass * factor)
            } else if logProbability + rest.smallest <= bound {
              let rounded = Int((logProbability * 0x1p30).rounded())
              next[key, default: Node(state: fillings.remaining)].bundles[
                rounded, default: Bundle(logProbability: logProbability, mass: 0)
              ].mass += bundle.mass * factor
            }
          }
        }
      }
      nodes = next
    }
    return min(1, sum.value)
  }

  /// How probable the rest of a table can be, from the given column on.
  private mutating func bounds(
    of state: State, key: UInt64, place: Int
  ) throws(StatisticsError) -> Bounds {
    // The last column holds who is left; there is only one way.
    if place == columns.count - 1 { return Bounds(largest: 0, smallest: 0) }
    if let known = bounds[place][key] { return known }
    var result = Bounds()
    var fillings = fillings(of: state, place: place)
    while let logWays = fillings.next() {
      try count(1)
      let rest = try bounds(
        of: fillings.remaining, key: self.key(fillings.remaining), place: place + 1)
      let logFactor = logWays - self.logWays[place]
      result.largest = max(result.largest, logFactor + rest.largest)
      result.smallest = min(result.smallest, logFactor + rest.smallest)
    }
    bounds[place][key] = result
    return result
  }

  private func fillings(of state: State, place: Int) -> ColumnFillings {
    ColumnFillings(of: columns[place], into: state, logFactorials: logFactorials)
  }

  private mutating func count(_ more: Int) throws(StatisticsError) {
    steps += more
    guard steps <= stepLimit else { throw .table(.tooManyTables(steps: stepLimit)) }
  }

  /// The state as one number. The largest entry is left out: the place gives the sum of all.
  private func key(_ state: State) -> UInt64 {
    state.dropFirst().reduce(0) { $0 * base + UInt64($1) }
  }

  private static func logFactorials(through n: Int) throws(StatisticsError) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(n + 1)
    for k in 0...n { result.append(try Logarithm.factorial(k)) }
    return result
  }
}
