package import Diagnostics
internal import Labels

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that appears under its name whole or not at all, however the process ends.
///
/// It keeps who may read the file that it replaces, and a link goes on pointing at what is replaced. A
/// device or a pipe is written to as it is: replacing it would take it away.
package final class WholeFile {
  private let path: String
  private let descriptor: Int32
  /// The name that the file bears until it is whole; `nil` where it is no file.
  private let temporaryPath: String?
  /// The name that it gets then.
  private let target: String
  private var isFinished = false

  private let changes = CurrentFileChanges.value

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: Its name.
  ///   - mode: Who may read and write a file that is not there yet, as far as the process grants it.
  /// - Throws: A diagnostic `output` when nothing can be written there.
  package init(_ path: String, mode: UInt32 = 0o666) throws(Diagnostic) {
    self.path = path
    target = Self.target(of: path)
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      descriptor = Self.open(path, O_WRONLY | O_CLOEXEC)
      temporaryPath = nil
    } else {
      // From the first moment nobody may open it who may not read what it replaces: it may be a key.
      let mode = isThere ? UInt32(status.st_mode & 0o777) : mode
      let part = Self.create(beside: target, mode: mode, changes)
      descriptor = part.descriptor
      temporaryPath = part.descriptor >= 0 ? part.path : nil
      if part.descriptor >= 0, isThere {
        _ = changes.setMode(part.path, UInt32(status.st_mode & 0o7777))
      }
    }
    guard descriptor >= 0 else { throw Self.unwritable(path) }
    if let temporaryPath { UnfinishedFile.begins(temporaryPath) }
  }

  deinit {
    if !isFinished, let temporaryPath {
      _ = changes.removeFile(temporaryPath)
      UnfinishedFile.ends()
    }
    close(descriptor)
  }

  /// Writes all bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - path: Its name.
  ///   - isSynced: Whether it outlives a power cut from here on.
  /// - Throws: A diagnostic `output` with the system's reason; what was there before is there still.
  package static func write(
    _ bytes: [UInt8], to path: String, isSynced: Bool = false
  ) throws(Diagnostic) {
    let file = try WholeFile(path)
    guard bytes.withUnsafeBytes({ file.take($0) }) else { throw unwritable(path) }
    try file.finish(isSynced: isSynced)
  }

  /// Writes all bytes of a file, unless there is one of that name: of two who write at once one does. It outlives
  /// a power cut from here on.
  ///
  /// - Returns: Whether it was written.
  /// - Throws: A diagnostic `output` with the system's reason.
  package static func writeNew(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o666
  ) throws(Diagnostic) -> Bool {
    let file = try WholeFile(path, mode: mode)
    guard let temporaryPath = file.temporaryPath else { return false }
    guard bytes.withUnsafeBytes({ file.take($0) }), file.changes.sync(file.descriptor) else {
      throw unwritable(path)
    }
    guard file.changes.renameNew(temporaryPath, to: file.target) else {
      // Dropping the file takes its bytes away.
      if errno == EEXIST { return false }
      throw unwritable(path)
    }
    file.isFinished = true
    UnfinishedFile.ends()
    guard file.changes.syncFolder(WholeFolder.parent(of: file.target)) else {
      throw unwritable(path)
    }
    return true
  }

  /// Writes more bytes.
  ///
  /// - Throws: A diagnostic `output` with the system's reason.
  package func write(_ bytes: [UInt8]) throws(Diagnostic) {
    guard bytes.withUnsafeBytes({ take($0) }) else { throw Self.unwritable(path) }
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    changes.write(descriptor, bytes)
  }

  /// Gives the file its name.
  ///
  /// - Parameter isSynced: Whether it outlives a power cut from here on.
  /// - Throws: A diagnostic `output` with the system's reason.
  package func finish(isSynced: Bool = false) throws(Diagnostic) {
    guard let temporaryPath else {
      isFinished = true
      return
    }
    if isSynced, !changes.sync(descriptor) { throw Self.unwritable(path) }
    isFinished = true
    UnfinishedFile.ends()
    guard changes.rename(temporaryPath, to: target) else {
      let failure = Self.unwritable(path)
      _ = changes.removeFile(temporaryPath)
      throw failure
    }
    if isSynced, !changes.syncFolder(WholeFolder.parent(of: target)) { throw Self.unwritable(path) }
  }

  /// A file of a name that nobody uses, beside the one that it is to become: what a process that was
  /// killed has left stands in nobody's way.
  private static func create(
    beside target: String, mode: UInt32, _ changes: any FileChanges
  ) -> (descriptor: Int32, path: String) {
    var path = ""
    for attempt in 0..<100 {
      path = "\(target).\(getpid())\(attempt == 0 ? "" : "-\(attempt)").part"
      let descriptor = changes.create(path, mode: mode)
      if descriptor >= 0 || errno != EEXIST { return (descriptor, path) }
    }
    return (-1, path)
  }

  private static func open(_ path: String, _ flags: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, flags, 0o666)
    #else
      Darwin.open(path, flags, 0o666)
    #endif
  }

  /// Where a link points: the file behind it is replaced, not the link.
  private static func target(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What the system said last, as a problem of a place.
  package static func unwritable(_ name: String) -> Diagnostic {
    let cause = errno
    func problem(
      _ message: Label, _ reason: String? = nil, _ fix: Label
    ) -> Diagnostic {
      var problem = Diagnostic(
        .error, "output", at: SourceLocation(file: name), message.english, because: reason,
        fixes: [fix.english])
      problem.swedish = Diagnostic.Wording(message.swedish, because: reason, fixes: [fix.swedish])
      return problem
    }
    let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
    switch cause {
    case EISDIR:
      return problem(
        Label("det här är en mapp, inte en fil", "this is a folder, not a file"), nil,
        Label("ange en fil i den med --output", "name a file in it with --output"))
    case ENOENT where !folder.isEmpty && access(folder, F_OK) != 0:
      return problem(
        Label("det finns ingen mapp '\(folder)'", "there is no folder '\(folder)'"), nil,
        Label("gör den   mkdir -p '\(folder)'", "create it   mkdir -p '\(folder)'"))
    default:
      return problem(
        Label("resultatet går inte att skriva", "the result cannot be written"),
        String(cString: strerror(cause)),
        Label("ange en annan plats med --output", "name another place with --output"))
    }
  }
}
