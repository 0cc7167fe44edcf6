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

  /// The path without links; `nil` where nothing is there.
  package static func resolved(_ path: String) -> String? {
    realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }
}
