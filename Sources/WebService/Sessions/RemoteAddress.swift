/// Addresses that requests come from, as text.
enum RemoteAddress {
  /// An address of IPv4 that a socket of IPv6 writes as `::ffff:192.0.2.1`, as what it is.
  static func plain(_ text: String) -> String {
    text.hasPrefix("::ffff:") && text.contains(".") ? String(text.dropFirst(7)) : text
  }

  /// What one who counts by address counts by: of IPv6 the network of 64 bits, as whoever has one of its addresses
  /// has all of them.
  static func counted(_ text: String) -> String {
    guard text.contains(":") else { return text }
    var groups = text.split(separator: ":")
    if let gap = text.firstRange(of: "::") {
      let before = text[..<gap.lowerBound].split(separator: ":")
      let after = text[gap.upperBound...].split(separator: ":")
      let zeros = Array(repeating: Substring("0"), count: max(0, 8 - before.count - after.count))
      groups = before + zeros + after
    }
    return groups.prefix(4).map { $0.drop { $0 == "0" }.lowercased() }.joined(separator: ":")
  }
}
