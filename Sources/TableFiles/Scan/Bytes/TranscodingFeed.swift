internal import Synchronization

/// Turns a store into well-formed UTF-8, block by block. What the encoding does not have becomes
/// U+FFFD, the replacement character.
///
/// Safe although unchecked: the store that owns the feed lets one worker at a time draw on it.
final class TranscodingFeed: ByteFeed, @unchecked Sendable {
  private let source: ByteStore
  private let encoding: CSVEncoding
  private var position: Int
  private var produced = 0
  private let fault: FirstFault

  /// Where the first character stands that the encoding does not have, in the text in UTF-8.
  final class FirstFault: Sendable {
    private let offset = Atomic<Int>(Int.max)
    var value: Int? {
      let value = offset.load(ordering: .acquiring)
      return value == Int.max ? nil : value
    }
    fileprivate func note(_ offset: Int) {
      if value == nil { self.offset.store(offset, ordering: .releasing) }
    }
  }

  init(_ source: ByteStore, from start: Int, as encoding: CSVEncoding, fault: FirstFault) {
    self.source = source
    self.encoding = encoding
    position = start
    self.fault = fault
  }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    // A byte of any encoding becomes three at most, and so does a pair of them.
    let wanted = buffer.count / 4 & ~1
    var block = try source.bytes(position..<position + wanted)
    var isLast = block.count < wanted
    if encoding == .utf8, !isLast,
      let cut = block.indices.suffix(4).last(where: { block[$0] & 0xC0 != 0x80 })
    {
      // A character that the end of the block cuts off waits for the rest.
      block.removeLast(block.count - cut)
    }
    if isWide, !isLast, let high = block.dropFirst(wanted - 2).first,
      let low = block.last, (encoding == .utf16BigEndian ? high : low) & 0xFC == 0xD8
    {
      // The first half of a pair waits for the second.
      block.removeLast(2)
      isLast = false
    }
    position += block.count
    guard !block.isEmpty else { return 0 }
    var output = Output(buffer: buffer, start: produced, fault: fault)
    block.withUnsafeBufferPointer { bytes in
      switch encoding {
      case .utf8: Self.repaired(bytes, &output)
      case .windows1252:
        for byte in bytes { output.append(Windows1252.scalar(byte)) }
      case .utf16LittleEndian: Self.wide(bytes, highFirst: false, &output)
      case .utf16BigEndian: Self.wide(bytes, highFirst: true, &output)
      }
    }
    produced += output.count
    return output.count
  }

  private var isWide: Bool { encoding == .utf16LittleEndian || encoding == .utf16BigEndian }

  private static func repaired(_ bytes: Bytes, _ output: inout Output) {
    var i = 0
    while i < bytes.count {
      let end = UTF8Scan.endOfASCII(bytes, from: i)
      output.append(bytes[i..<end])
      i = end
      guard i < bytes.count else { return }
      let (length, isValid) = UTF8Scan.sequence(bytes, at: i)
      if isValid { output.append(bytes[i..<i + length]) } else { output.append(nil) }
      i += length
    }
  }

  private static func wide(_ bytes: Bytes, highFirst: Bool, _ output: inout Output) {
    func unit(_ i: Int) -> UInt32 {
      let (a, b) = (UInt32(bytes[2 * i]), UInt32(bytes[2 * i + 1]))
      return highFirst ? a << 8 | b : b << 8 | a
    }
    let units = bytes.count / 2
    var i = 0
    while i < units {
      let first = unit(i)
      i += 1
      if first & 0xF800 != 0xD800 {
        output.append(first)
      } else if first < 0xDC00, i < units, unit(i) & 0xFC00 == 0xDC00 {
        output.append(0x10000 + (first & 0x3FF) << 10 + unit(i) & 0x3FF)
        i += 1
      } else {
        output.append(nil)
      }
    }
    if bytes.count % 2 == 1 { output.append(nil) }
  }

  /// The text in UTF-8. The buffer has room for three bytes a byte.
  private struct Output {
    let buffer: UnsafeMutableRawBufferPointer
    let start: Int
    let fault: FirstFault
    var count = 0

    mutating func append(_ scalar: UInt32?) {
      if scalar == nil { fault.note(start + count) }
      let scalar = scalar ?? 0xFFFD
      switch scalar {
      case 0..<0x80: put(scalar)
      case 0x80..<0x800:
        put(0xC0 | scalar >> 6)
        put(0x80 | scalar & 0x3F)
      case 0x800..<0x10000:
        put(0xE0 | scalar >> 12)
        put(0x80 | scalar >> 6 & 0x3F)
        put(0x80 | scalar & 0x3F)
      default:
        put(0xF0 | scalar >> 18)
        put(0x80 | scalar >> 12 & 0x3F)
        put(0x80 | scalar >> 6 & 0x3F)
        put(0x80 | scalar & 0x3F)
      }
    }

    /// Text that is well-formed already.
    mutating func append(_ text: Slice<Bytes>) {
      UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyBytes(from: text)
      count += text.count
    }

    private mutating func put(_ byte: UInt32) {
      buffer[count] = UInt8(truncatingIfNeeded: byte)
      count += 1
    }
  }
}
