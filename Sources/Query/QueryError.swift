/// A query that cannot be read or run, with the place in its text.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, one sentence without a full stop. Never holds values of rows.
  public var message: String
  /// Unicode scalars from the start of the text, from 1; `nil` when the place is not known.
  public var position: Int?
  /// What may be meant instead.
  public var hint: String?
  /// The value of a row that cannot be used, for the terminal of whoever owns the data only: it may
  /// be personal and stays out of logs, messages and descriptions.
  package var value: String?
  /// Where that value stands: `row 3 of "visits.csv", column 'age'`.
  package var origin: String?

  /// The columns of a file, where another was looked for. Data as `value` is: a file that has lost its
  /// header has answers for names.
  package var found: [String] = []

  /// An error by its parts.
  public init(_ message: String, at position: Int? = nil, hint: String? = nil) {
    self.message = message
    self.position = position
    self.hint = hint
  }

  /// The message with place and hint, on one line.
  public var description: String {
    var text = message
    if let position { text += " at character \(position)" }
    if let hint { text += "; \(hint)" }
    return text
  }
}
