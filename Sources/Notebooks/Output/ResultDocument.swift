internal import Diagnostics
internal import Labels
internal import Reports
internal import Tables

/// The result of a query as a part of a report: a table, and the chart that the cell asks for.
struct ResultDocument {
  let cell: NotebookCell

  /// - Throws: ``CellFailure`` for a column that an option names and the result lacks.
  func document(of table: Table) throws(CellFailure) -> ReportDocument {
    let options = cell.options
    let names = table.schema.names
    let named =
      options.formats.keys.sorted()
      + (options.chart.map {
        [$0.labels, $0.series, $0.low, $0.high].compactMap(\.self) + $0.figures
      } ?? [])
    for name in named where !names.contains(name) {
      throw CellFailure(
        message: "the result has no column '\(name)', which an option names", line: cell.line,
        fixes: [suggestion(for: name, among: names)].compactMap(\.self))
    }
    var blocks: [Block] = []
    var shown = reportTable(table)
    let isLong = options.chart != nil && table.rowCount > options.rowLimit
    if options.showing == .chart || options.showing == .all && isLong {
      shown.audience = .dataFiles
    }
    if options.showing != .none {
      blocks.append(.table(shown))
      if let chart = options.chart, options.showing != .table {
        blocks.append(.chart(self.chart(chart)))
      }
    }
    return ReportDocument(
      id: cell.label, title: Label(same: options.title ?? cell.label), blocks: blocks)
  }

  private func format(_ column: String) -> ColumnFormat? {
    cell.options.formats[column] ?? ColumnFormat.usual(column)
  }

  private func reportTable(_ table: Table) -> ReportTable {
    let limit = cell.options.rowLimit
    let fields = table.schema.fields
    let chart = cell.options.chart
    let ends = chart.flatMap { chart in
      chart.low.flatMap { low in
        chart.high.flatMap { high in
          table.schema.position(of: low).flatMap { low in
            table.schema.position(of: high).map { (low, $0) }
          }
        }
      }
    }
    var rows: [ReportRow] = []
    // A chart draws every row, which nobody wants to read in a table.
    let count = min(table.rowCount, chart == nil ? limit : max(limit, 10_000))
    for row in table.firstRows(count) {
      var cells = fields.indices.map { column -> ReportCell in
        let field = fields[column]
        return ReportCell(
          row[column], field.name == chart?.labels ? label(row[column]) : format(field.name))
      }
      if let ends, let figure = chart?.figures.first.flatMap(table.schema.position(of:)),
        let low = row[ends.0].number, let high = row[ends.1].number,
        case .fact(var fact) = cells[figure]
      {
        fact.interval = FactInterval(lower: low, upper: high)
        cells[figure] = .fact(fact)
      }
      rows.append(ReportRow(cells))
    }
    let columns = fields.map { field in
      field.name == chart?.labels || field.name == chart?.series
        ? ReportColumn(
          field.name, Label(same: field.name), shows: .value, exports: [.init(field.name)],
          dimension: Dimension(field.name))
        : ReportColumn(field.name, Label(same: field.name))
    }
    var notes: [Footnote] = []
    if count < table.rowCount {
      let (shown, all) = (Fact(.count(count)), Fact(.count(table.rowCount)))
      notes.append(
        Footnote(
          "De första \(shown) av \(all) rader.", "The first \(shown) of \(all) rows."))
    }
    return ReportTable(
      id: cell.label, title: Label(same: cell.options.title ?? ""), columns: columns, rows: rows,
      notes: notes)
  }

  /// What names a mark on an axis is a word there, not a figure.
  private func label(_ cell: Cell) -> ColumnFormat? {
    if case .integer = cell { return .plain }
    return nil
  }

  private func chart(_ chart: CellOptions.Chart) -> ReportChart {
    let target = chart.target.map { value -> Fact in
      if case .fact(let fact) = ReportCell(.real(value), chart.figures.first.flatMap(format)) {
        return fact
      }
      return Fact(.number(value), precision: .upTo(2))
    }
    return ReportChart(
      id: "chart", title: Label(same: cell.options.title ?? cell.label), kind: chart.kind,
      table: cell.label, labels: chart.labels, figures: chart.figures, series: chart.series,
      target: target)
  }
}

extension Cell {
  /// The number, if it is one.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .numeric(let value): value.double
    default: nil
    }
  }
}

/// What stands in place of the output of a cell that could not be run.
enum FailureDocument {
  static func document(_ failure: CellFailure, of cell: NotebookCell) -> ReportDocument {
    // Lines count within the cell: what is written above it moves nothing.
    let line = failure.line > cell.line ? failure.line - cell.line : nil
    var place = Label(same: "")
    if failure.cause == nil, let line {
      place = Label(" på rad \(line)", " on line \(line)")
      if let column = failure.column {
        place = Label(
          place.swedish + ", tecken \(column)", place.english + ", character \(column)")
      }
    }
    let words = ([failure.reason].compactMap(\.self) + failure.fixes).joined(separator: ". ")
    let more = words.isEmpty ? "" : " (\(words))"
    return ReportDocument(
      id: cell.label, title: Label(same: cell.label),
      blocks: [
        .note(
          Sentence(
            Label(
              "Fel\(place.swedish): \(failure.message)\(more)",
              "Error\(place.english): \(failure.message)\(more)")))
      ])
  }
}
