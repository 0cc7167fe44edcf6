/// How few persons may stand behind a figure that is shown.
public struct DisclosureRules: Hashable, Sendable {
  /// The fewest answers behind any figure about answers, and the fewest cases behind any figure about
  /// persons' cases.
  ///
  /// The default, 5, is within what statistical offices use for frequency tables, from 3 to 5 and more:
  /// Hundepool, A. et al. (2012), *Statistical Disclosure Control*, Wiley, chapter 5. With fewer,
  /// somebody who knows the others' answers knows the last.
  public var minimumAnswers = 5

  /// The least that can be set without a flag: below 3, each of two persons would know the other's answer.
  public static let leastMinimum = 3

  /// Whether the minimum protects so little that every report says so.
  public var isBelowThree: Bool { minimumAnswers < Self.leastMinimum }
}
