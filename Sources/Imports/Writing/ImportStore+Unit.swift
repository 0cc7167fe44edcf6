internal import Diagnostics
internal import Labels
internal import TableFiles

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension ImportStore {
  /// Makes the unit of a request, unless the workspace has it: a folder with its definition, and its place in the
  /// list of the workspace. It stands whole before the first answer is brought in, and stays when that is undone.
  ///
  /// - Returns: Whether it was made.
  /// - Throws: A problem with the system's reason; the list of the workspace is not changed.
  package func makeUnit(of request: ImportRequest) throws(ImportProblem) -> Bool {
    guard let unit = request.unit, let label = request.newUnit,
      try !WorkspaceFiles(workspace).units().contains(unit)
    else { return false }
    let definition = WorkspaceFiles(workspace).definition
    guard let bytes = WholeFolder.content(of: definition) else {
      throw ImportProblem(unreadable: definition, because: String(cString: strerror(errno)))
    }
    var list = YAMLText(String(decoding: bytes, as: UTF8.self), file: definition)
    try list.append([unit], to: "units")
    let folder = "\(workspace)/\(unit)"
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw ImportProblem(unwritable: folder, because: String(cString: strerror(errno)))
    }
    do throws(Diagnostic) {
      // One that stands there unlisted is somebody's: it is listed as it is.
      _ = try WholeFile.writeNew(
        Array("label: \(YAMLText.quoted(label))\n".utf8), to: "\(folder)/unit.yaml")
      // Last the list: a folder that it does not name is no unit.
      try WholeFile.write(Array(list.text.utf8), to: definition, isSynced: true)
    } catch {
      throw ImportProblem(unwritable: error)
    }
    return true
  }
}
