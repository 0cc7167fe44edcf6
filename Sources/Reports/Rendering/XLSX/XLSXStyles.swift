internal import Spreadsheets
internal import Tables

/// The looks of a report's workbook, in the colours of its other formats.
struct XLSXStyles {
  private let workbook: Workbook
  private static let ink = colour(.ink)
  private static let muted = colour(.muted)

  /// Rows of large letters, in points.
  static let titleHeight = 26.0
  static let headingHeight = 20.0

  init(_ workbook: Workbook) { self.workbook = workbook }

  /// A paint on a light ground, as a number.
  static func colour(_ paint: ChartPaint) -> Int32 {
    Int32(paint.light.dropFirst(), radix: 16) ?? 0
  }

  private func style(_ change: (inout CellStyle) -> Void) -> CellStyle.ID {
    var style = CellStyle()
    change(&style)
    return workbook.style(style)
  }

  var title: CellStyle.ID {
    style {
      $0.size = 16
      $0.isBold = true
      $0.colour = Self.ink
    }
  }
  var subtitle: CellStyle.ID { style { $0.colour = Self.muted } }
  var heading: CellStyle.ID {
    style {
      $0.size = 13
      $0.isBold = true
      $0.colour = Self.ink
    }
  }
  var subheading: CellStyle.ID { style { $0.isBold = true } }
  var wrapped: CellStyle.ID { style { $0.wraps = true } }
  var note: CellStyle.ID {
    style {
      $0.wraps = true
      $0.isItalic = true
      $0.colour = Self.muted
    }
  }
  var link: CellStyle.ID {
    style {
      $0.isLink = true
      $0.wraps = true
      $0.colour = 0x0B5A94
    }
  }
  /// It stands in a narrow column and may reach into the next.
  var backLink: CellStyle.ID {
    style {
      $0.isLink = true
      $0.colour = 0x0B5A94
    }
  }
  var header: CellStyle.ID { header(isRight: false) }

  func header(isRight: Bool) -> CellStyle.ID {
    style {
      $0.isBold = true
      $0.wraps = true
      $0.hasLineBelow = true
      $0.fill = 0xF0F3F5
      $0.isRight = isRight
      // What stands to the right of a figure starts apart from it.
      $0.indent = isRight ? 1 : 0
    }
  }

  /// Writes a value, in the looks that belong to it.
  func write(
    _ value: XLSXValue, on sheet: Sheet, row: Int, column: Int, isRight: Bool = false,
    isTotal: Bool = false, indent: Int = 0
  ) {
    let style = cell(
      value.format, isRight: isRight && value.format != .name, isTotal: isTotal,
      isMuted: value.isMuted, indent: indent)
    switch value.content {
    case .number(let number): sheet.number(number, row: row, column: column, style: style)
    case .day(let day): sheet.day(day.daysSince1970, row: row, column: column, style: style)
    case .text: sheet.text(value.shown, row: row, column: column, style: style)
    case .nothing: sheet.blank(row: row, column: column, style: style)
    }
  }

  /// A cell of a table.
  func cell(
    _ number: NumberFormat? = nil, isRight: Bool, isTotal: Bool, isMuted: Bool = false,
    indent: Int = 0
  ) -> CellStyle.ID {
    style {
      $0.number = number
      $0.isRight = isRight
      $0.wraps = number == nil
      $0.isBold = isTotal
      $0.hasLineAbove = isTotal
      $0.indent = isRight ? 1 : indent
      if isMuted { $0.colour = Self.muted }
    }
  }
}
