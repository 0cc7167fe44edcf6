internal import CXLSXWriter

/// How a cell looks.
package struct CellStyle: Hashable {
  /// A style as a workbook knows it.
  package struct ID: Hashable {
    let number: Int32
    /// The usual looks.
    package static let plain = ID(number: -1)
  }

  /// How Excel writes a number; `nil` for its usual way.
  package var number: NumberFormat?
  /// Points; `nil` for the usual size.
  package var size: Double?
  /// 0xRRGGBB.
  package var colour: Int32?
  /// The ground, 0xRRGGBB.
  package var fill: Int32?
  package var isBold = false
  package var isItalic = false
  package var isLink = false
  package var wraps = false
  package var isRight = false
  package var hasLineAbove = false
  package var hasLineBelow = false
  package var indent = 0

  /// The usual looks.
  package init() {}

  func add(to book: OpaquePointer) -> Int32 {
    var format = CXLSXFormat()
    format.size = size ?? 0
    format.colour = colour ?? -1
    format.fill = fill ?? -1
    format.is_bold = isBold ? 1 : 0
    format.is_italic = isItalic ? 1 : 0
    format.is_link = isLink ? 1 : 0
    format.wraps = wraps ? 1 : 0
    format.is_right = isRight ? 1 : 0
    format.has_line_above = hasLineAbove ? 1 : 0
    format.has_line_below = hasLineBelow ? 1 : 0
    format.indent = UInt8(clamping: indent)
    guard let number else { return cxlsx_add_format(book, &format) }
    return number.code.withCString {
      format.number = $0
      return cxlsx_add_format(book, &format)
    }
  }
}

/// How a spreadsheet writes a number: Excel's code for it, in which signs of decimals and thousands are
/// those of its reader's language.
package struct NumberFormat: Hashable {
  /// Excel's code.
  package let code: String

  private init(code: String) { self.code = code }

  /// A day, `2023-08-31`.
  package static let day = NumberFormat(code: "yyyy-mm-dd")
  /// A moment to the second.
  package static let moment = NumberFormat(code: "yyyy-mm-dd hh:mm:ss")
  /// A moment to the millisecond, which is as exact as Excel is.
  package static let exactMoment = NumberFormat(code: "yyyy-mm-dd hh:mm:ss.000")
  /// A number that is a name, such as a year: without signs of thousands.
  package static let name = NumberFormat(code: "0")

  /// A percentage without decimals, and a number as it is.
  package static let percent = NumberFormat(code: "0%")
  package static let general = NumberFormat(code: "General")
  /// The same on a part of a bar: nothing for none, or for one that is too short for it.
  package static let percentOrNothing = NumberFormat(code: "[<0.06]\"\";0%")
  package static let countOrNothing = NumberFormat(code: "[=0]\"\";#,##0")

  /// What a number is written as.
  package enum Kind: Hashable {
    case number, percent
    /// One digit before the point and a power of ten.
    case scientific
    /// The words alone: the number is in the cell, and what is read says it otherwise, such as `< 0.001`.
    case words
  }

  /// A number with words around it; `nil` where the words are longer than the library takes, or hold what
  /// no format may.
  ///
  /// - Parameters:
  ///   - kind: What it is.
  ///   - decimals: How many decimals it always has.
  ///   - isSigned: Whether a plus stands before a number above 0.
  ///   - isNegative: Whether a number below 0 is meant: its sign stands behind the words before it.
  ///   - before: Words before it.
  ///   - behind: Words behind it.
  package init?(
    _ kind: Kind, decimals: Int = 0, isSigned: Bool = false, isNegative: Bool = false,
    before: String = "", behind: String = ""
  ) {
    guard !(before + behind).unicodeScalars.contains(where: { $0.value < 0x20 }) else { return nil }
    let places = decimals > 0 ? "." + String(repeating: "0", count: min(decimals, 30)) : ""
    let core =
      switch kind {
      case .number: "#,##0" + places
      case .percent: "0" + places + "%"
      case .scientific: "0" + places + "E+0"
      case .words: ""
      }
    let (start, end) = (Self.quoted(before), Self.quoted(behind))
    let positive = start + (isSigned ? "+" : "") + core + end
    // A sign comes before the words that stand before a number, unless the format says otherwise.
    let needsParts = isSigned || isNegative && !start.isEmpty
    let code =
      needsParts && kind != .words
      ? "\(positive);\(start)-\(core)\(end);\(start)\(isSigned ? "\"±\"" : "")\(core)\(end)"
      : positive
    guard code.utf8.count <= Self.longest else { return nil }
    self.init(code: code.isEmpty ? "General" : code)
  }

  /// What libxlsxwriter keeps of a code.
  private static let longest = 127

  private static func quoted(_ words: String) -> String {
    guard !words.isEmpty else { return "" }
    let parts = words.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.map { $0.isEmpty ? "" : "\"\($0)\"" }.joined(separator: "\\\"")
  }
}
