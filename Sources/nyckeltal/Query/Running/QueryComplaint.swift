internal import Query

/// A query error in the shape of all diagnostics, with the line of the query and a mark.
struct QueryComplaint {
  private let error: QueryError
  private let script: SQLScript
  private let width: Int

  init(_ error: QueryError, in script: SQLScript, width: Int) {
    self.error = error
    self.script = script
    self.width = width
  }

  /// The complaint as it is printed. A value is shown only where the owner of the data reads along: no
  /// log may hold one.
  func text(_ style: TextStyle, showingValue showsValue: Bool = false) -> String {
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
    return lines.joined(separator: "\n")
  }
}
