/// The line `sep=;` that tells Excel the delimiter.
enum SeparatorLine {
  /// The delimiter and where the next line starts, if the text starts with such a line.
  static func find(in bytes: Bytes) -> (delimiter: UInt8, end: Int)? {
    guard bytes.count >= 5, bytes.starts(with: "sep=".utf8) else { return nil }
    let delimiter = bytes[4]
    guard delimiter < 0x80, delimiter != .quote, delimiter != .lf, delimiter != .cr else {
      return nil
    }
    if bytes.count == 5 { return (delimiter, 5) }
    if bytes[5] == .lf { return (delimiter, 6) }
    guard bytes[5] == .cr else { return nil }
    return (delimiter, bytes.count > 6 && bytes[6] == .lf ? 7 : 6)
  }
}
