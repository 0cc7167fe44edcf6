internal import Diagnostics
internal import TableFiles

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The calls to the system that a query needs. Foundation would do, but takes longer to start than
/// a query on a small file takes in all.
enum SystemFile {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// Opens those of the three streams that whoever started the process has closed: else the next
  /// file to be opened takes a stream's number, and what is meant for a person goes into it.
  static func openStandardStreams() {
    for descriptor in standardInput...standardError where fcntl(descriptor, F_GETFD) < 0 {
      // Reading from standard output fails as writing to a closed one would.
      _ = open("/dev/null", descriptor == standardInput ? O_WRONLY : O_RDONLY)
    }
  }

  /// Hears the signals that end a program, also where it was started by one that had them blocked: a thread
  /// of a pool has, and what it starts gets them so. Such a program could not be ended but by force.
  static func hearSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    // What no file may grow beyond is told as any other reason why it cannot be written.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Where the address space has a bound, threads share what the system's allocator sets aside: it would
  /// take 64 MB for each of them.
  static func shareAddressSpace() {
    #if canImport(Glibc)
      var limit = rlimit()
      guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
        limit.rlim_cur < 4 << 30, let function = dlsym(nil, "mallopt")
      else { return }
      // The module of the C library has no malloc.h; there M_ARENA_MAX is -8.
      let mallopt = unsafeBitCast(function, to: (@convention(c) (Int32, Int32) -> Int32).self)
      _ = mallopt(-8, 1)
    #endif
  }

  /// As many files at a time as the system lets the process have at most: a pattern may mean thousands. The
  /// lower number that it starts with is for programs that cannot take more.
  static func allowManyFiles() {
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
    limit.rlim_cur = min(limit.rlim_max, 65536)
    setrlimit(files, &limit)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) != 0 }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The columns and rows of the terminal behind a descriptor.
  static func terminalSize(_ descriptor: Int32) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Writes bytes whole. A pipe whose reader has gone ends the process quietly by its signal.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, named name: String
  ) throws(Diagnostic) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, base, rest.count)
      #else
        let count = Darwin.write(descriptor, base, rest.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw WholeFile.unwritable(name) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Writes a text to standard error; what cannot be written there is lost.
  static func complain(_ text: String) {
    var text = text
    text.withUTF8 { try? write(UnsafeRawBufferPointer($0), to: standardError, named: "") }
  }

  /// The longest file of SQL, in bytes.
  private static let longestText = 16 << 20

  /// The text of a file in UTF-8.
  static func text(of path: String, named name: String? = nil) throws(Diagnostic) -> String {
    let location = SourceLocation(file: name ?? path)
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try SystemCalls.contents(of: path, atMost: longestText)
    } catch {
      throw Diagnostic(
        .error, "sql-file", at: location, "the file cannot be read", because: error.message + ".",
        fixes: ["name a file of statements"])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(
        .error, "sql-file", at: location, "the file is not UTF-8 text",
        fixes: ["save it again as UTF-8"])
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}
