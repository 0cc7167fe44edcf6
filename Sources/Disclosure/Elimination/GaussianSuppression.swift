/// Complementary suppression by Gaussian elimination, in order of priority.
///
/// A withheld figure is determined if its column is a combination of the published columns. Candidates
/// are taken from the highest priority to the lowest. One is published unless a primary column would then
/// become a combination; that is so exactly if, outside the span of what is published so far, its
/// remainder is a multiple of the primary column's. A complementary column is then never determined
/// either: if it were, so would be the primary one for which it is withheld.
///
/// Source: Langsrud, Ø. (2024), "Secondary cell suppression by Gaussian elimination: an algorithm
/// suitable for handling issues with zeros and singletons", *Privacy in Statistical Databases*.
struct GaussianSuppression {
  /// Columns withheld for their primary reason.
  private(set) var primary: [Int] = []
  /// Columns withheld as complementary.
  private(set) var complementary: [Int] = []
  /// Primary columns that follow from what was published before.
  private(set) var alreadyPublic: [Int] = []

  private let system: SuppressionSystem
  private var echelon: Echelon
  private var remainders: [SparseVector] = []
  /// The primary columns that have, or had, an entry in a row.
  private var occurrences: [[Int32]]
  /// How many columns have a row: pivots in rows of few columns keep vectors short.
  private var columnsOfRow: [Int32]

  /// Finds what to withhold in a component.
  init(_ system: SuppressionSystem, _ component: SuppressionSystem.Component) {
    self.system = system
    echelon = Echelon(rows: system.atoms.count)
    occurrences = Array(repeating: [], count: system.atoms.count)
    columnsOfRow = Array(repeating: 0, count: system.atoms.count)
    for column in component.columns {
      for row in system.columns[column].atoms { columnsOfRow[Int(row)] += 1 }
    }
    eliminateKnown(component)
    takePrimary(component)
    for column in order(component) { eliminate(column) }
  }

  private func order(_ component: SuppressionSystem.Component) -> [Int] {
    let columns = system.columns
    let free = component.columns.filter {
      columns[$0].primaryReason == nil && !columns[$0].isPublishedBefore
    }
    // What cannot be withheld comes first, as if it were known.
    return free.sorted { left, right in
      let (one, other) = (columns[left], columns[right])
      if one.isCandidate != other.isCandidate { return !one.isCandidate }
      if one.priority != other.priority { return one.priority > other.priority }
      if one.atoms.count != other.atoms.count { return one.atoms.count > other.atoms.count }
      return left < right
    }
  }

  private mutating func eliminateKnown(_ component: SuppressionSystem.Component) {
    let known = component.columns.filter { system.columns[$0].isPublishedBefore }
    for vector in component.identities.map({ SparseVector(system.identities[$0].terms) })
      + known.map({ SparseVector(ones: system.columns[$0].atoms) })
    {
      let remainder = echelon.remainder(vector)
      if !remainder.isZero { publish(remainder, pivot: rarest(remainder)) }
    }
  }

  private mutating func takePrimary(_ component: SuppressionSystem.Component) {
    for column in component.columns {
      let facts = system.columns[column]
      if facts.isPublishedBefore || facts.primaryReason == nil { continue }
      let remainder = echelon.remainder(SparseVector(ones: facts.atoms))
      if remainder.isZero {
        alreadyPublic.append(column)
        continue
      }
      primary.append(column)
      for row in remainder.rows { occurrences[Int(row)].append(Int32(remainders.count)) }
      remainders.append(remainder)
    }
  }

  private mutating func eliminate(_ column: Int) {
    let remainder = echelon.remainder(SparseVector(ones: system.columns[column].atoms))
    if remainder.isZero { return }
    let pivot = rarest(remainder)
    let scale = PrimeField.inverse(remainder[pivot])
    var vector = remainder
    vector.multiply(by: scale)
    if system.columns[column].isCandidate {
      let tells = occurrences[Int(pivot)].contains { primary in
        let other = remainders[Int(primary)]
        let factor = other[pivot]
        return factor != 0 && other.isMultiple(of: vector, by: factor)
      }
      if tells {
        complementary.append(column)
        return
      }
    }
    publish(vector, pivot: pivot)
  }

  /// The row that fewest primary columns have, then fewest columns, then the first.
  private func rarest(_ vector: SparseVector) -> Int32 {
    var best = vector.rows[0]
    for row in vector.rows.dropFirst() {
      let (new, old) = (occurrences[Int(row)].count, occurrences[Int(best)].count)
      if new < old || new == old && columnsOfRow[Int(row)] < columnsOfRow[Int(best)] { best = row }
    }
    return best
  }

  private mutating func publish(_ vector: SparseVector, pivot: Int32) {
    var vector = vector
    let lead = vector[pivot]
    if lead != 1 { vector.multiply(by: PrimeField.inverse(lead)) }
    for primary in occurrences[Int(pivot)] {
      let factor = remainders[Int(primary)][pivot]
      if factor == 0 { continue }
      let before = remainders[Int(primary)]
      let after = before.subtracting(vector, times: factor)
      for row in vector.rows where before[row] == 0 { occurrences[Int(row)].append(primary) }
      remainders[Int(primary)] = after
    }
    occurrences[Int(pivot)] = []
    echelon.insert(vector, pivot: pivot)
  }
}
