internal import Query
internal import TableFiles

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a file with rows of persons belongs to. Such files are neither published nor read by notebooks.
package enum PersonFile: Hashable, Sendable {
  /// A survey: it lies beside `survey.yaml`, or in a folder below.
  case survey
  /// A case log: it lies beside `cases.yaml`, or in a folder below.
  case caseLog
  /// A study of people measured before and after, which the unit's definition names.
  case study

  /// Finds out what a file belongs to; `nil` for one that holds no rows of persons.
  package init?(path: String) {
    let parts = TableFile.place(path).file.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    // A definition may name files in folders below its own.
    var folders = [folder]
    for count in stride(from: parts.count - 2, to: 0, by: -1) {
      folders.append(parts.prefix(count).joined(separator: "/"))
    }
    if folders.contains(where: { DataFiles.isFile($0 + "/survey.yaml") }) {
      self = .survey
    } else if folders.contains(where: { DataFiles.isFile($0 + "/cases.yaml") }) {
      self = .caseLog
    } else if let name = parts.last.map({ DataFiles.stem(String($0)) }),
      Self.studied(folder).contains(name)
    {
      self = .study
    } else {
      return nil
    }
  }

  /// The tables that the studies of a unit rest on.
  private static func studied(_ folder: String) -> [String] {
    let definition = folder + "/unit.yaml"
    guard DataFiles.isFile(definition) else { return [] }
    let node = DefinitionFile.read(definition, named: definition, problems: ProblemCollector())
    return (node?.list("before_after") ?? []).compactMap { $0.text("table") }
  }

  private static let depth = 4

  /// The files beside the definitions of surveys and case logs, those that these name elsewhere, and the
  /// tables of before-after studies, each with its path from where that of the workspace starts.
  ///
  /// - Parameter folder: The folder of the workspace.
  /// - Returns: The files; one may stand there more than once.
  package static func all(inWorkspace folder: String) -> [(path: String, kind: PersonFile)] {
    all(in: folder, depth)
  }

  private static func all(
    in folder: String, _ depth: Int
  ) -> [(path: String, kind: PersonFile)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var files: [(path: String, kind: PersonFile)] = []
    func add(_ kind: PersonFile, _ names: [String]) {
      files += names.map { (folder + "/" + $0, kind) }
    }
    func definition(_ name: String) -> DefinitionNode? {
      guard names.contains(name) else { return nil }
      let path = folder + "/" + name
      return DefinitionFile.read(path, named: path, problems: ProblemCollector())
    }
    if names.contains("survey.yaml") {
      let node = definition("survey.yaml")
      add(
        .survey,
        names + ["responses", "invitations", "population"].flatMap { node?.texts($0) ?? [] })
    }
    if names.contains("cases.yaml") {
      add(.caseLog, names + [definition("cases.yaml")?.text("data")].compactMap(\.self))
    }
    for study in definition("unit.yaml")?.list("before_after") ?? [] {
      guard let table = study.text("table") else { continue }
      add(.study, names.filter { $0.hasPrefix(table + ".") && TableFile.holdsTable($0) })
    }
    guard depth > 0 else { return files }
    // What is no folder has no entries.
    return files
      + names.filter { !$0.hasPrefix(".") && !TableFile.holdsTable($0) }.sorted()
      .flatMap { all(in: folder + "/" + $0, depth - 1) }
  }
}
