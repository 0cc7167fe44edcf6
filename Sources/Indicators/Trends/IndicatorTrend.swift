/// One figure of an indicator.
public struct TrendPoint: Hashable, Sendable {
  /// What the figure is.
  public enum Kind: String, Sendable, Hashable {
    /// It was reached.
    case outcome
    /// It is to be reached.
    case target
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

  /// A figure of a year.
  public init(year: Int, value: Double, kind: Kind, id: String, dimension: String? = nil) {
    self.dimension = dimension
    self.year = year
    self.value = value
    self.kind = kind
    self.id = id
  }
}

/// The figures of an indicator over the years, targets included.
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
    let outcomes = points.filter { $0.kind == .outcome }
    guard let current = outcomes.last(where: { $0.year == year }),
      let previous = outcomes.last(where: { $0.year < year })
    else { return nil }
    return change(from: previous, to: current)
  }

  /// The change between two points; `nil` when they measure different things.
  public func change(from: TrendPoint, to: TrendPoint) -> Change? {
    guard from.dimension == to.dimension else { return nil }
    let absolute = to.value - from.value
    return Change(
      from: from.year, to: to.year, absolute: absolute,
      relative: from.value == 0 ? nil : absolute / abs(from.value))
  }

  /// The latest outcome before a year.
  public func latestOutcome(before year: Int) -> TrendPoint? {
    points.last { $0.kind == .outcome && $0.year < year }
  }
}
