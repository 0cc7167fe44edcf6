/// What text may look like where it goes.
public struct TextStyle: Hashable, Sendable {
  /// The most columns of a line.
  public var width: Int
  /// Whether charts are drawn, and tables that are too wide become cards.
  public var isDrawn: Bool
  /// Whether colours are added. They say nothing that words and shapes do not.
  public var hasColours: Bool

  /// A style.
  public init(width: Int, isDrawn: Bool, hasColours: Bool) {
    (self.width, self.isDrawn, self.hasColours) = (width, isDrawn, hasColours)
  }

  /// For files, pipes and whoever wants no more: 100 columns, no drawings, no colours.
  public static let plain = TextStyle(width: 100, isDrawn: false, hasColours: false)

  /// For a terminal of so many columns, of which 40 to 200 are used.
  public static func terminal(columns: Int) -> TextStyle {
    TextStyle(width: min(max(columns, 40), 200), isDrawn: true, hasColours: true)
  }

  /// The most columns of running text: longer lines are hard to read.
  var proseWidth: Int { min(width, 100) }
}
