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

  func text(_ style: TextStyle) -> String {
    var place = script.file.map { $0 + ":" } ?? ""
    if script.file != nil, let at = error.lineAndColumn(in: script.text) {
      place += "\(at.line):\(at.column):"
    }
    if !place.isEmpty { place += " " }
    var lines = [place + style.error("error[query]:") + " " + error.message]
    if let excerpt = error.excerpt(of: script.text, width: width) {
      lines += excerpt.split(separator: "\n").map(String.init)
    }
    if let hint = error.hint { lines.append("  fix: " + hint) }
    return lines.joined(separator: "\n")
  }
}
