/// What of some data the documents state, and what was made up around it.
///
/// Data without a provenance was collected. Reconstructed data is an example of how a report looks: it
/// agrees with what is stated and is no evidence for it.
public struct Provenance: Hashable, Sendable {
  /// What the documents state.
  public var stated: Label
  /// What is reconstructed so that it gives what is stated; `nil` when the rest was collected.
  public var matched: Label?
  /// What no document has.
  public var invented: Label?

  /// A provenance by its parts.
  public init(stated: Label, matched: Label? = nil, invented: Label? = nil) {
    self.stated = stated
    self.matched = matched
    self.invented = invented
  }

  /// Whether all rows are made up to agree with what is stated. Otherwise only the parts that are
  /// marked as invented are.
  public var isReconstructed: Bool { matched != nil }

  /// Whether anything is made up. Where its rows cannot be told from the others, all are an example.
  public var isExample: Bool { matched != nil || invented != nil }
}
