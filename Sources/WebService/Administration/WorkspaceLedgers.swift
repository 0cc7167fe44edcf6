internal import Indicators
internal import Surveys
internal import TableFiles
internal import Tables
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What was done to a workspace: imports by survey and case log, and what forms have changed.
struct WorkspaceLedgers {
  /// A step.
  struct Step: Hashable, Sendable {
    var time: String
    var account: String
    var place: String
    var action: String
    var detail: String
  }

  /// All steps, the newest first.
  static func steps(of workspace: LoadedWorkspace) -> [Step] {
    let folders = workspace.units.flatMap { unit in
      unit.surveys.map(\.definition.id) + unit.caseLogs.map(\.definition.id)
    }
    let imports = folders.flatMap { folder in
      rows("\(workspace.folder)/\(folder)/imports.csv").map { row in
        Step(
          time: row["time"] ?? "", account: "", place: folder, action: row["action"] ?? "",
          detail: ["file", "waves", "rows_out"].compactMap { row[$0] }.joined(separator: " · "))
      }
    }
    let edits = rows("\(workspace.folder)/ledger/edits.csv").map { row in
      Step(
        time: row["time"] ?? "", account: row["account"] ?? "",
        place: "\(row["file"] ?? ""), \(row["row"] ?? "")", action: "edit",
        detail: "\(row["column"] ?? ""): \(row["before"] ?? "–") → \(row["after"] ?? "–")")
    }
    return (imports + edits).sorted { $0.time > $1.time }
  }

  private static func rows(_ path: String) -> [[String: String]] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let first = CSVReader.read(
      bytes: Array(data), named: path, options: CSVOptions(hasHeader: true, missingWords: []))
    let names = first.table.schema.names
    return first.table.rows.map { row in
      Dictionary(
        names.compactMap { name in row.text(name).map { (name, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
  }
}
