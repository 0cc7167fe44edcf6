internal import Labels

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What was done to a survey's data, one row a step: `imports.csv`.
enum Ledger {
  static let columns = [
    "time", "action", "file", "sha256", "tool", "waves", "rows_in", "rows_out", "program",
  ]

  /// The row of a step.
  static func entry(
    _ action: String, at time: String, file: String = "", hash: String = "", tool: String = "",
    waves: [String] = [], rowsIn: Int? = nil, rowsOut: Int? = nil
  ) -> [(name: String, text: String)] {
    zip(
      columns,
      [
        time, action, file, hash, tool, waves.joined(separator: ";"),
        rowsIn.map(String.init) ?? "", rowsOut.map(String.init) ?? "", program,
      ]
    ).map { (name: $0, text: $1) }
  }

  /// The hash SHA-256 of a file, in base 16; empty if it cannot be read.
  static func hash(ofFile path: String) -> String {
    guard let data = FileManager.default.contents(atPath: path) else { return "" }
    return FileHash.sha256(Array(data))
  }

  /// The format of what is written.
  private static let program = "nyckeltal 0.1.0"
}
