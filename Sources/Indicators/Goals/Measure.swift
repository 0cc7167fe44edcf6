public import Labels

/// What kind of figure a goal is stated in.
public enum Measure: String, Sendable, CaseIterable, Hashable {
  /// A number of things.
  case count
  /// A share, in per cent.
  case share
  /// A time span.
  case duration
  /// Done or not done.
  case yesNo = "yes_no"
  /// A change.
  case growth
  /// A mark on a scale.
  case rating
  /// An amount of money.
  case money

  /// Whether the figure of a year only grows while the year goes: what has been done stays done. A
  /// share or a mark may fall again.
  var accumulates: Bool { self == .count || self == .yesNo }
}

/// Which way a goal wants the figure to go.
public enum Direction: String, Sendable, CaseIterable, Hashable {
  /// The target value or more.
  case atLeast = "at_least"
  /// The target value or less.
  case atMost = "at_most"
  /// More than before, by the target value in per cent where one is stated.
  case increase
  /// Not less than the latest earlier figure of the same indicator.
  case keep
  /// To be done.
  case done
  /// From the target value to a second one.
  case range
}

/// A word beside a figure, as Swedish documents write it.
///
/// It says how exact the figure is or how far it reaches. ``isApproximate`` and ``meansAll`` are
/// the two properties that verdicts depend on; the rest is shown with the figure.
public enum Qualifier: String, Sendable, CaseIterable, Hashable {
  case all = "alla"
  case everyOne = "samtliga"
  case allWorkingDays = "alla arbetsdagar"
  case about = "ca"
  case circa = "cirka"
  case around = "runt"
  case slightlyMore = "drygt"
  case almost = "nästan"
  case decade = "80-tal"
  case plusMinus = "plus/minus"
  case moreThan = "mer än"
  case atLeast = "minst"
  case atLeastEquivalent = "minst motsvarande"
  case upTo = "upp till"
  case within = "inom"
  case every = "var"
  case between = "mellan"
  case range = "intervall"
  case keep = "bibehålla"
  case yearly = "årlig"
  case yearlyNeuter = "årligt"
  case perYear = "årsvis"
  case only = "endast"
  case further = "ytterligare"
  case after = "efter"
  case asNeeded = "efter behov"
  case onRequest = "på uppdrag"
  case endOf = "slutet av"

  /// The figure is rounded or estimated.
  public var isApproximate: Bool {
    switch self {
    case .about, .circa, .around, .slightlyMore, .almost, .decade, .plusMinus: true
    default: false
    }
  }

  /// The goal holds for every one of a known number.
  public var meansAll: Bool { self == .all || self == .everyOne || self == .allWorkingDays }

  /// The word as a report shows it.
  public var label: Label {
    let english =
      switch self {
      case .all: "all"
      case .everyOne: "every one"
      case .allWorkingDays: "all working days"
      case .about, .circa: "about"
      case .around: "around"
      case .slightlyMore: "just over"
      case .almost: "almost"
      case .decade: "eighty-odd"
      case .plusMinus: "about"
      case .moreThan: "more than"
      case .atLeast: "at least"
      case .atLeastEquivalent: "at least the equivalent of"
      case .upTo: "up to"
      case .within: "within"
      case .every: "every"
      case .between: "between"
      case .range: "range"
      case .keep: "maintain"
      case .yearly, .yearlyNeuter, .perYear: "yearly"
      case .only: "only"
      case .further: "further"
      case .after: "after"
      case .asNeeded: "when needed"
      case .onRequest: "on request"
      case .endOf: "end of"
      }
    return Label(self == .plusMinus ? "ungefär" : rawValue, english)
  }
}

/// A unit of measure, and the dimension in which it can be compared with others.
public struct MeasurementUnit: Hashable, Sendable {
  /// The Swedish name, by which data refers to it.
  public var name: String
  /// The name in both languages.
  public var label: Label
  /// Units of one dimension compare; `money` holds kronor, thousands and millions.
  public var dimension: String
  /// How many of the dimension's base units one of this unit is.
  public var factor: Double
  /// The name beside a single one; `nil` where it is the same.
  public var one: Label?

  /// A unit of measure.
  public init(name: String, label: Label, dimension: String, factor: Double, one: Label? = nil) {
    self.name = name
    self.label = label
    self.one = one
    self.dimension = dimension
    self.factor = factor
  }

  /// The name beside a figure: one meeting, two meetings.
  public func label(for value: Double) -> Label { abs(value) == 1 ? one ?? label : label }
}
