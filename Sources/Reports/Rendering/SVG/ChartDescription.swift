internal import Labels

/// What a chart shows, in words, from the same figures.
struct ChartDescription {
  let data: ChartData
  /// After so many rows the table says the rest.
  private static let rowLimit = 30

  var text: String {
    let language = data.language
    let rows = data.rows.prefix(Self.rowLimit).map(row)
    var parts = rows
    if let target = data.chart.target {
      let words = data.targetWords(target)
      parts.insert(words.prefix(1).uppercased() + words.dropFirst(), at: 0)
    }
    if data.rows.count > rows.count {
      let rest = data.rows.count - rows.count
      parts.append(
        Label(
          "… och \(rest) \(rest == 1 ? "rad" : "rader") till i tabellen",
          "… and \(rest) more \(rest == 1 ? "row" : "rows") in the table")[language])
    }
    if parts.isEmpty { parts = [Label("Inga tal", "No figures")[language]] }
    let table = Label(
      "Talen står i tabellen ”\(data.table.title.swedish)”.",
      "The figures are in the table “\(data.table.title.english)”.")[language]
    return parts.joined(separator: "; ") + ". " + table
  }

  private func row(_ row: ChartData.Row) -> String {
    let isOne = data.columns.count == 1
    let size = data.chart.kind == .funnel ? row.position.map { ["n = " + data.text($0)] } ?? [] : []
    let figures =
      size
      + zip(data.columns, row.facts).compactMap { column, fact -> String? in
        guard let fact else { return isOne ? data.text(nil) : nil }
        var text = data.text(fact)
        if let interval = fact.plottedInterval, fact.plotted != nil {
          text += " (" + data.words.interval(interval, of: fact) + ")"
        }
        return isOne ? text : "\(column.header[data.language]) \(text)"
      }
    let name = [row.series, row.label].compactMap(\.self).filter { !$0.isEmpty }.unique
    return name.joined(separator: ", ") + ": "
      + (figures.isEmpty ? data.text(nil) : figures.joined(separator: ", ")) + data.targetEnd(row)
  }
}
