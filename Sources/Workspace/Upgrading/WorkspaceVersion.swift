internal import Diagnostics

/// The form that the definitions of a workspace are written in, `version` in `nyckeltal.yaml`.
///
/// Version 1 is the first that has a number. What was written before has none, and is read as version 1 where
/// it is of that form; ``WorkspaceUpgrade`` says what of it is not.
enum WorkspaceVersion {
  static let current = 1

  /// The version that a workspace states; `nil` where it states none.
  ///
  /// - Throws: A diagnostic `workspace-version` for what is no version, or one that is not known yet.
  static func stated(_ root: DefinitionNode) throws(Diagnostic) -> Int? {
    guard let node = root["version"] else { return nil }
    guard let text = node.text, let version = Int(text), version > 0 else {
      throw Diagnostic(
        .error, "workspace-version", at: node.location, "the version of the workspace is no number",
        because: "versions are whole numbers from 1", fixes: ["version: \(current)"])
    }
    guard version <= current else {
      throw Diagnostic(
        .error, "workspace-version", at: node.location,
        "the workspace has version \(version), and this program reads no later one than \(current)",
        because: "what a later version means is not known here",
        fixes: ["use a newer nyckeltal", "see nyckeltal --version"])
    }
    return version
  }
}
