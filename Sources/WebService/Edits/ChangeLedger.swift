internal import Diagnostics
internal import TableFiles

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What forms have changed in a workspace, a row a field: `ledger/edits.csv`. The folder is no unit's, so that
/// reports do not read it.
struct ChangeLedger: Sendable {
  /// A change of one field.
  struct Entry: Hashable, Sendable {
    var time: String
    var account: String
    var file: String
    var row: String
    var column: String
    var before: String
    var after: String
  }

  private let folder: String
  private var path: String { folder + "/edits.csv" }

  /// The ledger of a workspace.
  init(_ workspace: String) { folder = workspace + "/ledger" }

  private static let columns = ["time", "account", "file", "row", "column", "before", "after"]

  /// Adds entries at the end. The lock of the workspace keeps others away meanwhile.
  ///
  /// - Throws: A diagnostic with the system's reason; the ledger is as it was.
  func add(_ entries: [Entry]) throws(Diagnostic) {
    guard !entries.isEmpty else { return }
    var bytes = FileManager.default.contents(atPath: path).map { Array($0) } ?? []
    var writer = CSVWriter()
    if bytes.isEmpty {
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      writer.append(fields: Self.columns)
    }
    for entry in entries {
      writer.append(
        fields: [
          entry.time, entry.account, entry.file, entry.row, entry.column, entry.before, entry.after,
        ].map { $0.isEmpty ? nil : $0 })
    }
    bytes += writer.bytes
    try WholeFile.write(bytes, to: path)
  }

  /// The bytes of the ledger; nothing where nothing was changed.
  var bytes: [UInt8] { FileManager.default.contents(atPath: path).map { Array($0) } ?? [] }
}
