internal import Diagnostics
internal import Labels
internal import Reports
internal import Tables

/// The figure that a span of code names.
struct InlineFigure {
  /// As it is written in the notebook's language.
  let text: String

  /// Finds the figure in the result of its cell.
  ///
  /// - Throws: ``CellFailure`` where there is no such row or column, or several rows could be meant: a figure
  /// that is not the one that is spoken of would look like it.
  init(_ value: InlineValue, _ result: CellResult, _ notebook: Notebook) throws(CellFailure) {
    let reference = value.reference
    func wrong(_ message: String, _ fix: String?) -> CellFailure {
      CellFailure(message: message, line: value.line, fixes: [fix].compactMap(\.self))
    }
    if result.failure != nil {
      text = "–"
      return
    }
    guard let table = result.table else {
      throw wrong("cell '\(reference.cell)' gives no single table", "choose one with --table")
    }
    guard let column = table.schema.position(of: reference.column) else {
      throw wrong(
        "cell '\(reference.cell)' has no column '\(reference.column)'",
        suggestion(for: reference.column, among: table.schema.names))
    }
    let rows = reference.row.map(table.rows(named:)) ?? table.firstRows(2)
    guard let row = rows.first else {
      throw wrong(
        reference.row == nil
          ? "cell '\(reference.cell)' has no rows"
          : "cell '\(reference.cell)' has no row that begins with '\(reference.row ?? "")'", nil)
    }
    guard rows.count == 1 else {
      throw wrong(
        "cell '\(reference.cell)' has several rows"
          + (reference.row.map { " that begin with '\($0)'" } ?? ""),
        "name one by its first cell, \(reference.cell)[…].\(reference.column), or ask for one row")
    }
    var format =
      notebook.cells.first { $0.label == reference.cell }?.options.formats[reference.column]
      ?? ColumnFormat.usual(reference.column)
    if let asked = reference.format {
      guard let known = ColumnFormat(asked) else {
        throw wrong("'\(asked)' is no format", "write percent, percent1, points, plain or 2")
      }
      format = known
    }
    text = OutputBody.unmarked(
      MarkdownRenderer(language: notebook.language).inline(ReportCell(row[column], format)))
  }
}
