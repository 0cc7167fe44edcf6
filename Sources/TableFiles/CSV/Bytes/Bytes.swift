/// The bytes of a text while it is read. What is behind them outlives every use.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension [UInt8] {
  /// Hands over a copy of the bytes with zeros around it, so that whole words can be loaded anywhere.
  func withMargins<Result>(_ body: (Bytes) throws -> Result) rethrows -> Result {
    let margin = PartWindow.margin
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: count + 2 * margin)
    defer { room.deallocate() }
    room.initialize(repeating: 0, count: margin)
    (room + margin + count).initialize(repeating: 0, count: margin)
    withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      (room + margin).initialize(from: base, count: count)
    }
    return try body(Bytes(start: room + margin, count: count))
  }
}

extension UInt8 {
  static let lf = UInt8(ascii: "\n")
  static let cr = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
}
