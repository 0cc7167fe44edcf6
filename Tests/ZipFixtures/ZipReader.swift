internal import CZlib

/// Unpacks archives of ZIP, in which workbooks and documents come.
package struct ZipReader {
  /// The files by their paths.
  package let files: [String: [UInt8]]
  /// The paths in order.
  package let paths: [String]

  /// Reads an archive by its directory; `nil` where it is none, or a file in it is damaged.
  package init?(_ archive: [UInt8]) {
    func number(_ place: Int, _ length: Int) -> Int? {
      guard place >= 0, place + length <= archive.count else { return nil }
      return (0..<length).reduce(0) { $0 | Int(archive[place + $1]) << (8 * $1) }
    }
    let signature: [UInt8] = [0x50, 0x4B, 5, 6]
    guard archive.count >= 22,
      let end = (0...archive.count - 22).last(where: { Array(archive[$0..<$0 + 4]) == signature }),
      let count = number(end + 10, 2), var place = number(end + 16, 4)
    else { return nil }
    var files: [String: [UInt8]] = [:]
    var paths: [String] = []
    for _ in 0..<count {
      guard number(place, 4) == 0x0201_4B50, let method = number(place + 10, 2),
        let checksum = number(place + 16, 4),
        let packed = number(place + 20, 4), let size = number(place + 24, 4),
        let nameLength = number(place + 28, 2), let extraLength = number(place + 30, 2),
        let commentLength = number(place + 32, 2), let header = number(place + 42, 4),
        let localName = number(header + 26, 2), let localExtra = number(header + 28, 2)
      else { return nil }
      let start = header + 30 + localName + localExtra
      guard place + 46 + nameLength <= archive.count, start + packed <= archive.count else {
        return nil
      }
      let path = String(decoding: archive[place + 46..<place + 46 + nameLength], as: UTF8.self)
      let bytes = Array(archive[start..<start + packed])
      guard let content = method == 0 ? bytes : Self.inflated(bytes, size: size),
        content.count == size,
        Int(crc32(0, content, UInt32(content.count))) == checksum
      else { return nil }
      files[path] = content
      paths.append(path)
      place += 46 + nameLength + extraLength + commentLength
    }
    self.files = files
    self.paths = paths
  }

  /// A file as text.
  package func text(_ path: String) -> String? {
    files[path].map { String(decoding: $0, as: UTF8.self) }
  }

  private static func inflated(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var (input, output) = (bytes, [UInt8](repeating: 0, count: max(size, 1)))
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    return Array(output.prefix(Int(stream.total_out)))
  }
}
