internal import Diagnostics
internal import WorkspaceQuery

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Collects bytes and writes them to standard output, or to a file that appears whole or not at
/// all.
final class ResultOutput: ByteSink {
  /// The columns of the terminal that shows the output; `nil` where it is none.
  let terminalWidth: Int?
  private let name: String
  private let descriptor: Int32
  /// The name that the file bears until it is whole.
  private let temporaryPath: String?
  /// The name that it gets then.
  private let target: String
  private var buffer: [UInt8] = []
  private var isFinished = false

  /// Opens the place.
  ///
  /// - Throws: A diagnostic `output` when nothing can be written there.
  init(_ place: OutputPlace) throws(Diagnostic) {
    switch place {
    case .standardOutput:
      name = "standard output"
      descriptor = SystemFile.standardOutput
      temporaryPath = nil
      target = name
      terminalWidth =
        SystemFile.isTerminal(descriptor)
        ? SystemFile.terminalSize(descriptor)?.columns ?? 80 : nil
    case .file(let path):
      name = path
      terminalWidth = nil
      var status = stat()
      let temporary: String
      target = Self.target(of: path)
      let isThere = stat(path, &status) == 0
      if isThere, status.st_mode & S_IFMT != S_IFREG {
        // A device or a pipe is written to as it is: replacing it would take it away.
        descriptor = Self.open(path, O_WRONLY | O_CLOEXEC)
        temporaryPath = nil
      } else {
        (descriptor, temporary) = Self.open(beside: target)
        temporaryPath = descriptor >= 0 ? temporary : nil
        if descriptor >= 0, isThere { _ = fchmod(descriptor, status.st_mode & 0o7777) }
      }
      guard descriptor >= 0 else { throw SystemFile.unwritable(path) }
      if let temporaryPath { UnfinishedFile.begins(temporaryPath) }
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

  deinit {
    if !isFinished, let temporaryPath {
      unlink(temporaryPath)
      UnfinishedFile.ends()
    }
    if descriptor > SystemFile.standardError { close(descriptor) }
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(Diagnostic) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes out what is collected.
  func flush() throws(Diagnostic) {
    guard !buffer.isEmpty else { return }
    do {
      try buffer.withUnsafeBytes { try SystemFile.write($0, to: descriptor, named: name) }
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw SystemFile.unwritable(name)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes out everything and gives a file its name.
  func finish() throws(Diagnostic) {
    try flush()
    isFinished = true
    guard let temporaryPath else { return }
    UnfinishedFile.ends()
    guard rename(temporaryPath, target) == 0 else {
      let failure = SystemFile.unwritable(name)
      unlink(temporaryPath)
      throw failure
    }
  }
}

/// Where results go.
enum OutputPlace: Hashable {
  case standardOutput
  case file(String)
}
