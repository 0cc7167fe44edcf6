internal import Diagnostics
internal import Statistics
internal import Tables

/// The population that weights are to reflect: a table of columns, categories and totals.
struct MarginFile {
  /// The totals of one column, in the order of the file.
  struct Column {
    let name: String
    var labels: [String] = []
    var totals: [Double] = []
    let location: SourceLocation

    var sum: Double { totals.reduce(0, +) }

    /// Whether the totals are shares, which add up to 1 or 100 but for their rounding.
    var isShares: Bool { abs(sum - 1) < 0.006 || abs(sum - 100) < 0.6 }
  }

  let columns: [Column]
  private let table: Table

  /// Reads the columns `column`, `category` and `total`.
  init(_ table: Table) throws(Diagnostic) {
    let names = try CategoryColumn("column", of: table)
    let categories = try CategoryColumn("category", of: table)
    let totals = try NumberColumn("total", of: table)
    var columns: [Column] = []
    for row in 0..<table.rowCount {
      let location = table.location(ofRow: row)
      guard let name = names.codes[row], let category = categories.codes[row],
        let total = totals.values[row]
      else {
        throw Diagnostic(
          .error, "margin", at: location, "the row lacks a column, a category or a total",
          fixes: ["write for instance: sex,woman,5120"])
      }
      let label = names.labels[name]
      let place = columns.firstIndex { $0.name == label } ?? columns.count
      if place == columns.count { columns.append(Column(name: label, location: location)) }
      columns[place].labels.append(categories.labels[category])
      columns[place].totals.append(total)
    }
    self.columns = columns
    self.table = table
  }

  /// The sign between the names of two columns that are crossed.
  static let cross: Character = "×"

  /// The margins of the respondents in a table.
  ///
  /// Shares, which add up to 1 or 100, become numbers of respondents, so that the mean weight is 1.
  func margins(of respondents: Table, rows: [Int]) throws(Diagnostic) -> [Margin] {
    try checkSums()
    var margins: [Margin] = []
    for column in columns {
      let values = try texts(of: column.name, in: respondents, rows)
      let known = Set(column.labels)
      if let position = values.firstIndex(where: { !known.contains($0) }) {
        throw Diagnostic(
          .error, "margin", at: respondents.location(ofRow: rows[position]),
          "column '\(column.name)' holds a category without a total",
          because: "\(table.file ?? table.name) gives totals for "
            + column.labels.joined(separator: ", "),
          fixes: ["add a row for it to \(table.file ?? table.name)"], value: values[position])
      }
      margins.append(
        try table.attempt { () throws(StatisticsError) in
          try Margin(
            name: column.name, values: values, labels: column.labels,
            totals: scaled(column, to: rows.count))
        })
    }
    return margins
  }

  private func scaled(_ column: Column, to count: Int) -> [Double] {
    guard column.isShares else { return column.totals }
    let sum = column.sum
    return column.totals.map { $0 / sum * Double(count) }
  }

  /// Shares stand beside shares, and numbers of people beside numbers with the same sum.
  private func checkSums() throws(Diagnostic) {
    guard let first = columns.first else { return }
    for other in columns.dropFirst() {
      if first.isShares, other.isShares { continue }
      if first.isShares == other.isShares, abs(other.sum / first.sum - 1) <= 1e-6 { continue }
      let (shares, counts) = first.isShares ? (first, other) : (other, first)
      let isMixed = first.isShares != other.isShares
      throw Diagnostic(
        .error, "margin", at: other.location,
        "the totals of '\(first.name)' add up to \(Self.plain(first.sum)), those of '\(other.name)' "
          + "to \(Self.plain(other.sum))",
        because:
          "totals that add up to 1 or 100 are shares, others numbers of people; all margins are "
          + "to be shares, or all numbers of people with the same sum",
        fixes: isMixed
          ? [
            "write '\(counts.name)' as shares that add up to 1 or 100",
            "write '\(shares.name)' as numbers of people that add up to \(Self.plain(counts.sum))",
          ]
          : [
            "correct the totals so that their sums agree",
            "write both as shares that add up to 1 or 100",
          ])
    }
  }

  /// A sum as a person writes it: 1010, not 1010.0, and 100.1 without the rounding of its addends.
  private static func plain(_ sum: Double) -> String {
    let rounded = (sum * 1e6).rounded() / 1e6
    return Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
  }

  /// The categories of the rows; those of several columns joined where the name is.
  private func texts(
    of name: String, in table: Table, _ rows: [Int]
  ) throws(Diagnostic) -> [String] {
    let parts = try columns(crossedIn: name, table)
    return rows.map { row in
      parts.map { part in part.codes[row].map { part.labels[$0] } ?? "" }
        .joined(separator: String(Self.cross))
    }
  }

  /// The columns of a table that are weighted by. A word for a missing value that has a total is a
  /// category.
  func columns(
    of table: Table, missing: MissingWords
  ) throws(Diagnostic) -> [CategoryColumn] {
    var parts: [CategoryColumn] = []
    for column in columns {
      let known = Set(column.labels.flatMap { $0.split(separator: Self.cross).map { trimmed($0) } })
      parts += try columns(crossedIn: column.name, table) {
        missing.contains($0) && !known.contains($0)
      }
    }
    return parts
  }

  private func columns(
    crossedIn name: String, _ table: Table, without isMissing: (String) -> Bool = { _ in false }
  ) throws(Diagnostic) -> [CategoryColumn] {
    if table.schema.position(of: name) != nil {
      return [try CategoryColumn(name, of: table, without: isMissing)]
    }
    var columns: [CategoryColumn] = []
    for part in name.split(separator: Self.cross) {
      columns.append(try CategoryColumn(trimmed(part), of: table, without: isMissing))
    }
    return columns
  }
}
