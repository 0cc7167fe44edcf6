/// Why a figure is withheld.
public enum WithholdingReason: String, Hashable, Sendable, CaseIterable {
  /// It tells about few persons.
  case few
  /// One or a few contributors make up most of an amount.
  case dominance
  /// It tells what everybody, or nobody, answered to a sensitive question.
  case sensitive
  /// A figure that is withheld could be computed from it.
  case complementary
  /// One of the others; which one would tell too much.
  case unstated
}
