import Foundation
import Query
import Tables
import Testing

/// A query with what it must give.
struct SQLCase: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable {
    /// Names of columns, then rows as texts; nil is NULL.
    case rows([[String?]], inOrder: Bool)
    /// A message, and the place if it is known.
    case refusal(String, at: Int?)
  }

  let file: String
  let name: String
  let sql: String
  let outcome: Outcome
  let tables: [String: Table]

  var testDescription: String { "\(file): \(name)" }
}

/// The files of this folder; README.md tells their form.
enum CaseFile {
  /// All cases of all files.
  static let cases: [SQLCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".sql") }.sorted().flatMap { name in
      let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return read(text ?? "", file: name)
    }
  }()

  /// The cases in a text.
  static func read(_ text: String, file: String) -> [SQLCase] {
    var tables: [String: [String]] = [:]
    var blocks: [[Substring]] = []
    var table: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- case: ") {
        blocks.append([line])
      } else if !blocks.isEmpty {
        blocks[blocks.count - 1].append(line)
      } else if line.hasPrefix("-- table: ") {
        table = String(line.dropFirst(10))
      } else if let table, line.hasPrefix("--   ") {
        tables[table, default: []].append(String(line.dropFirst(5)))
      }
    }
    let read = tables.mapValues { CaseTable.table($0) }
    return blocks.map { block($0, file: file, tables: read) }
  }

  private static func block(
    _ lines: [Substring], file: String, tables: [String: Table]
  ) -> SQLCase {
    var sql: [Substring] = []
    var rows: [[String?]] = []
    var isOrdered = true
    var isResult = false
    var refusal: (String, Int?)?
    for line in lines.dropFirst() {
      if line.hasPrefix("-- source: ") { continue }
      if line == "-- result:" || line == "-- result, in any order:" {
        isResult = true
        isOrdered = line == "-- result:"
      } else if line.hasPrefix("-- error: ") {
        refusal = message(line.dropFirst(10))
      } else if isResult {
        if line.hasPrefix("--   ") { rows.append(CaseTable.fields(String(line.dropFirst(5)))) }
      } else if refusal == nil, !line.isEmpty {
        sql.append(line)
      }
    }
    return SQLCase(
      file: file, name: String(lines[0].dropFirst(9)), sql: sql.joined(separator: "\n"),
      outcome: refusal.map { .refusal($0.0, at: $0.1) } ?? .rows(rows, inOrder: isOrdered),
      tables: tables)
  }

  /// `division by zero at 8`: the message and the place.
  private static func message(_ text: Substring) -> (String, Int?) {
    guard let mark = text.range(of: " at ", options: .backwards),
      let place = Int(text[mark.upperBound...])
    else { return (String(text), nil) }
    return (String(text[..<mark.lowerBound]), place)
  }
}
