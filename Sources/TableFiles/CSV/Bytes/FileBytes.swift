internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The bytes of a text while it is read. The array behind them outlives every use.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// Reads whole files. This is the only file that calls the system.
///
/// Files are read, not memory-mapped: a mapped file that another program cuts short kills the
/// process, and a bad moment must not.
enum FileBytes {
  static func read(_ path: String, named name: String) throws(Diagnostic) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CSVProblem.unreadable(cause()).diagnostic(at: name) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw CSVProblem.unreadable(cause()).diagnostic(at: name)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw CSVProblem.unreadable(.folder).diagnostic(at: name)
    }
    // Pipes have no size; they grow the array as they go.
    var bytes = [UInt8]()
    var room = max(Int(status.st_size) + 1, 65_536)
    while true {
      let part: [UInt8]
      do throws(ReadFailure) {
        part = try readPart(descriptor, room: room)
      } catch {
        throw CSVProblem.unreadable(error.cause).diagnostic(at: name)
      }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if part.count < room { return bytes }
      room = max(bytes.count, 65_536)
    }
  }

  private struct ReadFailure: Error {
    let cause: CSVProblem.ReadFailure
  }

  /// Reads until `room` bytes are there or the file ends.
  private static func readPart(_ descriptor: Int32, room: Int) throws(ReadFailure) -> [UInt8] {
    var failed = false
    let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < room {
        #if canImport(Glibc)
          let got = Glibc.read(descriptor, base + count, room - count)
        #elseif canImport(Musl)
          let got = Musl.read(descriptor, base + count, room - count)
        #else
          let got = Darwin.read(descriptor, base + count, room - count)
        #endif
        if got < 0 && errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { return }
        count += got
      }
    }
    if failed { throw ReadFailure(cause: cause()) }
    return part
  }

  private static func cause() -> CSVProblem.ReadFailure {
    switch errno {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: .permission
    case EISDIR: .folder
    default: .system(errno)
    }
  }
}
