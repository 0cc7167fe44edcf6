public import Diagnostics
public import Labels
public import Tables

/// A figure with everything that has to be said with it: what it is, of whom, how sure and from where.
///
/// A fact is not words: renderers write it, each in its way and language. What a reader sees of it in
/// one place (its value, its interval, its base) is a matter of the column or sentence that shows it.
public struct Fact: Hashable, Sendable {
  /// What it is.
  public enum Value: Hashable, Sendable {
    /// A whole number of things or persons.
    case count(Int)
    /// A number in the fact's unit.
    case number(Double)
    /// A difference of numbers, shown with its sign.
    case change(Double)
    /// A change relative to what was before, shown in per cent with its sign.
    case growth(Double)
    /// A share from 0 to 1, shown in per cent.
    case share(Double)
    /// A difference of shares from −1 to 1, shown in percentage points with a sign.
    case points(Double)
    /// A probability from 0 to 1.
    case probability(Double)
    /// The p value of a test that rejects at a level.
    case pValue(Double, level: Double)
    /// A calendar day.
    case day(CalendarDate)
    /// True or false.
    case flag(Bool)
    /// No single figure: only an interval is known.
    case interval
    /// A figure that may not be shown.
    case withheld(Withholding)
  }

  /// What it is.
  public var value: Value
  /// What is counted or measured; `nil` where the column or sentence says it.
  public var unit: FactUnit?
  /// Whom or what it is a part of.
  public var base: Base
  /// Where the truth lies, as far as it is known.
  public var interval: FactInterval?
  /// How many of its digits mean something.
  public var precision: Precision
  /// What a reader must know beside the figure.
  public var marks: [FactMark]
  /// Where it comes from, where that is not what its row says.
  public var sources: FactSources
  /// Where it stands in a sentence: the cell that it repeats, or the cells that it counts.
  public var cells: [CellReference]

  /// A fact.
  public init(
    _ value: Value, unit: FactUnit? = nil, base: Base = .none, interval: FactInterval? = nil,
    precision: Precision = .natural, marks: [FactMark] = [], sources: FactSources = FactSources(),
    cells: [CellReference] = []
  ) {
    self.value = value
    self.unit = unit
    self.base = base
    self.interval = interval
    self.precision = precision
    self.marks = marks
    self.sources = sources
    self.cells = cells
  }
}

/// A count in a template, so that a test or a sentence can say `3`.
extension Fact: ExpressibleByIntegerLiteral {
  /// A count.
  public init(integerLiteral value: Int) { self.init(.count(value)) }
}

/// Whom or what a figure is a part of.
public enum Base: Hashable, Sendable {
  /// It is no part of anything, or of what its table says.
  case none
  /// A share of a whole: `part` of `whole`, which is itself what is known of `population`. Numbers of
  /// persons or things, or sums of a measure.
  case part(_ part: Double?, of: Double, population: Int? = nil)
  /// Computed from so many values.
  case values(Int)
  /// A percentage that was published without its base.
  case notStated
}

/// Where the truth about a figure lies.
public struct FactInterval: Hashable, Sendable {
  /// The ends, in the scale of the fact's value.
  public var lower: Double
  /// The upper end.
  public var upper: Double
  /// How often such intervals hold the truth; `nil` for bounds that always do.
  public var confidence: Double?
  /// How it was found: a stable id such as `hypergeometric`, `wilson`, `bounds`.
  public var method: String?

  /// An interval.
  public init(lower: Double, upper: Double, confidence: Double? = nil, method: String? = nil) {
    self.lower = lower
    self.upper = upper
    self.confidence = confidence
    self.method = method
  }
}

/// What is counted or measured.
public struct FactUnit: Hashable, Sendable {
  /// Its stable name, such as `working_days`.
  public var id: String
  /// For one.
  public var one: Label
  /// For every other number.
  public var several: Label
  /// Whether it is the percentage, whose sign stands close to the figure.
  public var isPercent: Bool

  /// A unit.
  public init(id: String, one: Label, several: Label, isPercent: Bool = false) {
    self.id = id
    self.one = one
    self.several = several
    self.isPercent = isPercent
  }
}

/// How many digits of a figure mean something.
public enum Precision: Hashable, Sendable {
  /// What its kind has: none for counts and shares, two for probabilities.
  case natural
  /// So many decimals, always.
  case decimals(Int)
  /// At most so many, as many as there are.
  case upTo(Int)
  /// At most so many, but as many as it takes to tell it from another figure, which it missed.
  case apart(upTo: Int, from: Double)
  /// About three digits of a size, which is the width of the figure's interval or its own.
  case significant(of: Double)
}

/// Why a figure is not shown.
public enum Withholding: String, Hashable, Sendable, CaseIterable {
  /// Too few persons stand behind it.
  case few
  /// It would give away another figure that is withheld.
  case complementary
  /// One or two parts make up nearly all of it.
  case dominance
  /// It would tell what everyone in a group answered to a sensitive question.
  case sensitive
}

/// Where a figure comes from.
public struct FactSources: Hashable, Sendable {
  /// Where documents state it.
  public var documents: [DocumentReference]
  /// Where the workspace states it.
  public var locations: [SourceLocation]

  /// Some sources; none where the row names them.
  public init(documents: [DocumentReference] = [], locations: [SourceLocation] = []) {
    self.documents = documents
    self.locations = locations
  }
}
