internal import Query
internal import TableFiles

/// The files that a workspace is read from: definitions and data beside its own definition, and all in the
/// folders of units. What is approved or has been published stands in neither.
package enum WorkspaceInputs {
  /// Their names in the folder of the workspace, folder by folder in the order of names.
  package static func names(in workspace: String) -> [String] {
    func files(_ path: String, _ depth: Int) -> [String] {
      let here = workspace + (path.isEmpty ? "" : "/" + path)
      let prefix = path.isEmpty ? "" : path + "/"
      let own = DataFiles.entries(of: here).filter {
        isRead($0) && DataFiles.isFile(here + "/" + $0)
      }
      guard depth > 0 else { return own.map { prefix + $0 } }
      let folders = DataFiles.folders(in: here).filter {
        !path.isEmpty || DataFiles.isFile("\(here)/\($0)/unit.yaml")
      }
      return own.map { prefix + $0 } + folders.flatMap { files(prefix + $0, depth - 1) }
    }
    return files("", 4)
  }

  private static func isRead(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return [".yaml", ".yml", ".gz", ".zst", ".tsv"].contains { lowered.hasSuffix($0) }
      || TableFile.holdsTable(name)
  }
}
