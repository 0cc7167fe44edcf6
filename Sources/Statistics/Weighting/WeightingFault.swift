/// Why a weighting was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
///
/// Margins and categories are named, for they belong to the plan of the weighting. Respondents are
/// only named by their position, counted from 1.
public enum WeightingFault: Equatable, Sendable {
  /// A frequency weight that is not a whole number.
  case notWhole(position: Int)

  /// A weighting to nothing.
  case noMargins

  /// Two margins, or two variables, of the same name.
  case repeatedMargin(String)

  /// A margin without categories.
  case noCategories(margin: String)

  /// A margin that lists a category twice.
  case repeatedCategory(margin: String, category: String)

  /// A margin with another number of totals than categories.
  case totalsMissing(margin: String, categories: Int, totals: Int)

  /// A total that is negative, infinite or not a number.
  case badTotal(margin: String, category: String)

  /// A margin whose totals add up to 0, or to 1e300 or more.
  case badSum(margin: String)

  /// A respondent of a category that the margin has no total for.
  case unknownCategory(margin: String, position: Int)

  /// A margin, a variable or a list with another number of respondents than there are weights.
  case rowsDiffer(name: String, needed: Int, given: Int)

  /// A category with a total above 0, but no respondent of a weight above 0.
  case emptyCategory(margin: String, category: String)

  /// Two margins whose totals have different sums.
  case sumsDiffer(first: String, Double, second: String, Double)

  /// Weights that did not reach a total, and the relative difference that was left.
  case notReached(target: String, rounds: Int, difference: Double)

  /// A linear calibration that gives some respondents a weight below 0.
  case negativeWeights(Int)

  /// A limit so low that the respondents of a category cannot reach their total.
  case limitTooLow(margin: String, category: String)

  /// A limit so low that trimmed weight finds no place.
  case limitBelowMean

  /// A class of people of whom nobody responded.
  case emptyClass(String)

  /// Bounds of a calibration that do not hold 1 between them.
  case badBounds(lower: Double, upper: Double)

  /// A value of a calibration variable that is infinite or not a number.
  case badValue(variable: String, position: Int)

  /// The whole sentence of the refusal.
  var words: String {
    switch self {
    case .notWhole(let position):
      return "a frequency weight must be a whole number; weight \(position) is not"
    case .noMargins:
      return "a weighting needs at least one margin or variable"
    case .repeatedMargin(let name):
      return "two margins are called “\(name)”"
    case .noCategories(let margin):
      return "the margin “\(margin)” has no categories"
    case .repeatedCategory(let margin, let category):
      return "the margin “\(margin)” lists the category “\(category)” twice"
    case .totalsMissing(let margin, let categories, let totals):
      return "the margin “\(margin)” has \(categories) categories and \(totals) totals"
    case .badTotal(let margin, let category):
      return "a total must be a number of at least 0; that of the category “\(category)” of the "
        + "margin “\(margin)” is not"
    case .badSum(let margin):
      return "the totals of the margin “\(margin)” must have a sum above 0 and below 1e300"
    case .unknownCategory(let margin, let position):
      return "the margin “\(margin)” has no total for the category of respondent \(position)"
    case .rowsDiffer(let name, let needed, let given):
      return "“\(name)” needs a value for each of the \(needed) respondents; it has \(given)"
    case .emptyCategory(let margin, let category):
      return "no respondent with a weight is in the category “\(category)” of the margin "
        + "“\(margin)”; merge it with another category"
    case .sumsDiffer(let first, let one, let second, let other):
      return "the totals of the margin “\(first)” add up to \(plain(one)), those of “\(second)” "
        + "to \(plain(other)); they must agree"
    case .notReached(let target, let rounds, let difference):
      return "the weights do not reach the total of \(target); after \(rounds) rounds "
        + "\(percent(difference)) % are left"
    case .negativeWeights(let count):
      return "the calibration gives \(count) \(count == 1 ? "respondent" : "respondents") a weight "
        + "below 0; use bounds or raking"
    case .limitTooLow(let margin, let category):
      return "the weight limit is too low: the respondents in the category “\(category)” of the "
        + "margin “\(margin)” cannot reach their total"
    case .limitBelowMean:
      return "the weight limit is too low: it lies below the mean of the weights"
    case .emptyClass(let label):
      return "nobody with a weight responded in the class “\(label)”; merge it with another class"
    case .badBounds(let lower, let upper):
      return "the bounds of a calibration must hold 1 between them, the lower one at least 0; "
        + "\(plain(lower)) and \(plain(upper)) were given"
    case .badValue(let variable, let position):
      return "the variable “\(variable)” must have finite values; that of respondent \(position) "
        + "is not"
    }
  }

  private func plain(_ value: Double) -> String {
    if value.isNaN { return "a value that is not a number" }
    guard let whole = Int(exactly: value) else { return "\(value)" }
    return "\(whole)"
  }

  /// A relative difference as a percentage of two digits.
  private func percent(_ share: Double) -> String {
    var (value, unit) = (min(share, 1e6) * 100, 1.0)
    while abs(value) < 10, unit < 1e12, value != 0 { (value, unit) = (value * 10, unit * 10) }
    return plain(value.rounded() / unit)
  }
}
