package import Diagnostics
internal import TableFiles

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Files that are read whole, and appear whole or not at all.
package enum NotebookFile {
  /// The bytes that a notebook, or a chart of it, may have.
  static let mostBytes = 64 << 20

  /// The bytes of a file; `nil` where it cannot be read.
  package static func read(_ path: String) -> [UInt8]? { try? contents(of: path) }

  /// The bytes of a notebook.
  ///
  /// - Parameter path: The file.
  /// - Returns: All of them.
  /// - Throws: A `Diagnostic` where there is none, it may not be read, is no file, or has more than 64 MB.
  package static func contents(of path: String) throws(Diagnostic) -> [UInt8] {
    func unreadable(_ reason: String) -> Diagnostic {
      Diagnostic(
        .error, "notebook-file", at: SourceLocation(file: path), "the notebook cannot be read",
        because: reason)
    }
    let file: (descriptor: Int32, size: Int)
    do throws(RegularFile.Failure) {
      file = try RegularFile.open(path)
    } catch {
      switch error {
      case .noFile: throw unreadable("it is a folder, a device or a pipe, not a file")
      case .system(let code): throw unreadable(String(cString: strerror(code)))
      }
    }
    defer { close(file.descriptor) }
    let large = "it has more than \(mostBytes >> 20) MB"
    guard file.size <= mostBytes else { throw unreadable(large) }
    guard let bytes = all(file.descriptor, file.size) else {
      throw unreadable(String(cString: strerror(errno)))
    }
    // A file can grow while it is read.
    guard bytes.count <= mostBytes else { throw unreadable(large) }
    return bytes
  }

  /// All bytes behind a descriptor, as far as a notebook can have them and one piece further.
  private static func all(_ descriptor: Int32, _ size: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = part.withUnsafeMutableBytes { buffer in
        call { systemRead(descriptor, buffer) }
      }
      if count < 0 { return nil }
      if count == 0 || bytes.count > mostBytes { return bytes }
      bytes += part[..<count]
    }
  }

  /// Writes a file whole or not at all.
  ///
  /// - Throws: A `Diagnostic` with the system's reason.
  package static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    try WholeFile.write(bytes, to: path)
  }

  /// Makes a folder if it is not there.
  static func makeFolder(_ path: String) throws(Diagnostic) {
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw WholeFile.unwritable(path) }
  }

  /// Removes a file, and its folder if nothing else stands in it.
  static func remove(_ path: String) {
    unlink(path)
    if let slash = path.lastIndex(of: "/") { rmdir(String(path[..<slash])) }
  }

  private static func call(_ body: () -> Int) -> Int {
    while true {
      let count = body()
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private static func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, bytes.baseAddress, bytes.count)
    #else
      Darwin.read(file, bytes.baseAddress, bytes.count)
    #endif
  }
}

extension RunOutcome {
  /// Writes what has changed: charts first, then the notebook, then charts that nobody shows are removed.
  ///
  /// - Parameters:
  ///   - path: The notebook's file.
  ///   - folder: Its folder.
  /// - Returns: Whether it was written; not where the file is no longer what was run.
  /// - Throws: A `Diagnostic` for a file that cannot be written.
  package func save(to path: String, folder: NotebookFolder) throws(Diagnostic) -> Bool {
    guard NotebookFile.read(path) == before else { return false }
    for asset in assets {
      let place = folder.path(asset.path)
      if let slash = place.lastIndex(of: "/") {
        try NotebookFile.makeFolder(String(place[..<slash]))
      }
      try NotebookFile.write(asset.bytes, to: place)
    }
    if after != before { try NotebookFile.write(after, to: path) }
    for asset in removedAssets { NotebookFile.remove(folder.path(asset)) }
    return true
  }
}
