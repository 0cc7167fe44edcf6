internal import Labels

/// The figures of a chart, taken from its table: what the table withholds, the chart does not know.
struct ChartData {
  /// What a row of the table gives.
  struct Row {
    /// The key in the table.
    let key: String
    /// What the mark is called.
    let label: String
    /// The figure in the column of positions or, without one, of labels.
    let position: Fact?
    /// A figure for each column; `nil` for a gap.
    let facts: [Fact?]
    /// A value to reach of its own.
    let target: Fact?
    /// The series that it belongs to.
    let series: String?
    /// Whether it sums up others.
    let isTotal: Bool
    /// Whether the last column, where it holds words, says something.
    let isNoted: Bool
  }

  let chart: ReportChart
  let table: ReportTable
  let words: FactWords
  /// The figures' columns.
  let columns: [ReportColumn]
  let rows: [Row]

  /// The figures; `nil` where the table has none of the columns.
  init?(_ chart: ReportChart, in table: ReportTable, language: Language) {
    guard let labels = table.column(chart.labels) else { return nil }
    let places = chart.figures.compactMap { table.column($0) }
    guard places.count == chart.figures.count, !places.isEmpty else { return nil }
    let words = FactWords(language)
    let series = chart.series.flatMap { table.column($0) }
    let positions = chart.positions.flatMap { table.column($0) } ?? labels
    let chosen = chart.rows.map(Set.init)
    self.chart = chart
    self.table = table
    self.words = words
    columns = places.map { table.columns[$0] }
    rows = table.rows.indices.compactMap { row in
      let cells = table.rows[row].cells
      let key = table.key(of: row)
      guard chosen?.contains(key) ?? (table.rows[row].totalOf == nil) else { return nil }
      let last = places.last.map { cells[$0] } ?? .none
      return Row(
        key: key, label: words.text(cells[labels], .label), position: cells[positions].fact,
        facts: places.map { cells[$0].fact }, target: chart.rowTargets[key],
        series: series.map { words.text(cells[$0], .label) },
        isTotal: table.rows[row].totalOf != nil,
        isNoted: last.fact == nil && last.hasContent(.value) && !words.text(last).isEmpty)
    }
  }

  var language: Language { words.language }

  /// The first figure that is known, whose unit the axis has.
  var example: Fact? {
    rows.lazy.flatMap(\.facts).compactMap(\.self).first { $0.plotted != nil }
  }

  /// The rows of each series, in order of their first.
  var bySeries: [(name: String, rows: [Row])] {
    var names: [String] = []
    var groups: [String: [Row]] = [:]
    for row in rows {
      let name = row.series ?? ""
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(row)
    }
    return names.map { ($0, groups[$0] ?? []) }
  }

  /// What a value to reach is called: of a distribution it is a limit.
  func targetWords(_ target: Fact) -> String {
    let name =
      switch chart.kind {
      case .histogram: Label("gräns", "limit")
      case .funnel: Label("alla tillsammans", "all together")
      default: Label("mål", "target")
      }
    return "\(name[language]) \(words.text(target))"
  }

  /// The value to reach of a row of its own, behind its figure; nothing where it has none.
  func targetEnd(_ row: Row) -> String { row.target.map { " (\(targetWords($0)))" } ?? "" }

  /// All values to reach.
  var targets: [Double] {
    ([chart.target] + rows.map(\.target)).compactMap { $0?.plotted }
  }

  /// A figure as it stands beside its mark; a reason where it is withheld.
  func text(_ fact: Fact?) -> String {
    guard let fact else { return words.nothing }
    if case .withheld(let reason) = fact.value { return reason.label[language] }
    return words.text(fact)
  }
}

extension Fact {
  /// The number that a chart shows, in the scale of the fact; `nil` where none is known or may be
  /// shown.
  var plotted: Double? {
    let number: Double? =
      switch value {
      case .count(let count): Double(count)
      case .number(let number), .change(let number), .growth(let number), .share(let number),
        .points(let number), .probability(let number), .pValue(let number, _):
        number
      case .day, .flag, .interval, .withheld: nil
      }
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The interval that a chart shows.
  var plottedInterval: FactInterval? {
    guard !isWithheld, let interval, interval.lower.isFinite, interval.upper.isFinite else {
      return nil
    }
    return interval
  }

  /// Whether it is a part of a whole, from 0 to 1.
  var isShare: Bool {
    switch value {
    case .share, .probability: true
    default: false
    }
  }
}
