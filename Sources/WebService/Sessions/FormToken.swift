internal import Imports

/// What a form of ours carries and one of another site cannot know: a code over the visitor's cookie, under a
/// key that only this process has.
struct FormToken: Sendable {
  private let key = SecretBytes.random(32)

  /// The token of the forms of a visitor.
  func text(for visitor: String) -> String {
    SHA256.code(of: Array(visitor.utf8), key: key).hexadecimal
  }

  /// Whether a token belongs to a visitor.
  func matches(_ text: String, visitor: String) -> Bool {
    SecretBytes.areEqual(Array(text.utf8), Array(self.text(for: visitor).utf8))
  }
}
