internal import Imports
internal import NIOCore
internal import Reports

/// A file of the pages themselves. Its address holds its hash, so that a browser may keep it for ever.
struct WebAsset: Sendable {
  let address: String
  let content: ByteBuffer
  let type: String

  init(_ name: String, _ suffix: String, _ text: String, _ type: String) {
    let hash = SHA256.digest(of: Array(text.utf8)).prefix(8).hexadecimal
    address = "/assets/\(name)-\(hash).\(suffix)"
    content = ByteBuffer(string: text)
    self.type = type
  }

  /// The style of pages that belong to no workspace.
  static let plain = WebAsset(
    "plain", "css", HTMLHost.plainStyleSheet + SiteStyle.text, "text/css; charset=utf-8")

  /// What completes words of SQL.
  static let completion = WebAsset(
    "completion", "js", CompletionScript.text, "text/javascript; charset=utf-8")

  /// What makes tables sortable and goals selectable.
  static let script = WebAsset(
    "reports", "js", HTMLHost.scriptText, "text/javascript; charset=utf-8")
}
