internal import Diagnostics
internal import Labels

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What a folder asks the system without changing anything.
extension WholeFolder {
  /// The names in a folder, in order; `nil`, and `errno`, where it cannot be listed.
  static func entries(of folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        bytes.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: bytes.pointee))
        {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Where a link points; `nil` for what is none.
  static func destination(of path: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = bytes.withUnsafeMutableBytes { buffer in
      buffer.baseAddress.map {
        readlink(path, $0.assumingMemoryBound(to: CChar.self), buffer.count)
      } ?? -1
    }
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// What a file holds; `nil`, and `errno`, where it cannot be read.
  package static func content(of path: String) -> [UInt8]? {
    #if canImport(Glibc)
      let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #else
      let file = Darwin.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #endif
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    // A device never ends, and a pipe waits for somebody to write.
    guard status.st_mode & S_IFMT == S_IFREG else {
      errno = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
      return nil
    }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: max(4096, min(Int(status.st_size) + 1, 1 << 20)))
    while true {
      let count = read(file, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }

  /// What the system said last.
  package static var reason: String { String(cString: strerror(errno)) }

  /// What the system said last, as a problem of a place.
  static func failure(_ path: String) -> Diagnostic {
    let reason = reason
    let message = Label("mappen kan inte ersättas", "the folder cannot be replaced")
    let fix = Label("ange en annan mapp med --output", "name another folder with --output")
    var problem = Diagnostic(
      .error, "output", at: SourceLocation(file: path), message.english, because: reason,
      fixes: [fix.english])
    problem.swedish = Diagnostic.Wording(message.swedish, because: reason, fixes: [fix.swedish])
    return problem
  }
}

extension stat {
  /// When its contents were last changed, in seconds.
  var seconds: Int {
    #if canImport(Glibc)
      Int(st_mtim.tv_sec)
    #else
      Int(st_mtimespec.tv_sec)
    #endif
  }
}
