package import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The calls of the system that reading needs, with errors as diagnostics.
package enum SystemCalls {
  /// Opens a file for reading. What is no file is refused: a device never ends, and a pipe waits for
  /// somebody to write. The pipes that a shell opens for a command may be read.
  static func open(_ path: String, named name: String) throws(Diagnostic) -> Int32 {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, flags)
    #else
      let descriptor = Darwin.open(path, flags)
    #endif
    guard descriptor >= 0 else { throw failure(named: name) }
    var status = stat()
    let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    let safe = ["/dev/fd/", "/dev/stdin", "/proc/self/fd/", "/dev/null"]
    guard kind == S_IFREG || kind == S_IFDIR || safe.contains(where: path.hasPrefix) else {
      close(descriptor)
      throw CSVProblem.unreadable(.noFile).diagnostic(at: name)
    }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    return descriptor
  }

  /// The bytes of a file that may be held in memory: half of what there is for this process.
  static let mostInMemory: Int = {
    let pages = Int(sysconf(Int32(_SC_PHYS_PAGES)))
    let memory = pages.multipliedReportingOverflow(by: Int(sysconf(Int32(_SC_PAGESIZE))))
    var limit = rlimit()
    #if canImport(Glibc)
      let isLimited = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
    #else
      let isLimited = getrlimit(RLIMIT_AS, &limit) == 0
    #endif
    let most = memory.overflow || memory.partialValue <= 0 ? Int.max : memory.partialValue
    return min(most, isLimited ? Int(clamping: limit.rlim_cur) : Int.max) / 2
  }()

  /// All bytes of a file of definitions or statements, which are small.
  ///
  /// - Parameters:
  ///   - path: The file; pipes that a shell opens for a command may be read too.
  ///   - limit: So many bytes it may hold.
  /// - Returns: Its bytes.
  /// - Throws: A diagnostic of the file with the reason: there is none, it is a device or a pipe, it is
  ///   larger.
  package static func contents(of path: String, atMost limit: Int) throws(Diagnostic) -> [UInt8] {
    let descriptor = try open(path, named: path)
    defer { close(descriptor) }
    if let size = try size(descriptor, named: path), size > limit {
      throw CSVProblem.unreadable(.large(size, atMost: limit)).diagnostic(at: path)
    }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = try read(descriptor, into: &block, block.count, named: path)
      if got == 0 { return bytes }
      bytes += block[..<got]
      guard bytes.count <= limit else {
        throw CSVProblem.unreadable(.large(bytes.count, atMost: limit)).diagnostic(at: path)
      }
    }
  }

  /// A second descriptor of standard input, so that closing it does no harm.
  static func duplicateOfStandardInput(named name: String) throws(Diagnostic) -> Int32 {
    let descriptor = fcntl(0, F_DUPFD_CLOEXEC, 0)
    guard descriptor >= 0 else { throw failure(named: name) }
    return descriptor
  }

  /// The size of a regular file; `nil` for pipes and the like.
  static func size(_ descriptor: Int32, named name: String) throws(Diagnostic) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(named: name) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw CSVProblem.unreadable(.folder).diagnostic(at: name) }
    return kind == S_IFREG ? Int(status.st_size) : nil
  }

  /// Whether there is anything under a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The processors that may be used.
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Says that a file will be read from front to back.
  static func willReadInOrder(_ descriptor: Int32) {
    #if canImport(Glibc)
      _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    #endif
  }

  /// Reads at most `count` bytes from where the descriptor stands; 0 at the end.
  static func read(
    _ descriptor: Int32, into start: UnsafeMutableRawPointer, _ count: Int, named name: String
  ) throws(Diagnostic) -> Int {
    while true {
      #if canImport(Glibc)
        let got = Glibc.read(descriptor, start, count)
      #else
        let got = Darwin.read(descriptor, start, count)
      #endif
      if got >= 0 { return got }
      if errno != EINTR { throw failure(named: name) }
    }
  }

  /// The first bytes of a pipe, enough to tell what comes; fewer than eight only if there are no more.
  static func beginning(_ descriptor: Int32, named name: String) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 8 {
      let got = try read(descriptor, into: &block, block.count, named: name)
      if got == 0 { break }
      bytes += block[..<got]
    }
    return bytes
  }

  /// A stretch of a file.
  static func bytes(
    _ descriptor: Int32, _ range: Range<Int>, named name: String
  ) throws(Diagnostic) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let got = try read(
      descriptor, at: range.lowerBound, into: &bytes, range.count, named: name)
    return Array(bytes[..<got])
  }

  /// Reads `count` bytes from an offset, fewer only at the end of the file.
  static func read(
    _ descriptor: Int32, at offset: Int, into start: UnsafeMutableRawPointer, _ count: Int,
    named name: String
  ) throws(Diagnostic) -> Int {
    var done = 0
    while done < count {
      let got = pread(descriptor, start + done, count - done, off_t(offset + done))
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw failure(named: name) }
      if got == 0 { break }
      done += got
    }
    return done
  }

  /// Writes all bytes; `false` if the system refuses.
  package static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while let base = rest.baseAddress, rest.count > 0 {
      #if canImport(Glibc)
        let written = Glibc.write(descriptor, base, rest.count)
      #else
        let written = Darwin.write(descriptor, base, rest.count)
      #endif
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return true
  }

  /// A temporary file that no other program sees: its name is gone at once.
  static func temporaryFile() -> Int32? {
    let folder = getenv("TMPDIR").map { String(cString: $0) }
    for folder in [folder, "/var/tmp", "/tmp"].compactMap({ $0 }) where !folder.isEmpty {
      // mkstemp asks for six X at the end and puts its own letters there.
      var template = Array("\(folder)/nyckeltal-XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      guard descriptor >= 0 else { continue }
      unlink(template)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return descriptor
    }
    return nil
  }

  static func close(_ descriptor: Int32) {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }

  private static func failure(named name: String) -> Diagnostic {
    let cause: CSVProblem.ReadFailure =
      switch errno {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .permission
      case EISDIR: .folder
      default: .system(errno)
      }
    return CSVProblem.unreadable(cause).diagnostic(at: name)
  }
}
