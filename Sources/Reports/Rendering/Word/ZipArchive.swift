internal import CZlib

/// Files packed as ZIP, not compressed, all of the same day.
struct ZipArchive {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Packs a small file.
  mutating func add(_ path: String, _ bytes: [UInt8]) {
    let name = Array(path.utf8)
    let checksum = UInt32(crc32(0, bytes, UInt32(bytes.count)))
    let start = content.count
    // What both headers say: version, flags (names in UTF-8), method, 1980-01-01, checksum, sizes.
    var common: [UInt8] = []
    for number in [20, 0x800, 0, 0, 0x21] { Self.append(UInt32(number), 2, to: &common) }
    for number in [checksum, UInt32(bytes.count), UInt32(bytes.count)] {
      Self.append(number, 4, to: &common)
    }
    Self.append(UInt32(name.count), 2, to: &common)
    Self.append(0, 2, to: &common)
    Self.append(0x0403_4B50, 4, to: &content)
    content += common + name + bytes
    Self.append(0x0201_4B50, 4, to: &directory)
    Self.append(20, 2, to: &directory)
    directory += common
    for _ in 0..<3 { Self.append(0, 2, to: &directory) }
    Self.append(0, 4, to: &directory)
    Self.append(UInt32(start), 4, to: &directory)
    directory += name
    count += 1
  }

  /// The archive.
  var bytes: [UInt8] {
    var bytes = content + directory
    Self.append(0x0605_4B50, 4, to: &bytes)
    for number in [0, 0, count, count] { Self.append(UInt32(number), 2, to: &bytes) }
    Self.append(UInt32(directory.count), 4, to: &bytes)
    Self.append(UInt32(content.count), 4, to: &bytes)
    Self.append(0, 2, to: &bytes)
    return bytes
  }

  private static func append(_ number: UInt32, _ length: Int, to bytes: inout [UInt8]) {
    for place in 0..<length { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
