/// Why a control chart was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum ControlChartFault: Equatable, Sendable {
  /// A point at which the limits should start anew that is not the position of a point after the
  /// first, or not after the one before it; the first has number 1.
  case badRebasing(number: Int)

  /// A phase with too few points for limits; the first phase has number 1.
  case phaseTooShort(phase: Int, needed: Int, given: Int)

  /// A phase whose values do not vary; the first phase has number 1.
  case noVariation(phase: Int)

  /// A count that is not a whole number; the first count has position 1.
  case notWhole(position: Int)

  /// A count below 0; the first point has position 1.
  case negativeCount(position: Int)

  /// A number of cases, or an amount of opportunity, that is not above 0.
  case sizeNotPositive(position: Int)

  /// More events than cases.
  case eventsExceedSize(position: Int)

  /// Numbers of events and numbers of cases that are not equally many.
  case sizesDiffer(counts: Int, sizes: Int)

  /// A target that is not a finite number.
  case badTarget

  /// The whole sentence of the refusal.
  var words: String {
    switch self {
    case .notWhole(let position):
      return "a control chart of counts needs whole numbers; value \(position) is not one"
    case .badRebasing(let number):
      return "limits can start anew at points after the first, in rising order; "
        + "number \(number) of the given positions is not"
    case .phaseTooShort(let phase, let needed, let given):
      return "phase \(phase) of the control chart has \(given) "
        + "\(given == 1 ? "point" : "points"); limits need at least \(needed)"
    case .noVariation(let phase):
      return "the values in phase \(phase) of the control chart do not vary, "
        + "so its limits are not defined"
    case .negativeCount(let position):
      return "a number of events must not be negative; that of point \(position) is"
    case .sizeNotPositive(let position):
      return "the size of a point must be a number above 0; that of point \(position) is not"
    case .eventsExceedSize(let position):
      return "the number of events must not be larger than the number of cases; "
        + "that of point \(position) is"
    case .sizesDiffer(let counts, let sizes):
      return "a control chart needs a size for each count; there are \(counts) counts and "
        + "\(sizes) sizes"
    case .badTarget:
      return "a target must be a finite number"
    }
  }
}
