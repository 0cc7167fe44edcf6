/// A figure that a set of reports is to publish: the sum of some of the set's atoms.
public struct PublishedCell: Hashable, Sendable {
  /// What may become of the figure.
  public enum Role: Hashable, Sendable {
    /// It is ours to publish or to withhold.
    case ours
    /// It has been published before: everybody knows it, so it is never withheld.
    case publishedBefore
  }

  /// Its name, distinct in the set.
  public var id: String
  /// The atoms that it sums, ascending, each one once.
  public var atoms: [Int]
  /// Whether it can be withheld.
  public var role: Role
  /// Cells of higher priority are kept before those of lower. Ties go to the cell of more atoms, then
  /// to the one that stands first.
  public var priority: Double
  /// Why it must not be published whatever else is, or `nil`.
  public var primaryReason: WithholdingReason?
  /// The least width, upper end less lower, of the interval that readers may find for it when it is
  /// withheld. A width of 1 says that a count is not determined.
  public var protection: Double
  /// What readers know of it when they see that it is withheld for its primary reason: "few" says
  /// that a count lies between 1 and the limit.
  public var rangeIfPrimary: ValueRange
  /// What readers know of it when they see that it is withheld as complementary: with a limit on
  /// counts, that it reaches the limit. A cell outside this range is never chosen.
  public var rangeIfComplementary: ValueRange

  /// Creates a cell that no rule withholds.
  public init(
    _ id: String, atoms: [Int], priority: Double, role: Role = .ours,
    primaryReason: WithholdingReason? = nil, protection: Double = 1,
    rangeIfPrimary: ValueRange = .nonNegative, rangeIfComplementary: ValueRange = .nonNegative
  ) {
    self.id = id
    self.atoms = atoms
    self.priority = priority
    self.role = role
    self.primaryReason = primaryReason
    self.protection = protection
    self.rangeIfPrimary = rangeIfPrimary
    self.rangeIfComplementary = rangeIfComplementary
  }
}
