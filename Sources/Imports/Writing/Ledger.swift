internal import Labels

/// What was done to a survey's data, one row a step: `imports.csv`.
///
/// Each row tells the file and its hash, the rows that went in and out, whose key made the pseudonyms, and what the
/// data were afterwards, so that it can be proved that nothing else has changed them.
struct Ledger {
  private(set) var table: TextTable

  private static let columns = [
    "time", "action", "file", "sha256", "tool", "waves", "rows_in", "rows_out", "program", "survey",
    "key", "rows", "data_sha256",
  ]

  /// A step.
  struct Entry {
    var action: String
    var time: String
    var file = ""
    var hash = ""
    var tool = ""
    var waves: [String] = []
    var rowsIn: Int?
    var rowsOut: Int?
    /// The check value of the key that makes the survey's pseudonyms, where this step made some.
    var key: String?
    /// The name of the survey that goes into them.
    var survey: String?
  }

  init(_ table: TextTable? = nil) { self.table = table ?? TextTable(Self.columns) }

  /// Adds a step, after which the data are as given.
  mutating func add(_ entry: Entry, data: (rows: Int, hash: String)?) {
    let texts = [
      entry.time, entry.action, entry.file, entry.hash, entry.tool,
      entry.waves.joined(separator: ";"), entry.rowsIn.map(String.init) ?? "",
      entry.rowsOut.map(String.init) ?? "", Self.program, entry.survey ?? survey ?? "",
      entry.key ?? key ?? "", data.map { String($0.rows) } ?? "", data?.hash ?? "",
    ]
    table.add(zip(Self.columns, texts).map { (name: $0, text: $1) })
  }

  /// Leaves out some names of files that were brought in; their hashes stay.
  ///
  /// - Returns: Whether there were any.
  mutating func removeFileNames(where isRemoved: (String) -> Bool) -> Bool {
    guard let column = table.column("file") else { return false }
    let before = table
    for row in table.rows.indices where isRemoved(table.rows[row][column]) {
      table.rows[row][column] = ""
    }
    return table != before
  }

  /// The check value of the key that made the survey's pseudonyms; `nil` where none did, or it is not known.
  var key: String? { last("key") }

  /// What the survey was called when its first pseudonyms were made: its folder may have another name by now.
  var survey: String? { last("survey") }

  private func last(_ column: String) -> String? {
    table.rows.last { !table.text($0, column).isEmpty }.map { table.text($0, column) }
  }

  /// A value of the last step.
  func lastStep(_ column: String) -> String? {
    table.rows.last.map { table.text($0, column) }
  }

  var bytes: [UInt8] { table.bytes }

  /// The format of what is written.
  private static let program = "nyckeltal 0.1.0"
}
