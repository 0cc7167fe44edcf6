internal import CXLSXWriter

/// A native chart of figures that stand in a sheet: labels in a column, each series in another, with its
/// name above.
package struct SheetChart {
  package enum Kind: Hashable {
    case bars, stackedBars, fullBars, columns, lines

    var code: Int {
      switch self {
      case .bars: CXLSX_BARS
      case .stackedBars: CXLSX_STACKED_BARS
      case .fullBars: CXLSX_FULL_BARS
      case .columns: CXLSX_COLUMNS
      case .lines: CXLSX_LINES
      }
    }
  }

  /// Figures that belong together.
  package struct Series {
    package var column: Int
    /// 0xRRGGBB.
    package var colour: Int32
    package var isDashed = false
    package var hasNoDots = false
    /// How figures are written beside their marks; `nil` for not.
    package var labels: NumberFormat?
    package var labelColour: Int32 = 0

    /// A series in a column.
    package init(column: Int, colour: Int32) {
      self.column = column
      self.colour = colour
    }
  }

  package var kind: Kind
  package var title: String
  /// What it shows, in words.
  package var description: String
  /// The sheet of the figures.
  package var data: Sheet
  package var rows: ClosedRange<Int>
  package var labelColumn: Int
  package var series: [Series]
  package var numbers: NumberFormat
  /// The end of the axis; `nil` for what fits.
  package var maximum: Double?
  package var width = 760
  package var height = 320

  /// A chart.
  package init(
    _ kind: Kind, title: String, description: String, data: Sheet, rows: ClosedRange<Int>,
    labelColumn: Int, series: [Series], numbers: NumberFormat
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.data = data
    self.rows = rows
    self.labelColumn = labelColumn
    self.series = series
    self.numbers = numbers
  }

  /// What libxlsxwriter keeps of a description is 2080 bytes.
  static let longestDescription = 500
}

extension Sheet {
  /// Draws a chart whose upper left corner lies on a cell.
  package func add(_ chart: SheetChart, row: Int, column: Int) {
    // Strings live as long as the call: they are duplicated, and freed behind it.
    var strings: [UnsafeMutablePointer<CChar>] = []
    defer { for string in strings { string.deallocate() } }
    func kept(_ text: String) -> UnsafePointer<CChar> {
      let bytes = text.utf8CString
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      bytes.withUnsafeBufferPointer {
        copy.initialize(from: $0.baseAddress ?? UnsafePointer(copy), count: $0.count)
      }
      strings.append(copy)
      return UnsafePointer(copy)
    }
    var drawn = CXLSXChart()
    drawn.kind = Int32(chart.kind.code)
    drawn.title = kept(SpreadsheetText(chart.title, longest: 255).text)
    drawn.description = kept(
      SpreadsheetText(chart.description, longest: SheetChart.longestDescription).text)
    drawn.sheet = kept(chart.data.name)
    drawn.number = kept(chart.numbers.code)
    drawn.maximum = chart.maximum ?? 0
    drawn.has_maximum = chart.maximum == nil ? 0 : 1
    drawn.has_legend = chart.series.count > 1 ? 1 : 0
    drawn.width = UInt16(clamping: chart.width)
    drawn.height = UInt16(clamping: chart.height)
    let series = chart.series.map { one in
      var series = CXLSXSeries()
      series.first_row = UInt32(chart.rows.lowerBound)
      series.last_row = UInt32(chart.rows.upperBound)
      series.labels = UInt16(chart.labelColumn)
      series.figures = UInt16(one.column)
      series.colour = one.colour
      series.is_dashed = one.isDashed ? 1 : 0
      series.has_no_dots = one.hasNoDots ? 1 : 0
      series.label_number = one.labels.map { kept($0.code) }
      series.label_colour = one.labelColour
      return series
    }
    cxlsx_add_chart(
      workbook.book, index, UInt32(row), UInt16(column), &drawn, series, Int32(series.count))
  }
}
