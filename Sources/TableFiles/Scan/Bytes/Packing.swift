internal import Diagnostics

/// How a file is packed.
enum Packing: String {
  case gzip
  case zstandard = "Zstandard"

  /// The packing of a file that starts like that; `nil` if it is not packed.
  init?(_ start: [UInt8]) {
    switch start.prefix(8).withUnsafeBufferPointer({ FileKind($0) }) {
    case .gzip: self = .gzip
    case .zstandard: self = .zstandard
    default: return nil
    }
  }

  /// The unpacked bytes of a feed, as far as somebody needs them.
  func unpacking(
    _ packed: any ByteFeed, named name: String
  ) throws(Diagnostic) -> any ByteFeed {
    self == .gzip ? try GzipFeed(packed, named: name) : ZstandardFeed(packed, named: name)
  }
}
