/// Everything that is to be published together, and what it rests on.
///
/// With atoms y₁ … yₙ, the inner cells that nobody but us sees, each figure is zⱼ = Σ xᵢⱼ yᵢ, where xᵢⱼ
/// is 1 if the figure sums atom i and 0 if not. Readers know the matrix x, the identities, the figures
/// that are published, and that atoms are not negative; of counts also that they are whole.
///
/// Source: Langsrud, Ø. (2024), "Secondary cell suppression by Gaussian elimination: an algorithm
/// suitable for handling issues with zeros and singletons", *Privacy in Statistical Databases*.
public struct ReportSet: Hashable, Sendable {
  /// What the atoms are.
  public enum Measure: Hashable, Sendable {
    /// Whole numbers of persons or cases.
    case counts
    /// Sums of money or time, in any unit.
    case amounts
  }

  /// What the atoms are.
  public let measure: Measure
  /// The values of the atoms, not negative.
  public let atoms: [Double]
  /// The figures.
  public internal(set) var cells: [PublishedCell]
  /// What is known beside them.
  public let identities: [Identity]

  /// Creates a set, and checks it.
  ///
  /// - Throws: ``DisclosureFault``, where a value, an atom's number, an id or a protection cannot be.
  public init(
    _ measure: Measure, atoms: [Double], cells: [PublishedCell], identities: [Identity] = []
  ) throws {
    self.measure = measure
    self.atoms = atoms
    self.cells = cells
    self.identities = identities
    try check()
  }

  /// The value of a figure.
  public func value(of cell: PublishedCell) -> Double {
    cell.atoms.reduce(0) { $0 + atoms[$1] }
  }

  private func check() throws {
    for (index, value) in atoms.enumerated() {
      guard value.isFinite, value >= 0 else { throw DisclosureFault.atomIsNoAmount(atom: index) }
      // Sums stay exact in a Double up to 2⁵³.
      if measure == .counts, value != value.rounded() || value > 1e12 {
        throw DisclosureFault.atomIsNoCount(atom: index)
      }
    }
    var ids: Set<String> = []
    for cell in cells {
      guard ids.insert(cell.id).inserted else { throw DisclosureFault.sameID(cell.id) }
      guard isAscending(cell.atoms) else { throw DisclosureFault.atomsOutOfOrder(cell: cell.id) }
      guard cell.protection >= 0, cell.protection.isFinite, cell.priority.isFinite else {
        throw DisclosureFault.protectionOrPriority(cell: cell.id)
      }
      let value = value(of: cell)
      if cell.primaryReason != nil, !cell.rangeIfPrimary.contains(value) {
        throw DisclosureFault.outsideRange(cell: cell.id)
      }
    }
    for (index, identity) in identities.enumerated() {
      guard isAscending(identity.terms.map(\.atom)), identity.terms.allSatisfy({ $0.factor != 0 })
      else { throw DisclosureFault.identityOutOfOrder(index: index) }
    }
  }

  private func isAscending(_ numbers: [Int]) -> Bool {
    numbers.allSatisfy(atoms.indices.contains) && zip(numbers, numbers.dropFirst()).allSatisfy(<)
  }
}
