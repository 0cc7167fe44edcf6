internal import Diagnostics
internal import TableFiles
internal import Workspace

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

/// The record of what queries have published of persons' rows, in the workspace: `published.json`. Two
/// queries, or a query and a report, must not tell by their difference what each withholds.
struct PublicationLedger {
  /// The name of the file in the workspace.
  static let file = "published.json"

  private let folder: String

  init(folder: String) { self.folder = folder }

  private var path: String { folder.isEmpty ? Self.file : "\(folder)/\(Self.file)" }

  /// What is on record.
  ///
  /// - Throws: A diagnostic for a file that cannot be read: without the record nothing is published.
  func tables() throws -> [PublishedTable] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    do {
      return try JSONDecoder().decode(
        [PublishedTable].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Diagnostic(
        .error, "publication-record", at: SourceLocation(file: path),
        "the record of what was published cannot be read",
        because: "without it nobody knows what a new query would give away",
        fixes: ["restore the file from a copy"])
    }
  }

  /// Lets nobody else publish while it runs, and puts on record the tables that it gives.
  func recording<Result>(
    _ publish: ([PublishedTable]) throws -> (result: Result, tables: [PublishedTable])
  ) throws -> Result {
    let folder = folder.isEmpty ? "." : folder
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    var isLocked = descriptor >= 0 && flock(descriptor, LOCK_EX) == 0
    while descriptor >= 0, !isLocked, errno == EINTR {
      isLocked = flock(descriptor, LOCK_EX) == 0
    }
    guard isLocked else {
      throw Diagnostic(
        .error, "publication-record", at: SourceLocation(file: folder),
        "the folder cannot be locked", because: String(cString: strerror(errno)))
    }
    // Closing gives the lock back.
    defer { close(descriptor) }
    var tables = try tables()
    let publication = try publish(tables)
    let added = publication.tables.filter { !tables.contains($0) }
    guard !added.isEmpty else { return publication.result }
    // One that was decided about anew, for the data are others, takes the place of the old one.
    tables.removeAll { old in added.contains { $0.isSame(as: old) } }
    tables += added
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      try WholeFile.write([UInt8](encoder.encode(tables)), to: path)
    } catch {
      throw Diagnostic(
        .error, "publication-record", at: SourceLocation(file: path),
        "the record of what is published cannot be written, so nothing is",
        because: "a later query could give away what this one withholds")
    }
    return publication.result
  }
}
