internal import Diagnostics
internal import Synchronization
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
      terminalWidth =
        SystemFile.isTerminal(descriptor)
        ? SystemFile.terminalSize(descriptor)?.columns ?? 80 : nil
    case .file(let path):
      name = path
      terminalWidth = nil
      var status = stat()
      let isThere = stat(path, &status) == 0
      if isThere, status.st_mode & S_IFMT != S_IFREG {
        // A device or a pipe is written to as it is: replacing it would take it away.
        descriptor = open(path, O_WRONLY | O_CLOEXEC)
        temporaryPath = nil
      } else {
        let temporary = Self.target(of: path) + ".\(getpid()).part"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        temporaryPath = temporary
        if descriptor >= 0, isThere { _ = fchmod(descriptor, status.st_mode & 0o7777) }
      }
      guard descriptor >= 0 else { throw SystemFile.unwritable(path) }
      Self.unfinished.withLock { $0 = temporaryPath }
    }
  }

  /// Where a link points: the file behind it is replaced, not the link.
  private static func target(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  deinit {
    if !isFinished, let temporaryPath { unlink(temporaryPath) }
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
    let target =
      temporaryPath.dropLast(".\(getpid()).part".count)
    guard rename(temporaryPath, String(target)) == 0 else {
      let failure = SystemFile.unwritable(name)
      unlink(temporaryPath)
      throw failure
    }
    Self.unfinished.withLock { $0 = nil }
  }

  // MARK: - Leaving in the middle

  private static let unfinished = Mutex<String?>(nil)

  /// Removes the half file, if there is one: the process is about to end.
  static func removeUnfinished() {
    unfinished.withLock { path in
      if let path { unlink(path) }
      path = nil
    }
  }
}

/// Where results go.
enum OutputPlace: Hashable {
  case standardOutput
  case file(String)
}
