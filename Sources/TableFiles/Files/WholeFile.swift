package import Diagnostics

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

  /// Begins a file.
  ///
  /// - Parameter path: Its name.
  /// - Throws: A diagnostic `output` when nothing can be written there.
  package init(_ path: String) throws(Diagnostic) {
    self.path = path
    target = Self.target(of: path)
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      descriptor = Self.open(path, O_WRONLY | O_CLOEXEC)
      temporaryPath = nil
    } else {
      let part = Self.open(beside: target)
      descriptor = part.descriptor
      temporaryPath = part.descriptor >= 0 ? part.path : nil
      if part.descriptor >= 0, isThere { _ = fchmod(part.descriptor, status.st_mode & 0o7777) }
    }
    guard descriptor >= 0 else { throw Self.unwritable(path) }
    if let temporaryPath { UnfinishedFile.begins(temporaryPath) }
  }

  deinit {
    if !isFinished, let temporaryPath {
      unlink(temporaryPath)
      UnfinishedFile.ends()
    }
    close(descriptor)
  }

  /// Writes all bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - path: Its name.
  /// - Throws: A diagnostic `output` with the system's reason; what was there before is there still.
  package static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    let file = try WholeFile(path)
    guard bytes.withUnsafeBytes({ file.take($0) }) else { throw unwritable(path) }
    try file.finish()
  }

  /// Writes more bytes.
  ///
  /// - Throws: A diagnostic `output` with the system's reason.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(Diagnostic) {
    guard take(bytes) else { throw Self.unwritable(path) }
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    SystemCalls.write(descriptor, bytes)
  }

  /// Gives the file its name.
  ///
  /// - Throws: A diagnostic `output` with the system's reason.
  package func finish() throws(Diagnostic) {
    isFinished = true
    guard let temporaryPath else { return }
    UnfinishedFile.ends()
    guard rename(temporaryPath, target) == 0 else {
      let failure = Self.unwritable(path)
      unlink(temporaryPath)
      throw failure
    }
  }

  /// A file of a name that nobody uses, beside the one that it is to become: what a process that was
  /// killed has left stands in nobody's way.
  private static func open(beside target: String) -> (descriptor: Int32, path: String) {
    var path = ""
    for attempt in 0..<100 {
      path = "\(target).\(getpid())\(attempt == 0 ? "" : "-\(attempt)").part"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
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
    func problem(_ message: String, _ reason: String? = nil, _ fix: String) -> Diagnostic {
      Diagnostic(
        .error, "output", at: SourceLocation(file: name), message, because: reason, fixes: [fix])
    }
    let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
    switch cause {
    case EISDIR:
      return problem("this is a folder, not a file", nil, "name a file in it with --output")
    case ENOENT where !folder.isEmpty && access(folder, F_OK) != 0:
      return problem("there is no folder '\(folder)'", nil, "create it   mkdir -p '\(folder)'")
    default:
      return problem(
        "the result cannot be written", String(cString: strerror(cause)),
        "name another place with --output")
    }
  }
}
