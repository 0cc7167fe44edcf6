package import TableFiles

/// What formats leave open.
package struct ResultStyle: Sendable {
  /// Which CSV.
  package var dialect: CSVDialect
  /// The columns of the terminal that shows the results, into which tables are fitted; `nil` where
  /// everything is to be written.
  package var terminalWidth: Int?
  /// How words of a table stand out.
  package var text: TerminalStyle

  /// A style; the defaults are those of a file.
  package init(
    dialect: CSVDialect = .standard, terminalWidth: Int? = nil,
    text: TerminalStyle = TerminalStyle(hasColor: false)
  ) {
    self.dialect = dialect
    self.terminalWidth = terminalWidth
    self.text = text
  }
}
