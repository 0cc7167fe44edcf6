public import Labels

/// A group that is another one now. Its people are counted in that one, in every wave, so that the series
/// follows.
public struct FormerGroup: Hashable, Sendable {
  /// What became of it.
  public enum Change: Hashable, Sendable {
    /// It has a new name.
    case renamed
    /// It is a part of a larger group.
    case merged
  }

  /// The name in the data of its time.
  public var id: String
  /// What it was called.
  public var label: Label
  /// What became of it.
  public var change: Change

  /// A group by its parts.
  public init(id: String, label: Label, change: Change) {
    self.id = id
    self.label = label
    self.change = change
  }
}
