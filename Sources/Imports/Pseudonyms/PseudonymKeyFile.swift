internal import Diagnostics
internal import Labels
internal import TableFiles

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

/// Where the key of pseudonyms lies: in the configuration folder of the user, outside of every workspace, and
/// readable by the user alone.
package struct PseudonymKeyFile: Sendable {
  package let path: String

  /// The file of that name.
  package init(path: String) { self.path = path }

  /// The usual place: `$NYCKELTAL_KEY`, or `nyckeltal/pseudonym.key` in `$XDG_CONFIG_HOME` or `~/.config`;
  /// `nil` where there is neither a variable nor a home.
  ///
  /// - Parameter environment: The value of a variable.
  package init?(environment: (String) -> String?) {
    func set(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let path = set("NYCKELTAL_KEY") {
      self.path = path
    } else if let folder = set("XDG_CONFIG_HOME") ?? set("HOME").map({ $0 + "/.config" }) {
      path = folder + "/nyckeltal/pseudonym.key"
    } else {
      return nil
    }
  }

  /// The file at the usual place; see ``init(environment:)``.
  ///
  /// - Parameter environment: The value of a variable.
  /// - Returns: The file.
  /// - Throws: A problem where there is no place for one.
  package static func usual(
    environment: (String) -> String?
  ) throws(ImportProblem) -> PseudonymKeyFile {
    if let file = PseudonymKeyFile(environment: environment) { return file }
    throw ImportProblem(
      .error, "import-key", at: SourceLocation(file: "pseudonym.key"),
      Label(
        "det finns ingen plats för nyckeln till pseudonymerna",
        "there is no place for the key of the pseudonyms"),
      fixes: [Label(same: "NYCKELTAL_KEY=…/pseudonym.key")])
  }

  /// The key; `nil` where there is none yet.
  ///
  /// - Throws: A problem if the file is no key, or cannot be read, or others may read it.
  package func read() throws(ImportProblem) -> PseudonymKey? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      // Only where there is none a new one may be made: another one would part the rounds.
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw ImportProblem(unreadable: path, because: String(cString: strerror(errno)))
    }
    guard status.st_mode & 0o077 == 0 else {
      throw problem(
        Label(
          "andra kan läsa nyckeln till pseudonymerna", "others can read the key of the pseudonyms"),
        Label(same: "chmod 600 \(path.quotedForShell)"))
    }
    guard let bytes = WholeFolder.content(of: path) else {
      throw ImportProblem(unreadable: path, because: String(cString: strerror(errno)))
    }
    guard let key = PseudonymKey(hexadecimal: String(decoding: bytes, as: UTF8.self)) else {
      throw problem(
        Label("filen är ingen nyckel till pseudonymer", "the file is no key of pseudonyms"),
        Label("hämta den från en säkerhetskopia", "get it from a backup"))
    }
    return key
  }

  /// The key; a new one is made and kept where there is none. Of two who make one at once both get the same.
  package func readOrMake() throws(ImportProblem) -> PseudonymKey {
    if let key = try read() { return key }
    let key = PseudonymKey.random()
    try makeFolder()
    do throws(Diagnostic) {
      if try WholeFile.writeNew(Self.bytes(key), to: path, mode: 0o600) { return key }
    } catch {
      throw ImportProblem(unwritable: error)
    }
    // Another process was first, with the whole of its key.
    guard let other = try read() else {
      throw ImportProblem(unwritable: path, because: String(cString: strerror(ENOENT)))
    }
    return other
  }

  /// Adds a secret to the key; see ``PseudonymKey``.
  ///
  /// - Returns: The key as it is now.
  /// - Throws: A problem if there is none, or it cannot be written; then it is as it was.
  package func rotate() throws(ImportProblem) -> PseudonymKey {
    // Of two at once the second goes on from what the first has written: no secret is lost.
    let lock = try WorkspaceLock(WholeFolder.parent(of: path))
    defer { withExtendedLifetime(lock) {} }
    guard let key = try read()?.rotated() else {
      throw problem(
        Label("det finns ingen nyckel att byta", "there is no key to rotate"),
        Label("hämta den från en säkerhetskopia", "get it from a backup"))
    }
    do throws(Diagnostic) {
      try WholeFile.write(Self.bytes(key), to: path, isSynced: true)
    } catch {
      throw ImportProblem(unwritable: error)
    }
    return key
  }

  private static func bytes(_ key: PseudonymKey) -> [UInt8] { Array((key.hexadecimal + "\n").utf8) }

  private func makeFolder() throws(ImportProblem) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    guard WholeFolder.make(folder, isSynced: true) else {
      throw ImportProblem(unwritable: folder, because: WholeFolder.reason)
    }
  }

  private func problem(_ message: Label, _ fix: Label) -> ImportProblem {
    ImportProblem(
      .error, "import-key", at: SourceLocation(file: path), message,
      because: Label(
        "med den kan man se vem som har svarat", "with it one can see who has answered"),
      fixes: [fix])
  }
}
