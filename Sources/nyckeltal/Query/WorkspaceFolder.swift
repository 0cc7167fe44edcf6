internal import Diagnostics
internal import Query

/// Finds the workspace as the other commands do, without reading it.
enum WorkspaceFolder {
  private static let definitionFile = "nyckeltal.yaml"

  /// The folder of the workspace; `nil` when none is named and none lies here.
  ///
  /// - Throws: A diagnostic `no-workspace` when a folder is named that is none.
  static func find(named folder: String?) throws(Diagnostic) -> String? {
    guard let folder else {
      return [".", "datasets"].first { DataFiles.isFile($0 + "/" + definitionFile) }
    }
    guard DataFiles.isFile(folder + "/" + definitionFile) else {
      throw Diagnostic(
        .error, "no-workspace", at: SourceLocation(file: folder), "the folder is not a workspace",
        because: "it holds no \(definitionFile)",
        fixes: ["name another folder with --workspace", "leave --workspace out to query files"])
    }
    return folder
  }
}
