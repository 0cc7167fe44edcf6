internal import Labels
internal import Statistics

extension Fact {
  /// A number of things or persons.
  static func count(_ count: Int) -> Fact { Fact(.count(count)) }

  /// A figure with about three digits of its interval's width, or of its own size without one.
  static func figure(_ value: Double, _ interval: FactInterval? = nil) -> Fact {
    Fact(
      .number(value), interval: interval,
      precision: .significant(of: interval?.width ?? abs(value)))
  }

  /// The same of a difference.
  static func difference(
    _ value: Double, _ interval: FactInterval? = nil, unit: FactUnit? = nil
  ) -> Fact {
    var fact = figure(value, interval)
    (fact.value, fact.unit) = (.change(value), unit)
    return fact
  }

  /// The same figure with other digits.
  func shown(_ precision: Precision) -> Fact {
    var fact = self
    fact.precision = precision
    return fact
  }
}

extension FactInterval {
  /// An interval in the scale of its fact, which may be another than that of the statistic.
  init(_ interval: Interval, scale: Double = 1, method: String? = nil) {
    self.init(
      lower: interval.lower * scale, upper: interval.upper * scale,
      confidence: interval.confidence, method: method)
  }

  /// How wide it is.
  var width: Double { upper - lower }
}

extension Precision {
  /// About three digits of a size that the rows of a column share, so that they line up; where six
  /// decimals would show 0, ``significant(of:)``.
  static func digits(of size: Double) -> Precision {
    size != 0 && abs(size) < FactWords.tiny
      ? .significant(of: size) : .decimals(FactWords.decimals(for: size))
  }
}

extension FactUnit {
  /// Differences of shares. `+1.0` takes the plural too.
  static let percentagePoints = FactUnit(
    id: "percentage_points", one: Label("procentenheter", "percentage points"),
    several: Label("procentenheter", "percentage points"))
}

extension ReportColumn {
  /// Figures: readers see the values, data files get the ends of their intervals too.
  static func figure(
    _ id: String, _ header: Label, low: String, high: String
  ) -> ReportColumn {
    ReportColumn(
      id, header, shows: .value, exports: [Export(id), Export(low, .low), Export(high, .high)])
  }

  /// The intervals of the figures before it, for readers; words where there is none.
  static func interval(_ header: Label, id: String = "interval") -> ReportColumn {
    ReportColumn(id, header, shows: .interval, exports: [])
  }

  /// Names of what a row is about: labels for readers, ids for data files.
  static func named(
    _ id: String, _ header: Label, export: String? = nil, dimension: Dimension? = nil
  ) -> ReportColumn {
    ReportColumn(
      id, header, shows: .label, exports: [Export(export ?? id, .id)], dimension: dimension)
  }

  /// What a workspace or a file calls the members of a dimension, for everyone.
  static func members(_ id: String, _ header: Label, of dimension: Dimension) -> ReportColumn {
    ReportColumn(id, header, shows: .label, exports: [Export(id, .label)], dimension: dimension)
  }
}
