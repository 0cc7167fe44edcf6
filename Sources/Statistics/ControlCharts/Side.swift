/// A side of a line.
public enum Side: String, Hashable, Sendable, CaseIterable {
  /// Above the line.
  case above

  /// Below the line.
  case below

  /// The side of a value; nil on the line.
  init?(of value: Double, from line: Double) {
    if value > line {
      self = .above
    } else if value < line {
      self = .below
    } else {
      return nil
    }
  }

  /// The side of a value so many standard deviations above a line; nil on the line, or so near that
  /// rounding could have moved it there.
  init?(distance: Double) {
    guard abs(distance) > Self.tolerance else { return nil }
    self.init(of: distance, from: 0)
  }

  /// The part of a standard deviation below which a difference counts as rounding.
  static let tolerance = 1e-9
}
