/// A query that cannot be read or run, with the place in its text.
package struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, one sentence without a full stop.
  package var message: String
  /// Unicode scalars from the start of the text, from 1; `nil` when the place is not known.
  package var position: Int?
  /// What may be meant instead.
  package var hint: String?

  package init(_ message: String, at position: Int? = nil, hint: String? = nil) {
    self.message = message
    self.position = position
    self.hint = hint
  }

  package var description: String {
    var text = message
    if let position { text += " at character \(position)" }
    if let hint { text += "; \(hint)" }
    return text
  }
}
