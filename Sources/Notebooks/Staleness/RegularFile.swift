#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Files as the system keeps them, whatever names they have.
package enum RegularFile {
  /// What tells a file from every other: two names of the same have the same.
  package struct Identity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// What a path leads to, links followed; `nil` where nothing is there.
    package init?(of path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  /// Why a file was not opened.
  enum Failure: Error, Hashable {
    /// The system's reason.
    case system(Int32)
    /// A folder, device, pipe or socket.
    case noFile
  }

  /// Opens a file for reading. A device never ends, and a pipe waits for somebody to write: neither is
  /// opened for more than a look at what it is.
  static func open(_ path: String) throws(Failure) -> (descriptor: Int32, size: Int) {
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #else
      let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #endif
    guard descriptor >= 0 else { throw .system(errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .noFile
    }
    return (descriptor, Int(status.st_size))
  }

  /// Whether something is there that is no file: a folder, device, pipe or socket.
  static func isOther(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// The path without links; `nil` where nothing is there.
  package static func resolved(_ path: String) -> String? {
    realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }
}
