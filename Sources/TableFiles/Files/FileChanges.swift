internal import CFileExchange

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The calls of the system that change what is on disk. Whatever is to appear whole goes through them, so that a
/// test can end a step at each of them, or drop what was not synced.
///
/// Each says whether it was done; if not, `errno` says why.
package protocol FileChanges: Sendable {
  /// Makes a file that nobody has made, and opens it for writing; a negative number where it cannot be.
  func create(_ path: String, mode: UInt32) -> Int32
  /// Writes all bytes to an open file.
  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool
  /// Has the system keep what an open file holds.
  func sync(_ file: Int32) -> Bool
  /// Has the system keep which names a folder holds.
  func syncFolder(_ path: String) -> Bool
  func makeFolder(_ path: String, mode: UInt32) -> Bool
  func setMode(_ path: String, _ mode: UInt32) -> Bool
  /// Gives a file a second name.
  func link(_ path: String, to other: String) -> Bool
  /// Makes a link that says where to look.
  func symbolicLink(_ target: String, at path: String) -> Bool
  /// Gives a file or folder another name, also if another file bears it.
  func rename(_ path: String, to other: String) -> Bool
  /// Gives a file or folder another name, unless it is taken.
  func renameNew(_ path: String, to other: String) -> Bool
  /// Lets two files or folders change places in one step.
  func exchange(_ path: String, with other: String) -> Bool
  func removeFile(_ path: String) -> Bool
  func removeFolder(_ path: String) -> Bool
}

/// Where the calls go.
package enum CurrentFileChanges {
  /// The system, unless a test says otherwise for what it calls.
  @TaskLocal package static var value: any FileChanges = SystemFileChanges()
}

/// The calls of the system.
package struct SystemFileChanges: FileChanges {
  package init() {}

  package func create(_ path: String, mode: UInt32) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    #if canImport(Glibc)
      return Glibc.open(path, flags, mode_t(mode))
    #else
      return Darwin.open(path, flags, mode_t(mode))
    #endif
  }

  package func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
    SystemCalls.write(file, bytes)
  }

  package func sync(_ file: Int32) -> Bool { fsync(file) == 0 }

  package func syncFolder(_ path: String) -> Bool {
    #if canImport(Glibc)
      let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #else
      let file = Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #endif
    guard file >= 0 else { return false }
    defer { close(file) }
    // Some file systems keep no folders in memory, and say that there is nothing to sync.
    return fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP
  }

  package func makeFolder(_ path: String, mode: UInt32) -> Bool { mkdir(path, mode_t(mode)) == 0 }

  package func setMode(_ path: String, _ mode: UInt32) -> Bool { chmod(path, mode_t(mode)) == 0 }

  package func link(_ path: String, to other: String) -> Bool {
    #if canImport(Glibc)
      Glibc.link(path, other) == 0
    #else
      Darwin.link(path, other) == 0
    #endif
  }

  package func symbolicLink(_ target: String, at path: String) -> Bool {
    symlink(target, path) == 0
  }

  package func rename(_ path: String, to other: String) -> Bool {
    #if canImport(Glibc)
      Glibc.rename(path, other) == 0
    #else
      Darwin.rename(path, other) == 0
    #endif
  }

  package func renameNew(_ path: String, to other: String) -> Bool {
    if rename_new_file(path, other) == 0 { return true }
    // File systems that cannot do it in one call can give a second name, which fails where it is taken.
    guard errno == EINVAL || errno == ENOTSUP || errno == ENOSYS else { return false }
    guard link(path, to: other) else { return false }
    return removeFile(path)
  }

  package func exchange(_ path: String, with other: String) -> Bool {
    exchange_files(path, other) == 0
  }

  package func removeFile(_ path: String) -> Bool { unlink(path) == 0 }

  package func removeFolder(_ path: String) -> Bool { rmdir(path) == 0 }
}
