/// What is withheld of a set of reports.
public struct Protection: Hashable, Sendable {
  /// The reason for each cell that is withheld, by the cell's place; `nil` for those that are published.
  public internal(set) var reasons: [WithholdingReason?]
  /// Cells with a primary reason that readers know from what was published before. Withholding them
  /// protects nobody, so they are not.
  public internal(set) var alreadyPublic: [Int] = []
  /// Withheld cells that keep less than their protection because of what was published before, whatever
  /// is withheld now.
  public internal(set) var limitedByPublished: [Int] = []
  /// Withheld cells that nothing more that could be withheld protects. Where there are any, the set
  /// must not be published as it is.
  public internal(set) var unprotected: [Int] = []
  /// How many audits it took until nothing more had to be withheld; 0 where nothing had to be.
  public internal(set) var rounds = 0

  init(cellCount: Int) {
    reasons = Array(repeating: nil, count: cellCount)
  }

  /// The cells that are withheld.
  public var withheld: [Int] { reasons.indices.filter { reasons[$0] != nil } }

  /// Whether the set may be published.
  public var isPublishable: Bool { unprotected.isEmpty }

  mutating func add(_ part: ComponentProtection, _ system: SuppressionSystem) {
    for column in part.withheld.sorted() {
      for cell in system.columns[column].cells {
        reasons[cell] =
          part.showsReasons ? system.columns[column].primaryReason ?? .complementary : .unstated
      }
    }
    rounds += part.rounds
    alreadyPublic += part.alreadyPublic.flatMap { system.columns[$0].cells }.sorted()
    limitedByPublished += part.limited.sorted().flatMap { system.columns[$0].cells }
    unprotected += part.unprotected.sorted().flatMap { system.columns[$0].cells }
  }
}
