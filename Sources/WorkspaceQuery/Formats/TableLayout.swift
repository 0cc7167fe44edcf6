internal import Query
internal import Tables
internal import TextLayout

/// How wide the columns of a table are, and its lines.
struct TableLayout {
  /// The least that a text column is cut to.
  private static let narrowest = 8
  private static let gapBetween = "  "

  private let names: [String]
  private let areNumbers: [Bool]
  private let widths: [Int]
  /// Columns from this one to that one do not fit and show as `…`.
  private let hidden: Range<Int>
  /// Whether texts are cut: elsewhere a wider value is written whole.
  private let isLimited: Bool
  private let style: TerminalStyle

  /// Measures columns.
  ///
  /// - Parameters:
  ///   - columns: Their names and types.
  ///   - rows: The rows that decide how wide they are.
  ///   - width: The columns of the terminal to fit into; `nil` to write everything.
  ///   - style: How the names stand out.
  init(_ columns: [QueryColumn], _ rows: [[TableCell]], width: Int?, style: TerminalStyle) {
    names = columns.map { TextWidth.visibleValue($0.name) }
    areNumbers = columns.map(\.type.isNumber)
    self.style = style
    isLimited = width != nil
    var widths = names.map { max(1, TextWidth.of($0)) }
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], TextWidth.of(cell.text))
      }
    }
    if let width {
      Self.shrink(&widths, to: width, areNumbers: areNumbers)
      hidden = Self.hidden(widths, width)
    } else {
      hidden = 0..<0
    }
    self.widths = widths
  }

  /// How many columns do not fit.
  var hiddenColumns: Int { hidden.count }

  /// The names with a line below them.
  var header: String {
    guard !names.isEmpty else { return "" }
    let titles = line(names.map { TableCell(.text($0)) }, isHeader: true)
    let rules = shown.map { column in
      String(repeating: "─", count: column.map { widths[$0] } ?? 1)
    }
    return titles + rules.joined(separator: Self.gapBetween) + "\n"
  }

  /// The line that stands for rows left out.
  var gap: String {
    guard !names.isEmpty else { return "" }
    let signs = shown.map { column -> String in
      guard let column else { return "…" }
      let pad = String(repeating: " ", count: widths[column] - 1)
      return areNumbers[column] ? pad + "⋮" : "⋮" + pad
    }
    return trimmed(signs.joined(separator: Self.gapBetween)) + "\n"
  }

  /// A row.
  func line(_ cells: [TableCell]) -> String { line(cells, isHeader: false) }

  private func line(_ cells: [TableCell], isHeader: Bool) -> String {
    guard !cells.isEmpty else { return "" }
    let shown = shown
    var line = ""
    for (place, column) in shown.enumerated() {
      if place > 0 { line += Self.gapBetween }
      guard let column else {
        line += "…"
        continue
      }
      let cell = cells[column]
      let text = isHeader ? names[column] : cell.text
      let cut = isLimited ? TextWidth.cut(text, widths[column]) : text
      let pad = String(repeating: " ", count: max(0, widths[column] - TextWidth.of(cut)))
      let styled = isHeader ? style.bold(cut) : cell.isNull ? style.dim(cut) : cut
      if areNumbers[column] {
        line += pad + styled
      } else {
        line += place == shown.count - 1 ? styled : styled + pad
      }
    }
    return line + "\n"
  }

  /// The columns that are written; `nil` stands for those left out.
  private var shown: [Int?] {
    guard !hidden.isEmpty else { return names.indices.map { $0 } }
    return names.indices.prefix(hidden.lowerBound).map { $0 } + [nil]
      + names.indices.suffix(names.count - hidden.upperBound).map { $0 }
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Narrows the widest text columns, a step at a time, until the line fits or nothing can give.
  private static func shrink(_ widths: inout [Int], to width: Int, areNumbers: [Bool]) {
    var excess = total(widths) - width
    while excess > 0 {
      let texts = widths.indices.filter { !areNumbers[$0] && widths[$0] > narrowest }
      guard let widest = texts.map({ widths[$0] }).max() else { return }
      let widestOnes = texts.filter { widths[$0] == widest }
      let next = texts.map { widths[$0] }.filter { $0 < widest }.max() ?? narrowest
      let step = max(1, min(widest - next, excess / widestOnes.count))
      for column in widestOnes where excess > 0 {
        widths[column] -= step
        excess -= step
      }
    }
  }

  /// The columns to leave out from the middle, so that the first ones and the last one stay.
  private static func hidden(_ widths: [Int], _ width: Int) -> Range<Int> {
    guard total(widths) > width, widths.count > 2 else { return 0..<0 }
    for first in stride(from: widths.count - 2, through: 1, by: -1) {
      let kept = Array(widths[..<first]) + [1, widths[widths.count - 1]]
      if total(kept) <= width { return first..<widths.count - 1 }
    }
    return 1..<widths.count
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + max(0, widths.count - 1) * gapBetween.count
  }
}

extension ColumnType {
  /// Whether values line up at their right ends.
  var isNumber: Bool { self == .integer || self == .real }
}
