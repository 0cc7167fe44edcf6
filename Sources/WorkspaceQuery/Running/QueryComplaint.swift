internal import Diagnostics
package import Query
internal import TextLayout

/// A query error in the shape of all diagnostics, with the line of the query and a mark.
package struct QueryComplaint {
  private let error: QueryError
  private let script: SQLScript
  private let width: Int

  /// A complaint, in lines of at most some columns.
  package init(_ error: QueryError, in script: SQLScript, width: Int) {
    self.error = error
    self.script = script
    self.width = width
  }

  /// The complaint in lines.
  ///
  /// - Parameters:
  ///   - style: How the word `error` stands out.
  ///   - showsValue: Whether the owner of the data reads along; no log may hold a value.
  /// - Returns: The text, without a line end.
  package func text(_ style: TerminalStyle, showingValue showsValue: Bool = false) -> String {
    var place = script.file.map { $0 + ":" } ?? ""
    if script.file != nil, let at = error.lineAndColumn(in: script.text) {
      place += "\(at.line):\(at.column):"
    }
    if !place.isEmpty { place += " " }
    var lines = [place + style.error("error[query]:") + " " + error.message]
    if let excerpt = error.excerpt(of: script.text, width: width) {
      lines += excerpt.split(separator: "\n").map(String.init)
    }
    if let origin = error.origin { lines.append("  " + origin) }
    if let hint = error.hint { lines.append("  fix: " + hint) }
    if showsValue, let value = error.value {
      lines.append("  value: '\(TextWidth.cut(TextWidth.visible(value), max(20, width - 11)))'")
    }
    if showsValue, let list = shortList(of: error.found.map(TextWidth.visible)) {
      lines.append("  found: \(list)")
    }
    return lines.joined(separator: "\n")
  }
}
