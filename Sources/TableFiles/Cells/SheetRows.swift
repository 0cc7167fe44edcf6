internal import Diagnostics
internal import Tables

/// Takes the cells of a sheet, row by row.
///
/// The first rows are kept as they are until the sheet ends: only then is it known which cells are
/// merged, and so which rows hold the names of the columns.
final class SheetRows {
  /// A row at the head of the sheet.
  struct HeadRow {
    var line: Int
    var cells: [(column: Int, value: Cell)]

    /// The values by column; of a cell that stands twice, the last one counts.
    var values: [Int: Cell] {
      Dictionary(cells.map { ($0.column, $0.value) }, uniquingKeysWith: { _, last in last })
    }
  }

  /// So many rows may stand above the data, names among them.
  private static let mostHeadRows = 24

  private(set) var head: [HeadRow] = []
  private(set) var merged: [CellBlock] = []
  var problems: FormatProblems
  private let rows: CellTable
  private let file: String
  private var current = HeadRow(line: 0, cells: [])
  private var isHead = true
  /// The bytes of the texts in the first rows.
  private var headSize = 0
  private var hasValue = false
  private let memoryLimit: Int

  init(file: String, memoryLimit: Int) {
    rows = CellTable(file: file, memoryLimit: memoryLimit)
    problems = FormatProblems(file: file)
    self.file = file
    self.memoryLimit = memoryLimit
  }

  // MARK: Cells

  @inline(__always)
  func number(_ value: Double, _ column: Int) {
    if isHead {
      keep(Int64(exactly: value).map { .integer($0) } ?? .real(value), column)
    } else {
      hasValue = true
      rows.column(column).number(value, at: rows.row)
    }
  }

  func text(_ value: Bytes, _ column: Int) {
    if isHead {
      headSize += value.count
      if headSize <= memoryLimit { keep(.text(String(decoding: value, as: UTF8.self)), column) }
    } else {
      hasValue = true
      rows.text(value, column)
    }
  }

  /// A text by its number among those of the workbook.
  func text(_ value: Bytes, shared index: Int, _ column: Int) {
    if isHead { return text(value, column) }
    hasValue = true
    rows.text(value, shared: index, column)
  }

  func cell(_ value: Cell, _ column: Int) {
    if isHead { return keep(value, column) }
    hasValue = hasValue || value != .null
    rows.add(value, column)
  }

  /// An error in the place of a value, which is missing then. `#N/A` says just that, and is no fault.
  func error(_ name: String, at place: CellPlace) {
    if name == "#N/A" { return }
    // Anything may be marked as an error; a message repeats only what looks like one.
    let isName =
      name.utf8.count <= 24 && (name.hasPrefix("#") || name.hasPrefix("Err:"))
      && name.allSatisfy { $0.isLetter || $0.isNumber || "#/!?_:".contains($0) }
    problems.add(.errorValue(isName ? name : "#?"), at: place)
  }

  private func keep(_ value: Cell, _ column: Int) {
    if value == .null { return }
    hasValue = true
    // Of a cell that stands twice the last value counts, so a row of such cells stays small.
    if current.cells.count >= 2 * CellPlace.mostColumns {
      current.cells = current.values.map { (column: $0.key, value: $0.value) }
    }
    current.cells.append((column, value))
  }

  /// Ends a row; one without values counts for nothing.
  func endRow(_ line: Int) throws(Diagnostic) {
    if headSize > memoryLimit { throw FormatProblem.tooLarge.diagnostic(at: file) }
    guard hasValue else { return }
    hasValue = false
    guard isHead else { return try rows.endRow(line) }
    current.line = line
    head.append(current)
    current = HeadRow(line: 0, cells: [])
    isHead = head.count < Self.mostHeadRows
  }

  func merge(_ block: CellBlock) {
    if merged.count < 10_000 { merged.append(block) }
  }

  // MARK: The end

  /// The table of the sheet.
  func table(_ options: TableOptions) throws(Diagnostic) -> Table {
    try rows.finish()
    let layout = SheetLayout(head, merged, declared: Set(options.types.keys))
    let first = CellTable(file: file, memoryLimit: memoryLimit)
    for row in head[layout.firstRow...] {
      for (column, value) in row.cells { first.add(value, column) }
      try first.endRow(row.line)
    }
    try first.finish()
    rows.prepend(first)
    if head.isEmpty { problems.add(.empty) }
    if layout.titles > 0 { problems.add(.title(rows: layout.titles)) }
    if !layout.hasNames, !head.isEmpty { problems.add(.noHeader) }
    let width = max(rows.columns.count, (layout.names.keys.max() ?? -1) + 1)
    let used = (0..<width).filter { rows.column($0).count > 0 || layout.names[$0] != nil }
    let names = layout.unique(used, &problems)
    let lastName = layout.firstRow > 0 ? head[layout.firstRow - 1].line : 0
    let columns = Set(used)
    for block in merged where block.last.row > lastName && columns.contains(block.first.column) {
      problems.add(.merged(block.name), at: block.first)
    }
    return rows.table(names, options, &problems)
  }
}

extension CellTable {
  /// Adds a value to the row that is being read.
  func add(_ value: Cell, _ column: Int) {
    switch value {
    case .null, .numeric, .interval: break
    case .integer(let value): self.column(column).number(Double(value), at: row)
    case .real(let value): self.column(column).number(value, at: row)
    case .boolean(let value): self.column(column).boolean(value, at: row)
    case .date(let value): self.column(column).date(value, at: row)
    case .timestamp(let value): self.column(column).timestamp(value, at: row)
    case .text(let value):
      var value = value
      value.withUTF8 { text($0, column) }
    }
  }
}
