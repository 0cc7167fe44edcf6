import Labels

@testable import Reports

/// A table with figures of every kind that charts show, one of them withheld and one missing, and charts
/// of it.
enum ChartFixture {
  static let table: ReportTable = {
    func share(_ value: Double, _ lower: Double, _ upper: Double) -> ReportCell {
      .fact(
        Fact(
          .share(value), base: .part(value * 20, of: 20),
          interval: FactInterval(lower: lower, upper: upper, confidence: 0.95)))
    }
    let withheld = ReportCell.fact(
      Fact(.withheld(.few), base: .part(1, of: 2), interval: FactInterval(lower: 0, upper: 1)))
    return ReportTable(
      id: "t", title: Label("Tabell", "Table"),
      columns: [
        .dimension(.group, Label("Grupp", "Group")), ReportColumn("year", Label("År", "Year")),
        ReportColumn("bad", Label("Nej", "No")), ReportColumn("middle", Label("Delvis", "Partly")),
        ReportColumn("good", Label("Ja", "Yes")), ReportColumn("count", Label("Antal", "Count")),
        ReportColumn("lower", Label("Nedre", "Lower")),
        ReportColumn("upper", Label("Övre", "Upper")),
        ReportColumn("signal", Label("Signal", "Signal")),
      ],
      rows: [
        ReportRow([
          .member(
            "a",
            Label(
              "en grupp med ett mycket långt namn som inte får plats",
              "a group with a very long name that has no room at all")),
          .count(2021), share(0.25, 0.1, 0.4), share(0.25, 0.1, 0.4), share(0.5, 0.3, 0.7),
          .count(17), .count(5), .count(20), .none,
        ]),
        ReportRow([
          .member("b", Label("b", "b")), .count(2022), withheld, withheld, withheld, withheld,
          .count(5), .count(20), .none,
        ]),
        ReportRow([
          .member("c", Label("c", "c")), .count(2023), share(0, 0, 0.1), share(0, 0, 0.1),
          share(1, 0.9, 1), .count(23), .count(5), .count(20), .text("utanför", "beyond"),
        ]),
        ReportRow([
          .member("d", Label("d", "d")), .count(2024), .none, .none, .none, .none, .none, .none,
          .none,
        ]),
        ReportRow(
          [
            .member([.total()]), .count(2025), share(0.1, 0, 0.2), share(0.1, 0, 0.2),
            share(0.8, 0.7, 0.9), .count(40), .count(5), .count(20), .none,
          ], totalOf: .group),
      ])
  }()

  static let target = Fact(.share(0.9))

  static let charts: [ReportChart] = [
    chart(.divergingBars, ["bad", "middle", "good"]),
    chart(.shares, ["good"], target: target), chart(.bullet, ["count", "upper"]),
    chart(.line, ["good"], labels: "year", target: target),
    chart(.control, ["count", "lower", "lower", "upper", "signal"], labels: "year"),
    chart(.histogram, ["count"], labels: "year", target: Fact(.count(2022))),
    chart(.dots, ["bad", "good"], target: target), chart(.stackedBar, ["count", "upper"]),
    chart(.shares, ["good"], rowTargets: rowTargets),
    chart(.dots, ["bad", "good"], rowTargets: rowTargets),
    chart(.histogram, ["count"], positions: "year", target: Fact(.count(2022))),
    chart(.line, ["count", "good"], labels: "year"),
    chart(.funnel, ["good", "bad", "middle"], positions: "count", target: target),
    chart(.ranks, ["good"]),
  ]

  /// Of a row that is known, of one that is withheld, and of one that is missing.
  static let rowTargets = ["a": Fact(.share(0.6)), "b": Fact(.share(0.7)), "d": Fact(.share(0.8))]

  private static func chart(
    _ kind: ReportChart.Kind, _ figures: [String], labels: String = "group",
    positions: String? = nil, target: Fact? = nil, rowTargets: [String: Fact] = [:]
  ) -> ReportChart {
    var chart = ReportChart(
      id: "c", title: Label("Diagram", "Chart"), kind: kind, table: "t", labels: labels,
      figures: figures, positions: positions, target: target)
    chart.rowTargets = rowTargets
    return chart
  }
}
