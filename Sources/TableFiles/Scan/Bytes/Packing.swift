internal import Diagnostics

/// How a file is packed.
enum Packing: String {
  case gzip
  case zstandard = "Zstandard"

  /// The packing of a file that starts like that; `nil` if it is not packed.
  init?(_ start: [UInt8]) {
    switch start.withUnsafeBufferPointer({ FileKind($0) }) {
    case .gzip: self = .gzip
    case .zstandard: self = .zstandard
    default: return nil
    }
  }

  /// The unpacked bytes of a feed, as far as somebody needs them.
  func store(_ packed: any ByteFeed, named name: String) throws -> ByteStore {
    try ByteStore(unpacking(packed, named: name), named: name)
  }

  /// All unpacked bytes of a file.
  static func unpacked(_ bytes: [UInt8], named name: String) throws(Diagnostic) -> [UInt8] {
    guard let packing = Packing(Array(bytes.prefix(8))) else { return bytes }
    do {
      var feed = try packing.unpacking(ArrayFeed(bytes), named: name)
      var result: [UInt8] = []
      var block = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let got = try block.withUnsafeMutableBytes { try feed.fill($0) }
        if got == 0 { return result }
        result += block[..<got]
      }
    } catch {
      throw error as? Diagnostic ?? ScanProblem.damagedArchive(packing).diagnostic(at: name)
    }
  }

  private func unpacking(
    _ packed: any ByteFeed, named name: String
  ) throws(Diagnostic) -> any ByteFeed {
    self == .gzip ? try GzipFeed(packed, named: name) : ZstandardFeed(packed, named: name)
  }
}
