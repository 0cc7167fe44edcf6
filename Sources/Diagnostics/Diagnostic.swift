/// A place in a file. Lines and columns count from 1; a column counts characters.
public struct SourceLocation: Hashable, Sendable {
  /// The file as the user would type it, relative to the workspace where there is one.
  public var file: String
  /// The line, or `nil` when the whole file is meant.
  public var line: Int?
  /// The column, or `nil` when the whole line is meant.
  public var column: Int?
  /// The cell of a spreadsheet as its program names it, `B7`; then there is no column.
  public var cell: String?

  /// Names a place; leave out what is not known.
  public init(file: String, line: Int? = nil, column: Int? = nil, cell: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.cell = cell
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, as editors and terminals link it; `file#sheet:B7` for a cell.
  public var description: String {
    if let cell { return "\(file):\(cell)" }
    var text = file
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    return text
  }
}

/// A problem in what a user gave us: where, what, why we think so, how to fix it.
///
/// The facts live in the fields; ``formatted(showingValue:)`` is the only place that words them.
/// `value` and `found` may hold answers of persons, so they are printed only on request, on the
/// terminal of whoever owns the file. They never enter `description`, logs or reports.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable, CaseIterable {
    /// The result would be wrong or is missing.
    case error
    /// The result stands, but a reader should know.
    case warning
    /// For information only.
    case note
  }

  /// How bad it is.
  public var severity: Severity
  /// A stable name of the kind of problem, such as `csv-type`.
  public var code: String
  /// Where it is.
  public var location: SourceLocation
  /// What is wrong, as one sentence without a full stop.
  public var message: String
  /// Why we think so.
  public var reason: String?
  /// Up to three ways out, with text that can be pasted. None of them is already applied.
  public var fixes: [String]
  /// The offending value. Personal data: see the type's discussion.
  public var value: String?

  /// What the file holds where something else was looked for: names of columns, labels of groups.
  /// Data as `value` is: a file that has lost its header has answers for names.
  public var found: [String]

  /// Message, reason and fixes in one language.
  public struct Wording: Hashable, Sendable {
    /// What is wrong, as one sentence without a full stop.
    public var message: String
    /// Why we think so.
    public var reason: String?
    /// Ways out.
    public var fixes: [String]

    /// Words in one language.
    public init(_ message: String, because reason: String? = nil, fixes: [String] = []) {
      self.message = message
      self.reason = reason
      self.fixes = fixes
    }
  }

  /// The words in Swedish, where the problem has them; the others are English.
  public var swedish: Wording?

  /// The same problem in Swedish, as far as it has the words.
  public var inSwedish: Diagnostic {
    guard let swedish else { return self }
    var diagnostic = self
    (diagnostic.message, diagnostic.reason) = (swedish.message, swedish.reason)
    diagnostic.fixes = swedish.fixes
    return diagnostic
  }

  /// Creates a diagnostic; at most three fixes are kept.
  public init(
    _ severity: Severity, _ code: String, at location: SourceLocation, _ message: String,
    because reason: String? = nil, fixes: [String] = [], value: String? = nil, found: [String] = []
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.message = message
    self.reason = reason
    self.fixes = Array(fixes.prefix(3))
    self.value = value
    self.found = found
  }

  /// The problem as text for people, one fact a line.
  ///
  /// - Parameters:
  ///   - showingValue: Whether what may be personal data is shown.
  ///   - inSwedish: Whether it is told in Swedish, as far as it has the words.
  /// - Returns: The text.
  public func formatted(showingValue: Bool = false, inSwedish: Bool = false) -> String {
    let told = inSwedish ? self.inSwedish : self
    let names = inSwedish ? ("rätta", "värde", "hittat") : ("fix", "value", "found")
    let kind = inSwedish ? severity.swedish : severity.rawValue
    var lines = ["\(location): \(kind)[\(code)]: \(told.message)"]
    if let reason = told.reason { lines.append("  \(reason)") }
    lines += told.fixes.map { "  \(names.0): \($0)" }
    if showingValue, let value { lines.append("  \(names.1): '\(value)'") }
    if showingValue, let list = shortList(of: found) { lines.append("  \(names.2): \(list)") }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic.Severity {
  /// What readers of Swedish call it.
  fileprivate var swedish: String {
    switch self {
    case .error: "fel"
    case .warning: "varning"
    case .note: "not"
    }
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The text without the value, safe to log.
  public var description: String { formatted() }
}
