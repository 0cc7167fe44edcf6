internal import Diagnostics
internal import Synchronization

/// Where bytes come from that can be read only once, from front to back.
protocol ByteFeed: Sendable {
  /// Fills a buffer as far as it likes.
  ///
  /// - Returns: The number of bytes; 0 at the end.
  /// - Throws: A ``Diagnostic``.
  mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes that any thread may read at any offset: a file, a feed that a temporary file keeps, or bytes
/// in memory.
///
/// Files are read, not mapped: a mapped file that another program cuts short kills the process.
/// A feed is drawn on only as far as somebody needs its bytes, by the worker that needs them, so
/// that one worker unpacks while the others parse. All of it stays in the temporary file, which
/// may be larger than memory: a query can start again, and a source can be read several times.
final class ByteStore: Sendable {
  /// The file as messages name it.
  let name: String
  private let backing: Backing
  /// How many bytes can be read at once.
  private let available: Atomic<Int>
  private let inflow: Mutex<Inflow>

  private enum Backing {
    case file(Int32)
    case memory([UInt8])
  }

  private struct Inflow {
    var feed: (any ByteFeed)?
    var failure: (any Error)?
  }

  /// The bytes of a regular file.
  init(file descriptor: Int32, size: Int, named name: String) {
    backing = .file(descriptor)
    self.name = name
    available = Atomic(size)
    inflow = Mutex(Inflow())
    SystemCalls.willReadInOrder(descriptor)
  }

  /// Bytes in memory.
  init(_ bytes: [UInt8], named name: String) {
    backing = .memory(bytes)
    self.name = name
    available = Atomic(bytes.count)
    inflow = Mutex(Inflow())
  }

  /// The bytes of a feed.
  init(_ feed: any ByteFeed, named name: String) throws(Diagnostic) {
    guard let descriptor = SystemCalls.temporaryFile() else {
      throw ScanProblem.noTemporaryFile.diagnostic(at: name)
    }
    backing = .file(descriptor)
    self.name = name
    available = Atomic(0)
    inflow = Mutex(Inflow(feed: feed))
  }

  deinit {
    if case .file(let descriptor) = backing { SystemCalls.close(descriptor) }
  }

  /// The number of bytes, once it is known.
  var size: Int? {
    inflow.withLock { $0.feed == nil && $0.failure == nil }
      ? available.load(ordering: .acquiring) : nil
  }

  /// Waits until there are `end` bytes or all of them.
  ///
  /// - Returns: The number of bytes that can be read, at least `end` unless there are fewer.
  func wait(for end: Int) throws -> Int {
    let ready = available.load(ordering: .acquiring)
    if ready >= end { return ready }
    return try inflow.withLock { inflow in
      if let failure = inflow.failure { throw failure }
      var ready = available.load(ordering: .relaxed)
      guard ready < end, inflow.feed != nil else { return ready }
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
      defer { buffer.deallocate() }
      do {
        while ready < end, inflow.feed != nil {
          let got = try inflow.feed?.fill(buffer) ?? 0
          guard got > 0 else {
            inflow.feed = nil
            break
          }
          let part = UnsafeRawBufferPointer(rebasing: buffer[..<got])
          guard case .file(let descriptor) = backing, SystemCalls.write(descriptor, part) else {
            throw ScanProblem.temporaryFileFull.diagnostic(at: name)
          }
          ready += got
          available.store(ready, ordering: .releasing)
        }
      } catch {
        inflow.failure = error
        throw error
      }
      return ready
    }
  }

  /// Reads `count` bytes from an offset, fewer only at the end.
  func read(at offset: Int, into start: UnsafeMutableRawPointer, _ count: Int) throws -> Int {
    let ready = try wait(for: offset + count)
    let wanted = min(count, max(0, ready - offset))
    switch backing {
    case .file(let descriptor):
      let got = try SystemCalls.read(descriptor, at: offset, into: start, wanted, named: name)
      guard got == wanted else { throw ScanProblem.changed.diagnostic(at: name) }
    case .memory(let bytes):
      bytes.withUnsafeBytes { bytes in
        guard wanted > 0, let base = bytes.baseAddress else { return }
        start.copyMemory(from: base + offset, byteCount: wanted)
      }
    }
    return wanted
  }

  /// Reads a stretch into an array.
  func bytes(_ range: Range<Int>) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      count = try read(at: range.lowerBound, into: base, range.count)
    }
  }

  /// Hands over a stretch, which is not copied if it is in memory.
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    if case .memory(let bytes) = backing {
      return try bytes.withUnsafeBufferPointer {
        try body(UnsafeBufferPointer(rebasing: $0[range.clamped(to: 0..<$0.count)]))
      }
    }
    return try bytes(range).withUnsafeBufferPointer(body)
  }

  /// All bytes, once the feed has given them.
  func all() throws -> [UInt8] {
    if case .memory(let bytes) = backing { return bytes }
    return try bytes(0..<wait(for: .max))
  }
}

extension ByteFeed {
  /// All bytes that are left.
  consuming func rest() throws -> [UInt8] { try rest(atMost: .max) ?? [] }

  /// All bytes that are left; `nil` if there are more than so many.
  consuming func rest(atMost limit: Int) throws -> [UInt8]? {
    var feed = self
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = try block.withUnsafeMutableBytes { try feed.fill($0) }
      if got == 0 { return result }
      if got > limit - result.count { return nil }
      result += block[..<got]
    }
  }
}
