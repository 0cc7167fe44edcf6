internal import Diagnostics
internal import Labels
internal import TableFiles
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The definition files of a workspace, made and added to.
package struct WorkspaceFiles {
  private let folder: String

  package init(_ folder: String) { self.folder = folder }

  /// Its definition.
  var definition: String { "\(folder)/\(WorkspaceLoader.definitionFile)" }

  /// Whether there is a workspace.
  package var isThere: Bool { FileManager.default.fileExists(atPath: definition) }

  /// The units of the workspace.
  ///
  /// - Throws: A problem if the folder is no workspace.
  package func units() throws(ImportProblem) -> [String] {
    guard let data = FileManager.default.contents(atPath: definition) else {
      throw ImportProblem(
        .error, "no-workspace", at: SourceLocation(file: folder),
        Label("mappen är ingen arbetsyta", "the folder is no workspace"),
        because: Label(
          "den har ingen \(WorkspaceLoader.definitionFile)",
          "it holds no \(WorkspaceLoader.definitionFile)"),
        fixes: [
          Label("gör en: nyckeltal init MAPP", "make one: nyckeltal init FOLDER"),
          Label("ange en annan med --workspace", "name another with --workspace"),
        ])
    }
    let root = try YAMLText(String(decoding: data, as: UTF8.self), file: definition).root()
    let list = root["units"]
    let names = list?.sequence?.compactMap(\.scalar) ?? list?.scalar.map { [$0] } ?? []
    // Whatever a definition says, no step leads out of its workspace.
    return names.filter(Identifier.isValid)
  }

  /// Makes a workspace with one unit. The definition comes last: until it is there, there is no workspace.
  ///
  /// - Parameters:
  ///   - title: What the workspace is called.
  ///   - unit: What the unit is called; its folder gets a plain form of it.
  ///   - year: The year that reports are about.
  /// - Returns: The name of the unit's folder.
  /// - Throws: A problem if there is a workspace, or it cannot be written.
  package func make(title: String, unit: String, year: Int) throws(ImportProblem) -> String {
    if isThere {
      throw ImportProblem(
        .error, "import-workspace", at: SourceLocation(file: folder),
        Label("här finns redan en arbetsyta", "there is a workspace already"),
        fixes: [
          Label(
            "läs in en fil i den: nyckeltal import FIL -w \(folder.quotedForShell)",
            "bring a file into it: nyckeltal import FILE -w \(folder.quotedForShell)")
        ])
    }
    let id = unit.asIdentifier ?? "enhet"
    guard WholeFolder.make("\(folder)/\(id)", isSynced: true) else {
      throw ImportProblem(unwritable: folder, because: WholeFolder.reason)
    }
    do throws(Diagnostic) {
      try write("label: \(YAMLText.quoted(unit))\n", to: "\(id)/unit.yaml")
      try write(
        "unit,label_en,dimension,factor\nprocent,per cent,share,1\n", to: "measurement-units.csv")
      try write(
        """
        # A workspace of nyckeltal: `nyckeltal check` says what is wrong in it.
        title: \(YAMLText.quoted(title))
        year: \(year)
        units: [\(id)]

        """, to: WorkspaceLoader.definitionFile)
    } catch {
      throw ImportProblem(unwritable: error)
    }
    return id
  }

  /// Writes a file whole, if it is not there.
  private func write(_ text: String, to name: String) throws(Diagnostic) {
    let path = "\(folder)/\(name)"
    guard !FileManager.default.fileExists(atPath: path) else { return }
    try WholeFile.write(Array(text.utf8), to: path, isSynced: true)
  }
}
