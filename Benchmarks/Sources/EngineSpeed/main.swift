import Foundation
import Query

// Times queries over one loaded table: EngineSpeed FILE.csv QUERIES.sql [THREADS]
//
// The file is loaded as the table `answers`; the queries are separated by semicolons. Prints the
// seconds of each query, one a line.

let arguments = CommandLine.arguments
guard arguments.count >= 3, let script = try? read(arguments[2]) else {
  print("usage: EngineSpeed FILE.csv QUERIES.sql [THREADS]")
  exit(2)
}
let options = QueryOptions(threads: arguments.count > 3 ? Int(arguments[3]) : nil)
let database = try Database().keeping(
  "SELECT * FROM \"\(arguments[1])\"", as: "answers", options)
let clock = ContinuousClock()
for sql in script.split(separator: ";") where sql.contains(where: { !$0.isWhitespace }) {
  let duration = try clock.measure { _ = try database.query(String(sql), options) }
  print(Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
}

/// The text of a file.
func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
