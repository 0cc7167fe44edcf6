internal import Diagnostics
internal import Labels

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

  /// The key; `nil` where there is none yet.
  ///
  /// - Throws: A problem if the file is no key, or others may read it.
  package func read() throws(ImportProblem) -> PseudonymKey? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & 0o077 == 0 else {
      throw problem(
        Label(
          "andra kan läsa nyckeln till pseudonymerna", "others can read the key of the pseudonyms"),
        Label(same: "chmod 600 '\(path)'"))
    }
    guard let data = FileManager.default.contents(atPath: path),
      let key = PseudonymKey(hexadecimal: String(decoding: data, as: UTF8.self))
    else {
      throw problem(
        Label("filen är ingen nyckel till pseudonymer", "the file is no key of pseudonyms"),
        Label("hämta den från en säkerhetskopia", "get it from a backup"))
    }
    return key
  }

  /// The key; a new one is made and kept where there is none.
  package func readOrMake() throws(ImportProblem) -> PseudonymKey {
    if let key = try read() { return key }
    let key = PseudonymKey.random()
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try? FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }
    #if canImport(Glibc)
      let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    #else
      let file = Darwin.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    #endif
    guard file >= 0 else {
      // Another process may have been first.
      if errno == EEXIST, let key = try read() { return key }
      throw FolderStep.problem(path)
    }
    let bytes = Array((key.hexadecimal + "\n").utf8)
    let isWritten = FolderStep.write(bytes, to: file)
    let failure = isWritten ? nil : FolderStep.problem(path)
    close(file)
    if let failure {
      unlink(path)
      throw failure
    }
    return key
  }

  private func problem(_ message: Label, _ fix: Label) -> ImportProblem {
    ImportProblem(
      .error, "import-key", at: SourceLocation(file: path), message,
      because: Label(
        "med den kan man se vem som har svarat", "with it one can see who has answered"),
      fixes: [fix])
  }
}
