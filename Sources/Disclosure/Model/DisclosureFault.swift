/// Why a set of reports or a rule cannot be worked with. Texts name cells and places, never values.
public enum DisclosureFault: Error, Hashable, Sendable {
  /// A value is negative or no number.
  case atomIsNoAmount(atom: Int)
  /// A count is not whole, or larger than 10¹².
  case atomIsNoCount(atom: Int)
  /// Two cells have one id.
  case sameID(String)
  /// A cell's atoms are not ascending, or not in the set.
  case atomsOutOfOrder(cell: String)
  /// A cell's protection or priority is negative or no finite number.
  case protectionOrPriority(cell: String)
  /// A withheld cell's value contradicts what its reason tells.
  case outsideRange(cell: String)
  /// An identity's atoms are not ascending, not in the set, or have the factor 0.
  case identityOutOfOrder(index: Int)
  /// The minimum of a frequency rule is below 3 without the flag that allows it, or below 1.
  case minimumTooLow(Int)
  /// The parameters of a dominance or percentage rule are out of range.
  case dominanceParameters
  /// A cube has no dimension, or another number of counts than its leaves make.
  case cubeSize(cube: String, expected: Int, got: Int)
  /// A code stands twice in a dimension.
  case sameCode(dimension: String, code: String)
  /// A cube has no such dimension; the closest names may be given by whoever words it.
  case unknownDimension(cube: String, dimension: String)
  /// Cubes that are to be linked differ in a dimension's leaves.
  case dimensionsDiffer(String)
  /// Cubes that are to be linked have different counts for the same group.
  case basesDiffer(String)
}

extension DisclosureFault: CustomStringConvertible {
  /// The fault as a sentence without a full stop.
  public var description: String {
    switch self {
    case .atomIsNoAmount(let atom): "atom \(atom) is negative or no number"
    case .atomIsNoCount(let atom): "atom \(atom) is no whole number up to 1e12, and counts are"
    case .sameID(let id): "two cells have the id '\(id)'"
    case .atomsOutOfOrder(let cell):
      "the atoms of cell '\(cell)' must be in the set, ascending and each one once"
    case .protectionOrPriority(let cell):
      "cell '\(cell)' needs a finite priority, and a finite protection of 0 or more"
    case .outsideRange(let cell):
      "the value of cell '\(cell)' is not in the range that its reason tells"
    case .identityOutOfOrder(let index):
      "the atoms of identity \(index) must be in the set, ascending and with a factor other than 0"
    case .minimumTooLow(let minimum):
      minimum < 1
        ? "a minimum frequency is at least 1, not \(minimum)"
        : "a minimum frequency of \(minimum) is below 3 and needs an explicit flag"
    case .dominanceParameters:
      "a dominance rule takes n of 1 or more and k above 0 and below 100; a p% rule p above 0"
    case .cubeSize(let cube, let expected, let got):
      "cube '\(cube)' has \(got) counts where its dimensions make \(expected)"
    case .sameCode(let dimension, let code): "code '\(code)' stands twice in '\(dimension)'"
    case .unknownDimension(let cube, let dimension):
      "cube '\(cube)' has no dimension '\(dimension)'"
    case .dimensionsDiffer(let dimension):
      "the linked cubes have different leaves in dimension '\(dimension)'"
    case .basesDiffer(let group): "the linked cubes count '\(group)' differently"
    }
  }
}
