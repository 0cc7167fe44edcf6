package import Diagnostics
internal import Dispatch
internal import Synchronization
internal import TableFiles
package import Tables

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Who saw or changed what: a row a request of somebody who is logged in, with the path of the page and nothing
/// of what it held. Queries of addresses and statements of SQL, which may name persons, are left out.
package final class AccessLog: Sendable {
  /// A request.
  struct Entry: Hashable, Sendable {
    var time: String
    var account: String
    var method: String
    var path: String
    var status: Int
  }

  /// The file; `nil` for a log in memory.
  private let path: String?
  /// How many days a row is kept.
  let days: Int
  private static let mostInMemory = 5_000
  private let recent = Mutex<[Entry]>([])
  private let writing = DispatchQueue(label: "nyckeltal.access-log")

  /// A log in memory, or in a file that only its owner may read.
  package init(path: String?, days: Int) {
    (self.path, self.days) = (path, days)
    guard let path, let data = FileManager.default.contents(atPath: path) else { return }
    let entries = Self.read(Array(data))
    recent.withLock { $0 = Array(entries.suffix(Self.mostInMemory)) }
  }

  private static let columns = ["time", "account", "method", "path", "status"]

  /// Adds a row.
  func add(_ entry: Entry) {
    recent.withLock { recent in
      recent.append(entry)
      if recent.count > Self.mostInMemory + 500 {
        recent.removeFirst(recent.count - Self.mostInMemory)
      }
    }
    guard let path else { return }
    writing.async { Self.append(entry, to: path) }
  }

  /// The rows, the newest first.
  var entries: [Entry] { recent.withLock { $0.reversed() } }

  /// Waits until what was added stands in the file.
  func flush() { writing.sync {} }

  /// Removes rows that are older than the log keeps them.
  ///
  /// - Parameter today: What day it is.
  /// - Throws: A diagnostic with the system's reason.
  package func purge(today: CalendarDate) throws(Diagnostic) {
    let first = today.adding(days: -days).description
    recent.withLock { $0.removeAll { $0.time < first } }
    guard let path else { return }
    // Rows that are added meanwhile wait: they would go with the file that is replaced.
    let result = writing.sync { () -> Result<Void, Diagnostic> in
      do throws(Diagnostic) {
        return .success(try Self.purge(path, before: first))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private static func purge(_ path: String, before first: String) throws(Diagnostic) {
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let all = read(Array(data))
    let kept = all.filter { $0.time >= first }
    guard kept.count < all.count else { return }
    var writer = CSVWriter()
    writer.append(fields: columns)
    for entry in kept { writer.append(fields: fields(entry)) }
    try WholeFile.write(writer.bytes, to: path)
  }

  private static func fields(_ entry: Entry) -> [String] {
    [entry.time, entry.account, entry.method, entry.path, String(entry.status)]
  }

  private static func append(_ entry: Entry, to path: String) {
    var writer = CSVWriter()
    if access(path, F_OK) != 0 { writer.append(fields: columns) }
    writer.append(fields: fields(entry))
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    _ = writer.bytes.withUnsafeBytes { SystemCalls.write(file, $0) }
    close(file)
  }

  private static func read(_ bytes: [UInt8]) -> [Entry] {
    let types = Dictionary(uniqueKeysWithValues: columns.map { ($0, ColumnType.text) })
    let file = CSVReader.read(
      bytes: bytes, named: "access.csv",
      options: CSVOptions(hasHeader: true, types: types, missingWords: []))
    return file.table.rows.compactMap { row in
      guard let time = row.text("time"), let account = row.text("account") else { return nil }
      return Entry(
        time: time, account: account, method: row.text("method") ?? "",
        path: row.text("path") ?? "", status: row.text("status").flatMap { Int($0) } ?? 0)
    }
  }
}
