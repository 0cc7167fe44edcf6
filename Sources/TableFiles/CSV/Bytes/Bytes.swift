/// The bytes of a text while it is read. What is behind them outlives every use.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UInt8 {
  static let lf = UInt8(ascii: "\n")
  static let cr = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
}
