package import Diagnostics
package import Tables

/// A column as places in time, row by row.
package struct TimeColumn: Sendable {
  /// The name of the column.
  package let name: String
  /// How long a period is; `nil` for places that are only in order.
  package let length: PeriodLength?
  /// The period of each row; `nil` where the cell is empty.
  let indices: [Int?]
  private let labels: [Int: String]

  /// Reads a column of days, moments, years, or texts such as `2023-06` and `2023-Q2`.
  ///
  /// Other texts and other numbers are places in order: numbers by size with their distances, texts
  /// in the order they first appear, one step apart.
  ///
  /// - Parameters:
  ///   - name: The column.
  ///   - table: The table.
  ///   - length: Into which periods days are gathered; months if `nil`.
  /// - Throws: A diagnostic `column` if there is no such column, or `column-type` if a length is
  ///   asked for that the column cannot give.
  package init(
    _ name: String, of table: Table, every length: PeriodLength? = nil
  ) throws(Diagnostic) {
    let position = try table.position(ofNamed: name)
    self.name = name
    switch table.schema.fields[position].type {
    case .date, .timestamp:
      let length = length ?? .month
      self.length = length
      indices = table.rows.map { row in row.date(name).map(length.index(of:)) }
      labels = [:]
    default:
      guard let column = TextColumn(name, of: table) else {
        preconditionFailure("the column exists")
      }
      let periods = column.values.map(PeriodLength.reading)
      let lengths = Set(periods.map { $0?.length })
      let rows = 0..<table.rowCount
      if let known = lengths.first, lengths.count == 1, let known {
        self.length = known
        indices = rows.map { row in column.code(row).flatMap { periods[$0]?.index } }
        labels = [:]
      } else if let numbers = Self.wholeNumbers(column.values) {
        self.length = nil
        indices = rows.map { row in column.code(row).map { numbers[$0] } }
        labels = [:]
      } else {
        self.length = nil
        indices = rows.map { row in column.code(row).map { $0 + 1 } }
        labels = Dictionary(
          uniqueKeysWithValues: column.values.enumerated().map { ($0 + 1, $1) })
      }
      if let length, length != self.length {
        throw Diagnostic(
          .error, "column-type", at: table.wholeLocation,
          "column '\(name)' does not hold days, so it has no periods of a \(length.rawValue)",
          fixes: ["leave --every out", "name a column of days such as 2023-06-30"])
      }
    }
  }

  /// What a period is called.
  func label(of index: Int) -> String {
    labels[index] ?? length?.label(of: index) ?? "\(index)"
  }

  private static func wholeNumbers(_ texts: [String]) -> [Int]? {
    let numbers = texts.compactMap(Int.init)
    return numbers.count == texts.count ? numbers : nil
  }
}
