public import Labels

/// One figure of an indicator.
public struct TrendPoint: Hashable, Sendable {
  /// What the figure is.
  public enum Kind: String, Sendable, Hashable {
    /// It was reached.
    case outcome
    /// It is to be reached.
    case target
    /// It is planned.
    case plan
    /// Somebody expects it.
    case forecast
  }

  /// The year.
  public var year: Int
  /// The figure.
  public var value: Double
  /// What it is.
  public var kind: Kind
  /// The outcome or goal it comes from.
  public var id: String
  /// What the figure measures; figures of two dimensions have no change between them.
  public var dimension: String?
  /// What the figure is called and counted in; `nil` where that is not known.
  public var definition: Definition?

  /// What a figure is called and counted in.
  public struct Definition: Hashable, Sendable {
    /// The name, without years in it.
    public var name: String
    /// The unit of measure.
    public var unit: MeasurementUnit?
    /// The name as a report shows it.
    public var label: Label

    /// A name without years, its unit, and the name to show; that itself unless another is given.
    public init(name: String, unit: MeasurementUnit?, label: Label? = nil) {
      (self.name, self.unit, self.label) = (name, unit, label ?? Label(same: name))
    }
  }

  /// A figure of a year.
  public init(
    year: Int, value: Double, kind: Kind, id: String, dimension: String? = nil,
    definition: Definition? = nil
  ) {
    self.dimension = dimension
    self.year = year
    self.value = value
    self.kind = kind
    self.id = id
    self.definition = definition
  }

  /// Whether a difference between two figures is a change of what they measure: both have one
  /// dimension, one name and one unit, or units that differ in size only (tkr and mnkr).
  public func isComparable(with other: TrendPoint) -> Bool {
    guard dimension == other.dimension else { return false }
    guard let own = definition, let others = other.definition else { return true }
    return own.name == others.name
      && (own.unit?.name == others.unit?.name || own.unit?.factor != others.unit?.factor)
  }
}

/// The figures of an indicator over the years, targets and plans included. Only outcomes are compared,
/// and only those that measure the same: a new name or unit breaks the line.
public struct IndicatorTrend: Hashable, Sendable {
  /// The indicator.
  public var indicator: String
  /// The figures by year, outcomes before targets.
  public var points: [TrendPoint]

  /// An indicator's figures, in any order.
  public init(indicator: String, points: [TrendPoint]) {
    self.indicator = indicator
    self.points = points.sorted {
      ($0.year, $0.kind == .outcome ? 0 : 1, $0.id) < ($1.year, $1.kind == .outcome ? 0 : 1, $1.id)
    }
  }

  /// The change between two figures.
  public struct Change: Hashable, Sendable {
    /// The earlier year.
    public var from: Int
    /// The later year.
    public var to: Int
    /// Later minus earlier, in the unit of the figures.
    public var absolute: Double
    /// The absolute change over the earlier figure: 0.1 is ten per cent; `nil` when that is 0.
    public var relative: Double?
  }

  /// The change from the latest outcome before a year to the outcome of the year.
  public func change(to year: Int) -> Change? {
    guard let current = points.last(where: { $0.kind == .outcome && $0.year == year }),
      let previous = latestOutcome(before: year)
    else { return nil }
    return change(from: previous, to: current)
  }

  /// The change between two outcomes; `nil` when one is none, or when they measure different things.
  public func change(from: TrendPoint, to: TrendPoint) -> Change? {
    guard from.kind == .outcome, to.kind == .outcome, from.isComparable(with: to) else {
      return nil
    }
    let absolute = to.value - from.value
    return Change(
      from: from.year, to: to.year, absolute: absolute,
      relative: from.value == 0 ? nil : absolute / abs(from.value))
  }

  /// The latest outcome before a year.
  public func latestOutcome(before year: Int) -> TrendPoint? {
    points.last { $0.kind == .outcome && $0.year < year }
  }

  /// Whether a year has an outcome.
  public func hasOutcome(of year: Int) -> Bool {
    points.contains { $0.kind == .outcome && $0.year == year }
  }
}
