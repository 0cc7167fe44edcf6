/// The marks of one row of a chart: a cell a column, of which later marks cover earlier ones.
struct TextPlot {
  private var cells: [(sign: Character, paint: TextPaint?)]

  init(width: Int) { cells = Array(repeating: (" ", nil), count: width) }

  var width: Int { cells.count }

  /// A sign in the column of a place from 0 to the width.
  mutating func put(_ sign: Character, at place: Double, _ paint: TextPaint?) {
    fill(sign, Int(place)..<Int(place) + 1, paint)
  }

  /// A sign in some columns; where that is beyond the edge, in the nearest ones.
  mutating func fill(_ sign: Character, _ columns: Range<Int>, _ paint: TextPaint?) {
    let first = min(max(columns.lowerBound, 0), max(width - 1, 0))
    let length = min(columns.count, width - first)
    for column in first..<first + max(length, 0) { cells[column] = (sign, paint) }
  }

  /// A bar of so many columns from the left, to an eighth of a column. What is known to be nothing is the
  /// thinnest bar: only what is not known has no mark.
  mutating func bar(_ length: Double, _ paint: TextPaint?) {
    let eighths = min(max(Int((length * 8).rounded()), 1), width * 8)
    fill("█", 0..<eighths / 8, paint)
    if eighths % 8 > 0 { put(Self.eighths[eighths % 8 - 1], at: Double(eighths / 8), paint) }
  }

  /// The sign of what is withheld, in place of a mark.
  mutating func withhold(at column: Int = 0) {
    for (place, sign) in FactWords.withheldSign.enumerated() {
      put(sign, at: Double(column + place), .muted)
    }
  }

  var line: TextLine {
    var line = TextLine()
    for cell in cells { line.append(String(cell.sign), cell.paint) }
    return line
  }

  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}
