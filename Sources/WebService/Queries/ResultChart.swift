internal import Labels
internal import Reports
internal import Tables

/// A result as a chart, where it is a series: a first column of years, days or periods, and figures beside it.
struct ResultChart {
  private let table: Table

  init(_ table: Table) { self.table = table }

  /// The chart; `nil` where the result is no series of 3 to 200 points, or one is missing.
  var document: ReportDocument? {
    let fields = table.schema.fields
    guard (3...200).contains(table.rowCount), fields.count >= 2, let first = fields.first,
      isTime(first)
    else { return nil }
    let figures = fields.indices.dropFirst().filter {
      [.integer, .real, .numeric].contains(fields[$0].type)
    }.prefix(3)
    guard !figures.isEmpty, Set(fields.map(\.name)).count == fields.count else { return nil }
    var rows: [ReportRow] = []
    for row in 0..<table.rowCount {
      let cells = table.cells(row)
      guard let label = cells[0].written else { return nil }
      let facts = figures.map { cells[$0].double.map { Fact(.number($0), precision: .upTo(2)) } }
      rows.append(
        ReportRow(
          [.member([Member(label, Label(same: label))])]
            + facts.map { $0.map(ReportCell.fact) ?? .none }))
    }
    let title = Label("Diagram", "Chart")
    var data = ReportTable(
      id: "result", title: title,
      columns: [.dimension(Dimension(first.name), Label(same: first.name))]
        + figures.map { ReportColumn(fields[$0].name, Label(same: fields[$0].name)) }, rows: rows)
    data.audience = .dataFiles
    let chart = ReportChart(
      id: "chart", title: title, kind: .line, table: "result", labels: data.columns[0].id,
      figures: figures.map { fields[$0].name })
    return ReportDocument(id: "result", title: title, blocks: [.table(data), .chart(chart)])
  }

  private func isTime(_ field: Field) -> Bool {
    switch field.type {
    case .date, .timestamp: true
    case .integer, .text:
      ["year", "month", "period", "quarter", "week", "wave"].contains(field.name.lowercased())
    default: false
    }
  }
}

extension Cell {
  /// The number, if it is one.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .numeric(let value): value.double
    default: nil
    }
  }
}
