internal import Diagnostics
internal import Labels

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Lets one process at a time change a workspace. The system takes the lock away from a process that ends,
/// however it ends.
final class WorkspaceLock {
  private let file: Int32

  /// Waits for the lock.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - seconds: How long to wait for another process.
  /// - Throws: A problem if another process keeps it so long.
  init(_ folder: String, waiting seconds: Double = 10) throws(ImportProblem) {
    let path = "\(folder)/.nyckeltal.lock"
    #if canImport(Glibc)
      file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    #else
      file = Darwin.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    #endif
    guard file >= 0 else { throw Self.unwritable(path) }
    for _ in 0...Int(seconds * 20) {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw Self.unwritable(path) }
      usleep(50_000)
    }
    // `deinit` closes the file: all of the object is there by now.
    throw ImportProblem(
      .error, "import-locked", at: SourceLocation(file: folder),
      Label(
        "en annan inläsning ändrar arbetsytan just nu",
        "another import is changing the workspace just now"),
      fixes: [Label("försök igen när den är klar", "try again when it is done")])
  }

  private static func unwritable(_ path: String) -> ImportProblem {
    ImportProblem(unwritable: path, because: String(cString: strerror(errno)))
  }

  deinit { close(file) }
}
