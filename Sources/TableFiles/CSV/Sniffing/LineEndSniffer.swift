/// Finds what ends the first line.
enum LineEndSniffer {
  static func lineEnd(of bytes: Bytes) -> CSVDialect.LineEnd? {
    guard let index = bytes.firstIndex(where: { $0 == .lf || $0 == .cr }) else { return nil }
    if bytes[index] == .lf { return .lf }
    return index + 1 < bytes.count && bytes[index + 1] == .lf ? .crlf : .cr
  }
}
