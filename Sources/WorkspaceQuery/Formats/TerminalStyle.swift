/// Signs that a terminal shows as weight or colour.
package struct TerminalStyle: Hashable, Sendable {
  package var hasColor: Bool

  package init(hasColor: Bool) {
    self.hasColor = hasColor
  }

  func bold(_ text: String) -> String { wrapped(text, "1") }
  func dim(_ text: String) -> String { wrapped(text, "2") }
  func error(_ text: String) -> String { wrapped(text, "1;31") }

  private func wrapped(_ text: String, _ code: String) -> String {
    hasColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
