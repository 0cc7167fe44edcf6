internal import CFileExchange
internal import Diagnostics

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

/// A folder whose new files appear all at once, however the process ends.
///
/// They are written into a hidden folder beside it, together with everything else that stands in it, and the
/// two change places in one step. What is not written anew stays as it is: files are linked, not copied.
/// Where no folder can be made beside it, or the two cannot change places, files are written one by one.
struct WholeFolder {
  private let path: String
  /// The folder behind links.
  private let target: String
  private let files: [String: [UInt8]]
  private let names: [String]

  /// Files by their paths in the folder, in the order in which they are written.
  init(_ path: String, _ files: [(path: String, content: [UInt8])]) {
    self.path = path
    self.files = Dictionary(files.map { ($0.path, $0.content) }, uniquingKeysWith: { $1 })
    names = files.map(\.path)
    target =
      realpath(path, nil).map { resolved in
        defer { free(resolved) }
        return String(cString: resolved)
      } ?? path
  }

  /// Writes the files.
  ///
  /// - Throws: A diagnostic `output` with the system's reason; what was there before is there still.
  func write() throws(Diagnostic) {
    for name in names where Terminal.isFolder("\(path)/\(name)") {
      // The message of a file that cannot be written.
      return try writeEach(names)
    }
    guard let part = makePart() else { return try writeEach(names) }
    do throws(Diagnostic) {
      let behindLinks = try fill(part)
      guard takePlace(part) else {
        remove(part)
        return try writeEach(names)
      }
      // Files behind links stand elsewhere, and the links stay.
      try writeEach(behindLinks)
    } catch {
      remove(part)
      throw error
    }
  }

  private func writeEach(_ names: [String]) throws(Diagnostic) {
    for name in names {
      try Terminal.save(files[name] ?? [], to: "\(path)/\(name)", makesFolders: true)
    }
  }

  // MARK: The folder beside

  private var parent: String {
    guard let slash = target.lastIndex(of: "/") else { return "." }
    return slash == target.startIndex ? "/" : String(target[..<slash])
  }

  private var prefix: String {
    ".\(target[(target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex)...])."
  }

  /// A new folder beside; `nil` where there can be none.
  private func makePart() -> String? {
    try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    removeLeftovers()
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : nil
    for attempt in 0..<100 {
      let part = "\(parent)/\(prefix)\(getpid())\(attempt == 0 ? "" : "-\(attempt)").part"
      if mkdir(part, 0o777) == 0 {
        if let mode { chmod(part, mode | S_IRWXU) }
        return part
      }
      guard errno == EEXIST else { return nil }
    }
    return nil
  }

  /// Removes what processes that were killed have left: they are gone, and have been for ten minutes.
  private func removeLeftovers() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    where name.hasPrefix(prefix) && name.hasSuffix(".part") {
      let number = name.dropFirst(prefix.count).prefix { $0.isASCII && $0.isNumber }
      var status = stat()
      guard let process = pid_t(number), process != getpid(), kill(process, 0) != 0, errno == ESRCH,
        lstat("\(parent)/\(name)", &status) == 0, status.seconds < time(nil) - 600
      else { continue }
      remove("\(parent)/\(name)")
    }
  }

  private func remove(_ part: String) { try? FileManager.default.removeItem(atPath: part) }

  /// Puts everything into the new folder.
  ///
  /// - Returns: The files that stand behind links.
  private func fill(_ part: String) throws(Diagnostic) -> [String] {
    var modes: [String: mode_t] = [:]
    var links: Set<String> = []
    try keep("", in: part, &modes, &links)
    let behindLinks = names.filter { name in
      links.contains(name) || links.contains { name.hasPrefix($0 + "/") }
    }
    for name in names where !behindLinks.contains(name) {
      let place = "\(part)/\(name)"
      do throws(Diagnostic) {
        try Terminal.save(files[name] ?? [], to: place, makesFolders: true)
      } catch {
        // The reader knows the folder by its own name.
        throw Diagnostic(
          error.severity, error.code, at: SourceLocation(file: "\(path)/\(name)"), error.message,
          because: error.reason, fixes: error.fixes)
      }
      if let mode = modes[name] { chmod(place, mode) }
    }
    return behindLinks
  }

  /// Takes over what stands in the folder and is not written anew.
  private func keep(
    _ folder: String, in part: String, _ modes: inout [String: mode_t], _ links: inout Set<String>
  ) throws(Diagnostic) {
    let here = folder.isEmpty ? target : "\(target)/\(folder)"
    guard Terminal.isFolder(here) else { return }
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: here) } catch {
      throw Self.failure(here)
    }
    for entry in names {
      let name = folder.isEmpty ? entry : "\(folder)/\(entry)"
      let (old, new) = ("\(target)/\(name)", "\(part)/\(name)")
      var status = stat()
      guard lstat(old, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        guard mkdir(new, 0o777) == 0 else { throw Self.failure(old) }
        try keep(name, in: part, &modes, &links)
        chmod(new, status.st_mode & 0o7777)
      case S_IFLNK:
        links.insert(name)
        guard copies(old, to: new) else { throw Self.failure(old) }
      case S_IFREG where files[name] != nil: modes[name] = status.st_mode & 0o7777
      default: guard link(old, new) == 0 || copies(old, to: new) else { throw Self.failure(old) }
      }
    }
  }

  /// Copies a file, or a link as a link.
  private func copies(_ old: String, to new: String) -> Bool {
    (try? FileManager.default.copyItem(atPath: old, toPath: new)) != nil
  }

  private static func failure(_ path: String) -> Diagnostic {
    let reason = String(cString: strerror(errno))
    return Diagnostic(
      .error, "output", at: SourceLocation(file: path), "the folder cannot be replaced",
      because: reason, fixes: ["name another folder with --output"])
  }

  // MARK: Changing places

  /// Lets the new folder have the name.
  private func takePlace(_ part: String) -> Bool {
    guard Terminal.isFolder(target) else { return rename(part, target) == 0 }
    guard exchange_files(part, target) == 0 else { return false }
    remove(part)
    return true
  }
}

extension stat {
  /// When its contents were last changed, in seconds.
  fileprivate var seconds: Int {
    #if canImport(Glibc)
      Int(st_mtim.tv_sec)
    #else
      Int(st_mtimespec.tv_sec)
    #endif
  }
}
