/// How few answers may stand behind a figure that is shown.
public struct DisclosureRules: Hashable, Sendable {
  /// The fewest answers behind any figure about answers. The default, 5, is what statistical offices and
  /// survey platforms commonly use: with fewer, somebody who knows the others' answers knows the last.
  public var minimumAnswers = 5

  /// The least that can be set: below 3, each of two persons would know the other's answer.
  public static let leastMinimum = 3
}
