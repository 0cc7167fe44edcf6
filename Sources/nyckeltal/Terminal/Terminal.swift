internal import Diagnostics
internal import Labels
internal import TableFiles
internal import TextLayout

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Where text goes.
enum Terminal {
  /// Prints to standard output.
  static func print(_ text: String) throws(Diagnostic) { try print(Array(text.utf8)) }

  /// Prints bytes to standard output; a terminal is shown what would move its cursor.
  static func print(_ bytes: [UInt8]) throws(Diagnostic) {
    let bytes = isWatched ? VisibleBytes.of(bytes) : bytes
    do {
      try bytes.withUnsafeBytes {
        try SystemFile.write($0, to: SystemFile.standardOutput, named: "standard output")
      }
    } catch let problem as Diagnostic {
      throw problem
    } catch {
      throw WholeFile.unwritable("standard output")
    }
  }

  /// Whether standard output is a terminal.
  static var isWatched: Bool { SystemFile.isTerminal(SystemFile.standardOutput) }

  /// Prints a line to standard error. Names come from data: what they hold of signs that move a cursor is
  /// shown, not done.
  static func complain(_ text: String) { SystemFile.complain(VisibleBytes.of(text) + "\n") }

  /// Prints a diagnostic to standard error. Values are shown only where a person reads along:
  /// they may be personal data and must not end up in a log.
  static func complain(_ diagnostic: Diagnostic, in language: Language = .english) {
    let isRead = SystemFile.isTerminal(SystemFile.standardError)
    let lines = diagnostic.formatted(showingValue: isRead, inSwedish: language == .swedish)
      .split(separator: "\n")
    complain(lines.map { TextWidth.visible(String($0)) }.joined(separator: "\n"))
  }

  /// Writes a file whole or not at all. A device or a pipe is written to as it is: replacing it would
  /// take it away.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - path: Its path.
  ///   - makesFolders: Whether folders that are missing are made.
  /// - Throws: A diagnostic `output` with the reason, in one sentence.
  static func save(
    _ bytes: [UInt8], to path: String, makesFolders: Bool = false
  ) throws(Diagnostic) {
    let folder = folder(of: path)
    if kind(of: path) == .typeDirectory {
      throw unwritable(path, "this is a folder, and a file is to be written", "\(path)/report.txt")
    }
    do {
      if !folder.isEmpty {
        if makesFolders {
          try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        } else if let problem = Self.problem(folder: folder) {
          throw problem
        }
      }
      try WholeFile.write(bytes, to: path)
    } catch let problem as Diagnostic {
      throw problem
    } catch {
      let code = ((error as? CocoaError)?.underlying as? POSIXError)?.code.rawValue
      throw Diagnostic(
        .error, "output", at: SourceLocation(file: path), "the file cannot be written",
        because: code.map { String(cString: strerror($0)) },
        fixes: ["name another place with --output"])
    }
  }

  /// The folder that a path names a place in; empty for the current one.
  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    return (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
  }

  /// Whether a folder stands at a path.
  static func isFolder(_ path: String) -> Bool { kind(of: path) == .typeDirectory }

  /// Whether a file stands at a path.
  static func isFile(_ path: String) -> Bool { kind(of: path) == .typeRegular }

  /// Why files cannot go into a folder that is to be made where it is missing; `nil` if they can.
  static func problem(newFolder folder: String) -> Diagnostic? {
    guard let kind = kind(of: folder), kind != .typeDirectory else { return nil }
    return unwritable(folder, "this is a file, and a folder is to be written", "reports")
  }

  private static func problem(folder: String) -> Diagnostic? {
    switch kind(of: folder) {
    case .typeDirectory?: nil
    case .some: unwritable(folder, "this is a file, not a folder", nil)
    case nil: unwritable(folder, "there is no such folder", nil)
    }
  }

  private static func unwritable(_ path: String, _ what: String, _ other: String?) -> Diagnostic {
    Diagnostic(
      .error, "output", at: SourceLocation(file: path), what,
      fixes: [other.map { "--output \($0)" } ?? "name another place with --output"])
  }

  /// What stands at a path; a link counts as what it points at.
  private static func kind(of path: String) -> FileAttributeType? {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
  }
}
