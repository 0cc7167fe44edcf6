/// The words that stand for a missing value.
struct MissingWords {
  private var words: [[UInt8]] = []
  /// A bit for each length up to 62; bit 63 for all longer ones. Rules out nearly every value.
  private var lengths: UInt64 = 0

  init(_ words: Set<String>) {
    for word in words {
      let folded = Array(word.utf8).withUnsafeBufferPointer { Blanks.trimmed($0).map(Self.fold) }
      guard !folded.isEmpty else { continue }
      self.words.append(folded)
      lengths |= 1 << UInt64(min(folded.count, 63))
    }
  }

  /// Whether there are no words.
  var isEmpty: Bool { words.isEmpty }

  /// Whether a value without blanks around it is one of the words; the empty value is none.
  func contains(_ value: Bytes) -> Bool {
    guard lengths >> UInt64(min(value.count, 63)) & 1 == 1 else { return false }
    return words.contains { word in
      word.count == value.count && zip(word, value).allSatisfy { $0 == Self.fold($1) }
    }
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
