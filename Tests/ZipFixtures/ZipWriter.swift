internal import CZlib

/// Packs files into an archive of ZIP, as no program would if need be.
package enum ZipWriter {
  /// An archive of deflated files in that order.
  package static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in files {
      let packed = deflated(bytes)
      let sum = UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
      var common = little(20, 2) + little(0, 2) + little(8, 2) + little(0, 4)
      common += little(Int(sum), 4) + little(packed.count, 4) + little(bytes.count, 4)
      common += little(name.utf8.count, 2) + little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      directory += little(archive.count, 4) + Array(name.utf8)
      archive += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + packed
    }
    let start = archive.count
    archive += directory + [0x50, 0x4B, 5, 6] + little(0, 4)
    archive += little(files.count, 2) + little(files.count, 2)
    return archive + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// The bytes packed, without zlib's header and sum.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    compress2(&packed, &size, bytes, UInt(bytes.count), 9)
    return Array(packed[2..<Int(size) - 4])
  }
}
