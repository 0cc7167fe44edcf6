package import Diagnostics
package import Tables

/// How the times of a series are told.
package struct TimeRequest: Sendable {
  /// Into which periods shorter ones are gathered; days into months if `nil`.
  package var every: PeriodLength?
  /// The labels in order, where they are no periods.
  package var order: [String]
  /// In which order slashes part the numbers of a day.
  package var dayOrder: PeriodColumn.DayOrder?

  /// A request; without more, the labels tell their order themselves.
  package init(
    every: PeriodLength? = nil, order: [String] = [], dayOrder: PeriodColumn.DayOrder? = nil
  ) {
    self.every = every
    self.order = order
    self.dayOrder = dayOrder
  }
}

/// A column as places in time, row by row.
package struct TimeColumn: Sendable {
  /// The name of the column.
  package let name: String
  /// How long a period is; `nil` for places that are only in order.
  package let length: PeriodLength?
  /// The signs and words behind labels, such as `*`, with the period that has them.
  package let marks: [(period: String, mark: String)]
  /// The period of each row; `nil` where there is none.
  let indices: [Int?]
  private let labels: TimeLabels
  private let gaps: CellGaps?

  /// Reads a column of days, moments, or labels of periods; see ``Tables/PeriodLabel`` for those.
  ///
  /// Whole numbers that are no years, months or days keep their distances. Texts with one number in
  /// them, such as `omgång 2`, stand in the order of that number. The order of the file never
  /// counts. Rows of a total are left out.
  ///
  /// - Throws: A diagnostic `column` if there is no such column, or `period` if a label is no period
  ///   or several cannot be put in order.
  package init(
    _ name: String, of table: Table, _ request: TimeRequest = TimeRequest(),
    missing: MissingWords = MissingWords()
  ) throws(Diagnostic) {
    let position = try table.position(ofNamed: name)
    self.name = name
    switch table.schema.fields[position].type {
    case .date, .timestamp:
      let length = request.every ?? .month
      self.length = length
      indices = table.rows.map { row in row.date(name).map(length.index(of:)) }
      labels = TimeLabels(every: length)
      (marks, gaps) = ([], nil)
    default:
      guard let column = TextColumn(name, of: table) else {
        preconditionFailure("the column exists")
      }
      let isMissing = column.values.map(missing.containsAmongNumbers)
      let kept = column.values.indices.filter { !isMissing[$0] }
      let texts = kept.map { column.values[$0] }
      let labels: TimeLabels
      do throws(TimeFault) {
        labels = try TimeLabels(texts, request)
      } catch {
        let code = error.position.map { kept[$0] }
        let row = code.flatMap { code in (0..<table.rowCount).first { column.code($0) == code } }
        throw error.diagnostic(
          name, at: row.map(table.location(ofRow:)) ?? table.wholeLocation,
          value: code.map { column.values[$0] })
      }
      var places = [Int?](repeating: nil, count: column.values.count)
      for (position, place) in zip(kept, labels.places) { places[position] = place }
      indices = (0..<table.rowCount).map { row in column.code(row).flatMap { places[$0] } }
      gaps = CellGaps(
        column,
        column.values.indices.map { code in
          guard places[code] == nil else { return nil }
          let text = column.values[code]
          return isMissing[code]
            ? .missing(column: name, word: text) : .total(column: name, label: text)
        })
      self.labels = labels
      length = labels.length
      marks = labels.marks
    }
  }

  /// What a period is called.
  func label(of index: Int) -> String { labels.label(of: index) }

  /// The place of a period that a person names; `nil` if the text names none.
  func index(named label: String) -> Int? { labels.index(named: label) }

  /// Why a row has no period; `nil` if it has one.
  func gap(_ row: Int) -> LeftOutReason? {
    indices[row] == nil ? gaps?[row] ?? .empty(column: name) : nil
  }
}
