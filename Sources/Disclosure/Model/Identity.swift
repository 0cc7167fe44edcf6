/// An equation between atoms that everybody knows to hold, whatever is published: two questions to the
/// same group have the same base.
public struct Identity: Hashable, Sendable {
  /// An atom and what it is multiplied by.
  public struct Term: Hashable, Sendable {
    /// The atom.
    public var atom: Int
    /// Its factor, not 0.
    public var factor: Int

    /// Creates a term.
    public init(_ atom: Int, times factor: Int) {
      self.atom = atom
      self.factor = factor
    }
  }

  /// The terms, by ascending atom, each one once.
  public var terms: [Term]

  /// Says that the sum of the terms is known.
  public init(_ terms: [Term]) {
    self.terms = terms
  }
}
