internal import CZlib
internal import CZstd
internal import Diagnostics

/// What is packed, block by block, for the two unpackers.
struct PackedInput: Sendable {
  private var feed: any ByteFeed
  private var block = [UInt8](repeating: 0, count: 1 << 17)
  /// The bytes of the block that nobody has taken.
  private(set) var rest = 0..<0
  /// Whether there was anything at all.
  private(set) var isEmpty = true

  init(_ feed: any ByteFeed) {
    self.feed = feed
  }

  /// Makes sure that there are bytes to take; `false` at the end.
  mutating func hasMore() throws -> Bool {
    guard rest.isEmpty else { return true }
    let got = try block.withUnsafeMutableBytes { try feed.fill($0) }
    rest = 0..<got
    if got > 0 { isEmpty = false }
    return got > 0
  }

  /// The next byte, which is not taken. There must be one.
  var first: UInt8 { block[rest.lowerBound] }

  /// Hands over the bytes; `body` returns how many it took, and a result.
  mutating func take<Result>(
    _ body: (UnsafeMutableBufferPointer<UInt8>) -> (taken: Int, Result)
  ) -> Result {
    let (taken, result) = block.withUnsafeMutableBufferPointer {
      body(UnsafeMutableBufferPointer(rebasing: $0[rest]))
    }
    rest = rest.lowerBound + taken..<rest.upperBound
    return result
  }
}

/// Unpacks gzip; files that were appended to each other count as one.
///
/// Safe although unchecked: the store that owns the feed lets one worker at a time draw on it.
final class GzipFeed: ByteFeed, @unchecked Sendable {
  private var input: PackedInput
  private let stream: UnsafeMutablePointer<z_stream>
  private let name: String
  private var isInMember = true
  private var isFirst = true

  init(_ feed: any ByteFeed, named name: String) throws(Diagnostic) {
    input = PackedInput(feed)
    self.name = name
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and a gzip header.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
      throw ScanProblem.damagedArchive(.gzip).diagnostic(at: name)
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let base = buffer.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    let room = min(buffer.count, Int(UInt32.max))
    stream.pointee.next_out = base
    stream.pointee.avail_out = UInt32(room)
    while stream.pointee.avail_out > 0 {
      guard try input.hasMore() else {
        if isInMember { throw ScanProblem.truncatedArchive(.gzip).diagnostic(at: name) }
        break
      }
      if !isInMember {
        // Tapes fill a file up with zeros.
        if input.first == 0 {
          input.take { _ in (1, ()) }
          continue
        }
        inflateReset(stream)
        isInMember = true
      }
      let status = input.take { bytes in
        stream.pointee.next_in = bytes.baseAddress
        stream.pointee.avail_in = UInt32(bytes.count)
        let status = inflate(stream, Z_NO_FLUSH)
        return (bytes.count - Int(stream.pointee.avail_in), status)
      }
      switch status {
      case Z_STREAM_END: isInMember = false
      case Z_OK, Z_BUF_ERROR: break
      default: throw ScanProblem.damagedArchive(.gzip).diagnostic(at: name)
      }
    }
    return room - Int(stream.pointee.avail_out)
  }
}

/// Unpacks Zstandard; frames that follow each other count as one.
///
/// Safe although unchecked: the store that owns the feed lets one worker at a time draw on it.
final class ZstandardFeed: ByteFeed, @unchecked Sendable {
  private var input: PackedInput
  private let stream: OpaquePointer?
  private let name: String
  private var isInFrame = true

  init(_ feed: any ByteFeed, named name: String) {
    input = PackedInput(feed)
    self.name = name
    stream = ZSTD_createDStream()
  }

  deinit {
    ZSTD_freeDStream(stream)
  }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
    while output.pos < output.size {
      guard try input.hasMore() else {
        if isInFrame {
          // What is unpacked already may still wait inside.
          let before = output.pos
          var none = ZSTD_inBuffer(src: nil, size: 0, pos: 0)
          let left = input.isEmpty ? 1 : ZSTD_decompressStream(stream, &output, &none)
          if output.pos > before, ZSTD_isError(left) == 0 { return output.pos }
          throw ScanProblem.truncatedArchive(.zstandard).diagnostic(at: name)
        }
        break
      }
      let left = input.take { bytes in
        var source = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
        let left = ZSTD_decompressStream(stream, &output, &source)
        return (source.pos, left)
      }
      if ZSTD_isError(left) != 0 {
        throw ScanProblem.damagedArchive(.zstandard).diagnostic(at: name)
      }
      isInFrame = left != 0
    }
    return output.pos
  }
}
