internal import Diagnostics
internal import Labels
internal import TableFiles

/// Proves the ledgers of a workspace against its data: the last step told what it wrote, and that is what must be
/// there. What was changed by hand since then is told; it is no fault.
package enum LedgerProof {
  /// What does not agree.
  ///
  /// - Parameters:
  ///   - workspace: Its folder.
  ///   - unit: One unit; `nil` for all.
  /// - Returns: A problem for each survey or log that is not as its last step left it.
  package static func problems(of workspace: String, unit: String?) -> [ImportProblem] {
    let units = (try? WorkspaceFiles(workspace).units()) ?? []
    return units.filter { unit == nil || $0 == unit }.flatMap { unit in
      [SurveyFolder.definitionFile, CasePlan.definitionFile].flatMap { definition in
        SurveyFolder.surveys(of: "\(workspace)/\(unit)", definition: definition).compactMap {
          do throws(ImportProblem) {
            return try problem(in: "\(workspace)/\(unit)/\($0)", named: "\(unit)/\($0)", definition)
          } catch {
            return error
          }
        }
      }
    }
  }

  private static func problem(
    in folder: String, named name: String, _ definition: String
  ) throws(ImportProblem) -> ImportProblem? {
    guard let table = try TextTable(folder, SurveyFolder.ledgerFile) else { return nil }
    let ledger = Ledger(table)
    let file =
      definition == CasePlan.definitionFile ? CasePlan.dataFile : SurveyFolder.responsesFile
    guard let hash = ledger.lastStep("data_sha256"), !hash.isEmpty else { return nil }
    let written = Int(ledger.lastStep("rows") ?? "") ?? 0
    let place = SourceLocation(file: "\(name)/\(file)")
    guard let bytes = WholeFolder.content(of: "\(folder)/\(file)") else {
      return ImportProblem(
        .warning, "ledger", at: place,
        Label(
          "filen finns inte eller går inte att läsa", "the file is not there or cannot be read"),
        because: Label(
          "det senaste steget i \(SurveyFolder.ledgerFile) skrev \(count(written).swedish)",
          "the last step in \(SurveyFolder.ledgerFile) wrote \(count(written).english)"),
        fixes: [Label("hämta den från en säkerhetskopia", "get it from a backup")])
    }
    guard FileHash.sha256(bytes) != hash else { return nil }
    let rows = try TextTable(bytes: bytes, named: "\(name)/\(file)").rows.count
    let step = ledger.lastStep("time") ?? ""
    return ImportProblem(
      .note, "ledger", at: place,
      Label(
        "filen är ändrad för hand sedan det senaste steget, \(step)",
        "the file was changed by hand since the last step, \(step)"),
      because: rows == written
        ? Label(
          "den har lika många rader som då: \(count(rows).swedish)",
          "it has as many rows as then: \(count(rows).english)")
        : Label(
          "då hade den \(count(written).swedish), nu \(count(rows).swedish)",
          "it had \(count(written).english) then, and \(count(rows).english) now"))
  }

  private static func count(_ rows: Int) -> Label {
    Label(rows == 1 ? "1 rad" : "\(rows) rader", rows == 1 ? "1 row" : "\(rows) rows")
  }
}
