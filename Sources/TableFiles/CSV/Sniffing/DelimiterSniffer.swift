/// Finds the byte between fields.
///
/// Candidates are comma, semicolon, tab and pipe. Those inside quotes do not count; a quote opens
/// only at the start of a line or after a candidate. A delimiter stands in the first row, and it
/// stands as often in the rows below.
enum DelimiterSniffer {
  /// From the one that texts hold least to the one they hold most.
  static let candidates: [UInt8] = [
    .tab, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ","),
  ]

  /// The bytes and records that are looked at.
  private static let mostBytes = 1 << 20
  private static let mostRecords = 1000

  /// The delimiter, or `nil` if the text seems to have one column.
  static func delimiter(of bytes: Bytes) -> UInt8? {
    let counts = recordCounts(bytes)
    guard let first = counts.first else { return nil }
    let rest = counts.dropFirst()
    var best: (delimiter: UInt8, equal: Int)?
    for (index, candidate) in candidates.enumerated() where first[index] > 0 {
      let equal = rest.count { $0[index] == first[index] }
      let present = rest.count { $0[index] > 0 }
      let isLikely =
        present * 2 >= rest.count || joinsNames(candidate, in: bytes)
      if isLikely, equal > best?.equal ?? -1 { best = (candidate, equal) }
    }
    return best?.delimiter
  }

  /// Whether the first line can be a list of names: a comma in a sentence has a blank after it.
  private static func joinsNames(_ candidate: UInt8, in bytes: Bytes) -> Bool {
    guard candidate == UInt8(ascii: ",") else { return true }
    let start = bytes.firstIndex { $0 != .lf && $0 != .cr } ?? 0
    let line = bytes[start...].prefix { $0 != .lf && $0 != .cr }
    return line.split(separator: candidate, omittingEmptySubsequences: false)
      .dropFirst().allSatisfy { $0.first != .space }
  }

  /// How often each candidate stands in each of the first records that are not blank.
  private static func recordCounts(_ bytes: Bytes) -> [SIMD4<Int32>] {
    var result: [SIMD4<Int32>] = []
    var counts = SIMD4<Int32>.zero
    var isFieldStart = true
    var recordStart = 0
    var i = 0
    let end = min(bytes.count, mostBytes)
    while i < end, result.count < mostRecords {
      let byte = bytes[i]
      // Letters and most else stand above all that is looked for but the pipe.
      if byte > UInt8(ascii: ";"), byte != UInt8(ascii: "|") {
        i += 1
        isFieldStart = false
        continue
      }
      if byte == .quote, isFieldStart {
        i = endOfQuoted(bytes, from: i + 1) ?? i + 1
        isFieldStart = false
        continue
      }
      i += 1
      isFieldStart = false
      if byte == .lf || byte == .cr {
        if i - 1 > recordStart { result.append(counts) }
        counts = .zero
        recordStart = i
        isFieldStart = true
      } else if byte == .tab || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: "|"), let index = candidates.firstIndex(of: byte)
      {
        counts[index] &+= 1
        isFieldStart = true
      }
    }
    // A record that the limit cuts off says nothing, unless it is the only one.
    if i > recordStart, i == bytes.count || result.isEmpty { result.append(counts) }
    return result
  }

  /// The byte after the closing quote, or `nil` if there is none.
  private static func endOfQuoted(_ bytes: Bytes, from start: Int) -> Int? {
    var i = start
    while i < bytes.count {
      guard bytes[i] == .quote else {
        i += 1
        continue
      }
      guard i + 1 < bytes.count, bytes[i + 1] == .quote else { return i + 1 }
      i += 2
    }
    return nil
  }
}
