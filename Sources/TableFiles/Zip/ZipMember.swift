internal import CZlib
internal import Diagnostics

/// Unpacks one file of a zip archive from front to back.
///
/// What unpacks to far more than it is packed in, or to more than any workbook holds, is refused as
/// soon as it shows.
final class ZipMember {
  private let store: ByteStore
  private let entry: ZipArchive.Entry
  private let stream: UnsafeMutablePointer<z_stream>
  private let block: UnsafeMutablePointer<UInt8>
  /// The next packed byte in the archive, and where they end.
  private var next: Int
  private let end: Int
  private var given = 0
  private var crc: UInt = 0
  private var isDone = false

  private static let blockSize = 1 << 17
  /// Nobody minds how tightly so many bytes are packed.
  private static let harmless = 64 << 20
  /// Sheets of equal rows are packed 100 to 200 times; deflate reaches 1032.
  private static let tightest = 400
  /// More than a full sheet of a million rows and 200 columns.
  private static let most = 16 << 30

  init(_ entry: ZipArchive.Entry, in store: ByteStore) throws(Diagnostic) {
    self.store = store
    self.entry = entry
    let damaged = FormatProblem.damaged.diagnostic(at: store.name)
    let size = store.size ?? 0
    guard entry.offset <= size else { throw damaged }
    do {
      let header = LittleEndian(
        try store.bytes(entry.offset..<min(size, entry.offset + 30)))
      guard header.uint32(0) == 0x0403_4B50, let name = header.uint16(26),
        let extra = header.uint16(28)
      else { throw damaged }
      next = entry.offset + 30 + Int(name) + Int(extra)
    } catch {
      throw error as? Diagnostic ?? damaged
    }
    guard next <= size, entry.packedSize <= size - next else { throw damaged }
    end = next + entry.packedSize
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    block = .allocate(capacity: Self.blockSize)
    // No header of zlib's own: that is what a negative window says.
    if inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK {
      throw damaged
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    block.deallocate()
  }

  /// Fills a buffer as far as it can.
  ///
  /// - Returns: The number of bytes; 0 at the end.
  func read(into start: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Diagnostic) -> Int {
    if isDone { return 0 }
    let got: Int
    do {
      got = try entry.isPacked ? inflated(into: start, count) : stored(into: start, count)
    } catch {
      throw error as? Diagnostic ?? FormatProblem.damaged.diagnostic(at: store.name)
    }
    given += got
    crc = crc32(crc, start, UInt32(got))
    let packed = max(1, entry.packedSize - (end - next))
    if given > Self.most || (given > Self.harmless && given / packed > Self.tightest) {
      throw FormatProblem.bomb.diagnostic(at: store.name)
    }
    if isDone || got == 0 {
      isDone = true
      guard UInt32(truncatingIfNeeded: crc) == entry.crc else {
        throw FormatProblem.damaged.diagnostic(at: store.name)
      }
    }
    return got
  }

  /// All bytes; a problem if there are more than so many.
  func all(atMost limit: Int) throws(Diagnostic) -> [UInt8] {
    var result: [UInt8] = []
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.blockSize)
    defer { room.deallocate() }
    while true {
      let got = try read(into: room, Self.blockSize)
      if got == 0 { return result }
      result += UnsafeBufferPointer(start: room, count: got)
      if result.count > limit { throw FormatProblem.bomb.diagnostic(at: store.name) }
    }
  }

  private func stored(into start: UnsafeMutablePointer<UInt8>, _ count: Int) throws -> Int {
    let got = try store.read(at: next, into: start, min(count, end - next))
    next += got
    return got
  }

  private func inflated(into start: UnsafeMutablePointer<UInt8>, _ count: Int) throws -> Int {
    stream.pointee.next_out = start
    stream.pointee.avail_out = UInt32(clamping: count)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0 {
        let got = try store.read(at: next, into: block, min(Self.blockSize, end - next))
        next += got
        stream.pointee.next_in = block
        stream.pointee.avail_in = UInt32(got)
      }
      let status = inflate(stream, Z_NO_FLUSH)
      if status == Z_STREAM_END {
        isDone = true
        break
      }
      // Z_BUF_ERROR with nothing left to read: the file ends too early.
      guard status == Z_OK else {
        throw FormatProblem.damaged.diagnostic(at: store.name)
      }
    }
    return count - Int(stream.pointee.avail_out)
  }
}
