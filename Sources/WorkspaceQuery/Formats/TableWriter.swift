internal import Query
internal import Tables
internal import TextLayout

/// Aligned columns for people.
///
/// A terminal gets at most the first and last 20 rows, cut to its width. Elsewhere every row is
/// written whole: widths come from the first 10 000 rows, so that a long result need not fit in
/// memory; a wider value further down pushes its line out.
struct TableWriter: ResultWriter {
  static let edge = 20
  static let measuredRows = 10_000

  private let sink: any ByteSink
  /// The columns of the terminal; `nil` elsewhere.
  private let width: Int?
  private let style: TerminalStyle
  private var columns: [QueryColumn] = []
  /// Rows that wait for the widths: all so far, or the first on a terminal.
  private var rows: [[TableCell]] = []
  /// The last rows on a terminal.
  private var last: [[TableCell]] = []
  private var count = 0
  private var layout: TableLayout?

  init(_ sink: any ByteSink, width: Int?, style: TerminalStyle) {
    self.sink = sink
    self.width = width
    self.style = style
  }

  mutating func begin(_ columns: [QueryColumn]) {
    self.columns = columns
  }

  mutating func write(_ chunk: Chunk) throws {
    count += chunk.rowCount
    var next = 0
    if width != nil {
      while rows.count < Self.edge * 2, next < chunk.rowCount {
        rows.append(cells(chunk, next))
        next += 1
      }
      for row in max(next, chunk.rowCount - Self.edge)..<max(next, chunk.rowCount) {
        last.append(cells(chunk, row))
      }
      last.removeFirst(max(0, last.count - Self.edge))
      return
    }
    for row in 0..<chunk.rowCount {
      if let layout {
        try sink.append(layout.line(cells(chunk, row)))
      } else {
        rows.append(cells(chunk, row))
        if rows.count == Self.measuredRows { try startStreaming() }
      }
    }
  }

  mutating func finish(duration: Duration?) throws {
    var remarks = [count == 1 ? "1 row" : "\(count) rows"]
    if layout == nil {
      let isCut = count > Self.edge * 2 && width != nil
      if isCut {
        // The rows between the first and the last 20 do not count for the widths either.
        let tail = (rows.dropFirst(Self.edge) + last).suffix(Self.edge)
        rows = Array(rows.prefix(Self.edge)) + tail
        remarks.append("first and last \(Self.edge) shown")
      }
      let layout = TableLayout(columns, rows, width: width, style: style)
      if layout.hiddenColumns > 0 {
        remarks.append("\(columns.count - layout.hiddenColumns) of \(columns.count) columns shown")
      }
      try sink.append(layout.header)
      for (index, row) in rows.enumerated() {
        if isCut, index == Self.edge { try sink.append(layout.gap) }
        try sink.append(layout.line(row))
      }
    }
    if let duration { remarks.append(duration.written) }
    try sink.append(style.dim("(" + remarks.joined(separator: ", ") + ")") + "\n")
  }

  private mutating func startStreaming() throws {
    let layout = TableLayout(columns, rows, width: nil, style: style)
    try sink.append(layout.header)
    for row in rows { try sink.append(layout.line(row)) }
    rows = []
    self.layout = layout
  }

  private func cells(_ chunk: Chunk, _ row: Int) -> [TableCell] {
    chunk.columns.map { TableCell($0[row]) }
  }
}

/// A value as a table shows it, on one line.
struct TableCell: Hashable {
  let text: String
  let isNull: Bool

  init(_ cell: Cell) {
    isNull = cell == .null
    switch cell {
    // The word is no missing value: quotes tell them apart.
    case .text("NULL"): text = "'NULL'"
    case .text(let value): text = TextWidth.visibleValue(value)
    default: text = cell.written ?? "NULL"
    }
  }
}

extension Duration {
  /// `12 ms` or `3.4 s`.
  package var written: String {
    let milliseconds =
      Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
    if milliseconds < 1 { return "\(Int((milliseconds * 1000).rounded())) µs" }
    if milliseconds < 1000 { return "\(Int(milliseconds.rounded())) ms" }
    let tenths = Int((milliseconds / 100).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
