package import Diagnostics
internal import Labels

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder that changes as a whole: whoever looks sees it as it was or as it is to be, however the process ends,
/// and if it is synced also after a power cut.
///
/// What it is to be is made in a hidden folder beside it, and the two change places in one step. What stays as it
/// was is linked, not copied; a file of another kind, a device or a link, stays what it is. Who may read a folder or
/// file stays as it was.
package struct WholeFolder {
  package let path: String
  /// The folder behind links.
  let target: String
  /// Whether the caller holds a lock, so that nobody else is writing the folder.
  private let isLocked: Bool
  private let isSynced: Bool
  let changes = CurrentFileChanges.value
  /// Files by their paths in the folder.
  private var files: [String: Content] = [:]
  /// Who may read the folder, as "", and the folders in it, where they are there now.
  private var folders: [String: UInt32] = [:]
  /// The files and folders in it that are links: they stay, and so does what they point at.
  package private(set) var links: Set<String> = []

  private enum Content {
    /// What stands under a path of the folder as it is.
    case kept(String)
    case bytes([UInt8], mode: UInt32?)
  }

  /// The folder as it is; there need not be any.
  ///
  /// - Parameters:
  ///   - path: Its name.
  ///   - isLocked: Whether the caller holds a lock, so that nobody else is writing the folder.
  ///   - isSynced: Whether the change is to outlive a power cut.
  /// - Throws: A diagnostic `output` if a folder of it cannot be listed.
  package init(
    _ path: String, isLocked: Bool = false, isSynced: Bool = false
  ) throws(Diagnostic) {
    (self.path, self.isLocked, self.isSynced) = (path, isLocked, isSynced)
    target =
      realpath(path, nil).map { resolved in
        defer { free(resolved) }
        return String(cString: resolved)
      } ?? path
    var status = stat()
    guard stat(target, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      throw Self.failure(path)
    }
    try list("", status)
  }

  private mutating func list(_ folder: String, _ status: stat) throws(Diagnostic) {
    folders[folder] = UInt32(status.st_mode & 0o7777)
    guard let entries = Self.entries(of: old(folder)) else { throw Self.failure(shown(folder)) }
    for entry in entries {
      let name = folder.isEmpty ? entry : "\(folder)/\(entry)"
      var status = stat()
      guard lstat(old(name), &status) == 0 else { throw Self.failure(shown(name)) }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try list(name, status)
      case S_IFLNK:
        links.insert(name)
        files[name] = .kept(name)
      default: files[name] = .kept(name)
      }
    }
  }

  // MARK: What it is to be

  /// The files of the folder by their paths in it, those of folders in it too, and links.
  package var names: [String] { files.keys.sorted() }

  /// Whether a file stands behind a link, so that it is written where that points.
  package func isBehindLink(_ name: String) -> Bool {
    links.contains(name) || links.contains { name.hasPrefix($0 + "/") }
  }

  /// What a file holds; `nil` where there is none.
  ///
  /// - Throws: A diagnostic `output` if it cannot be read.
  package func bytes(_ name: String) throws(Diagnostic) -> [UInt8]? {
    switch files[name] {
    case .bytes(let bytes, _): return bytes
    case .kept(let old):
      guard let bytes = Self.content(of: self.old(old)) else { throw Self.failure(shown(name)) }
      return bytes
    case nil: return nil
    }
  }

  /// Sets what a file holds. Who may read it stays as it was.
  package mutating func set(_ name: String, to bytes: [UInt8]) {
    files[name] = .bytes(bytes, mode: mode(name))
  }

  /// Takes a file out.
  package mutating func remove(_ name: String) { files[name] = nil }

  /// Lets a file stand under another name too, for the same readers. What is written into one later, in place, does
  /// not show in the other.
  package mutating func copy(_ name: String, to other: String) throws(Diagnostic) {
    guard let bytes = try bytes(name) else { return }
    files[other] = .bytes(bytes, mode: mode(name))
  }

  /// Who may read a file that is there.
  private func mode(_ name: String) -> UInt32? {
    switch files[name] {
    case .bytes(_, let mode): return mode
    case .kept(let old):
      var status = stat()
      return lstat(self.old(old), &status) == 0 ? UInt32(status.st_mode & 0o7777) : nil
    case nil: return nil
    }
  }

  // MARK: Changing

  /// What came of a change.
  package enum Outcome: Hashable, Sendable {
    case done
    /// It is done, but the hidden folder with what was before cannot be removed.
    case left(String)
    /// The file system cannot do it in one step, for a reason; nothing is changed.
    case impossible(String)
  }

  /// Changes the folder.
  ///
  /// - Throws: A diagnostic `output` with the system's reason; the folder is as it was.
  package func replace() throws(Diagnostic) -> Outcome {
    if !exists(parent), !makeFolders(parent) { return .impossible(Self.reason) }
    removeLeftovers()
    guard let part = makePart() else { return .impossible(Self.reason) }
    do throws(Diagnostic) {
      try fill(part)
    } catch {
      _ = removeAll(part)
      throw error
    }
    let isThere = exists(target)
    guard isThere ? changes.exchange(part, with: target) : changes.rename(part, to: target) else {
      let reason = Self.reason
      _ = removeAll(part)
      return .impossible(reason)
    }
    if isSynced, !changes.syncFolder(parent) {
      let problem = Self.failure(path)
      // Nobody knows which of the two a power cut would leave: so both are as they were.
      if isThere, changes.exchange(part, with: target) { _ = removeAll(part) }
      throw problem
    }
    return isThere ? drop(part) : .done
  }

  /// Takes the folder away in one step: it is hidden first.
  ///
  /// - Throws: A diagnostic `output` with the system's reason; the folder is as it was.
  package func removeWhole() throws(Diagnostic) -> Outcome {
    removeLeftovers()
    let part = partName(0)
    guard changes.rename(target, to: part) else { throw Self.failure(path) }
    if isSynced { _ = changes.syncFolder(parent) }
    return drop(part)
  }

  private func drop(_ part: String) -> Outcome {
    guard removeAll(part) else { return .left(part) }
    if isSynced { _ = changes.syncFolder(parent) }
    return .done
  }

  private func fill(_ part: String) throws(Diagnostic) {
    var made: Set<String> = [""]
    for name in names {
      var path = ""
      for piece in name.split(separator: "/").dropLast() {
        path += path.isEmpty ? String(piece) : "/\(piece)"
        guard made.insert(path).inserted else { continue }
        // Until it is filled its owner may write, and nobody may read who may not afterwards.
        let mode = (folders[path] ?? 0o777) | UInt32(S_IRWXU)
        guard changes.makeFolder("\(part)/\(path)", mode: mode) else {
          throw Self.failure(shown(path))
        }
      }
      try put(name, in: part)
    }
    // Folders of nothing stay too.
    for folder in folders.keys.sorted() where made.insert(folder).inserted {
      guard changes.makeFolder("\(part)/\(folder)", mode: folders[folder] ?? 0o777) else {
        throw Self.failure(shown(folder))
      }
    }
    for folder in made.sorted().reversed() {
      let place = folder.isEmpty ? part : "\(part)/\(folder)"
      if let mode = folders[folder] { _ = changes.setMode(place, mode) }
      if isSynced, !changes.syncFolder(place) { throw Self.failure(shown(folder)) }
    }
  }

  private func put(_ name: String, in part: String) throws(Diagnostic) {
    let place = "\(part)/\(name)"
    switch files[name] {
    case .bytes(let bytes, let mode): try write(bytes, mode, to: place, name)
    case .kept(let old):
      if let target = Self.destination(of: self.old(old)) {
        guard changes.symbolicLink(target, at: place) else { throw Self.failure(shown(name)) }
      } else if !changes.link(self.old(old), to: place) {
        guard let bytes = Self.content(of: self.old(old)) else { throw Self.failure(shown(name)) }
        try write(bytes, mode(name), to: place, name)
      }
    case nil: break
    }
  }

  private func write(
    _ bytes: [UInt8], _ mode: UInt32?, to place: String, _ name: String
  ) throws(Diagnostic) {
    let file = changes.create(place, mode: mode ?? 0o666)
    guard file >= 0 else { throw Self.failure(shown(name)) }
    let isWritten =
      bytes.withUnsafeBytes { changes.write(file, $0) } && (!isSynced || changes.sync(file))
    let problem = isWritten ? nil : Self.failure(shown(name))
    let isClosed = close(file) == 0
    if let problem { throw problem }
    if !isClosed { throw Self.failure(shown(name)) }
    // What the process usually withholds from others may have been granted by hand.
    if let mode { _ = changes.setMode(place, mode) }
  }

  // MARK: Names

  /// The folder that a path stands in.
  package static func parent(of path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private var parent: String { Self.parent(of: target) }

  private func old(_ name: String) -> String { name.isEmpty ? target : "\(target)/\(name)" }

  /// The reader knows the folder by the name that was given.
  private func shown(_ name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }

  private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private func makeFolders(_ path: String) -> Bool { Self.make(path, isSynced: isSynced) }

  /// Makes a folder with those above it, where there is none.
  ///
  /// - Parameters:
  ///   - path: Its name.
  ///   - isSynced: Whether it outlives a power cut.
  /// - Returns: Whether it is there now; if not, `errno` says why.
  package static func make(_ path: String, isSynced: Bool) -> Bool {
    if access(path, F_OK) == 0 { return true }
    let changes = CurrentFileChanges.value
    guard make(parent(of: path), isSynced: isSynced),
      changes.makeFolder(path, mode: 0o777) || errno == EEXIST
    else { return false }
    return !isSynced || changes.syncFolder(parent(of: path))
  }

  // MARK: Hidden folders beside it

  private var prefix: String {
    ".\(target[(target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex)...])."
  }

  private func partName(_ attempt: Int) -> String {
    "\(parent)/\(prefix)\(getpid())\(attempt == 0 ? "" : "-\(attempt)").part"
  }

  /// A new folder beside; `nil` where there can be none.
  private func makePart() -> String? {
    for attempt in 0..<100 {
      let part = partName(attempt)
      if changes.makeFolder(part, mode: (folders[""] ?? 0o777) | UInt32(S_IRWXU)) { return part }
      guard errno == EEXIST else { return nil }
    }
    return nil
  }

  /// Removes what processes that were killed have left: where no lock keeps others away, only if they are gone,
  /// and have been for ten minutes.
  private func removeLeftovers() {
    for name in Self.entries(of: parent) ?? []
    where name.hasPrefix(prefix) && name.hasSuffix(".part") {
      let number = name.dropFirst(prefix.count).prefix { $0.isASCII && $0.isNumber }
      var status = stat()
      guard let process = pid_t(number) else { continue }
      guard
        isLocked
          || process != getpid() && kill(process, 0) != 0 && errno == ESRCH
            && lstat("\(parent)/\(name)", &status) == 0 && status.seconds < time(nil) - 600
      else { continue }
      _ = removeAll("\(parent)/\(name)")
    }
  }

  private func removeAll(_ path: String) -> Bool { Self.removeAll(path, changes) }

  /// Removes what stands under a path, and what is in it.
  private static func removeAll(_ path: String, _ changes: any FileChanges) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT }
    guard status.st_mode & S_IFMT == S_IFDIR else { return changes.removeFile(path) }
    // A folder that its owner may not write cannot be emptied.
    if status.st_mode & S_IRWXU != S_IRWXU {
      _ = changes.setMode(path, UInt32(status.st_mode & 0o7777) | UInt32(S_IRWXU))
    }
    var isEmpty = true
    for entry in entries(of: path) ?? [] where !removeAll("\(path)/\(entry)", changes) {
      isEmpty = false
    }
    return isEmpty && changes.removeFolder(path)
  }

  /// Removes what killed processes have left beside any folder in a folder whose lock the caller holds.
  ///
  /// - Returns: What cannot be removed.
  package static func removeLeftovers(in folder: String) -> [String] {
    let changes = CurrentFileChanges.value
    return (entries(of: folder) ?? []).filter(isLeftover).map { "\(folder)/\($0)" }
      .filter { !removeAll($0, changes) }
  }

  /// Whether a name is that of a hidden folder beside another: `.enkat.4711.part`.
  private static func isLeftover(_ name: String) -> Bool {
    guard name.hasPrefix("."), name.hasSuffix(".part") else { return false }
    let target = name.dropFirst().dropLast(5)
    return target.lastIndex(of: ".").map { dot in
      target[dot...].dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-") }
    } ?? false
  }
}
