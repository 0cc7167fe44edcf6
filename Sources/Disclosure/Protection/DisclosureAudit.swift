/// What readers can find out about each withheld cell.
public struct DisclosureAudit: Hashable, Sendable {
  /// One withheld cell.
  public struct Entry: Hashable, Sendable {
    /// The cell's place in the set.
    public var cell: Int
    /// The cell's id.
    public var id: String
    /// Why it is withheld.
    public var reason: WithholdingReason
    /// The interval that readers can find; rounded inwards for counts.
    public var interval: ValueRange
    /// The width that it must keep.
    public var protection: Double
    /// Whether it is shown to keep it; for counts by solutions in whole numbers.
    public var isProtected: Bool
  }

  /// The withheld cells, in the order of the set.
  public var entries: [Entry]

  /// Whether every cell is protected.
  public var isSafe: Bool { entries.allSatisfy(\.isProtected) }
}
