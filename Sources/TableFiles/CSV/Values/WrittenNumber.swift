/// A number in a writing that ``NumberScan`` leaves: thousands in groups by a mark, a unit before or
/// behind, or something that makes it no number.
///
///     written = [bound] [unit] number [unit | footnote]
///     number  = [sign] digits {mark digits of three} [other mark digits]
///
/// The marks of groups are point, comma, `'`, `’` and blanks; one number has groups of one kind. A
/// single group by a point or a comma reads as decimals as well, and ``NumberScan`` has it.
struct WrittenNumber {
  /// What makes it no number.
  enum Flaw {
    /// `<5`, `≥ 100`, `ca 7`
    case bound
    /// `123*`, `123 1)`, `123²`, `(123)`
    case footnote
    /// `12 st`
    case unit
  }

  /// The number without marks of groups, units and flaws, and what it was scanned from.
  private(set) var scan: NumberScan
  private(set) var digits: [UInt8]
  /// The mark of several groups, or of groups beside a decimal mark; 0 for blanks and apostrophes.
  private(set) var groupMark: UInt8 = 0
  private(set) var unit: NumberUnit?
  private(set) var flaw: Flaw?

  /// The most bytes that such a writing has.
  private static let longest = 64

  /// - Parameter bytes: The value without blanks around it.
  init?(_ bytes: Bytes) {
    guard bytes.count <= Self.longest, bytes.contains(where: { Self.isDigit($0) }) else {
      return nil
    }
    var rest = bytes
    let isBound = Self.takeBound(&rest)
    if let last = rest.last, rest.first == UInt8(ascii: "("), last == UInt8(ascii: ")"),
      rest.count > 2
    {
      rest = Blanks.trimmed(Bytes(rebasing: rest[1..<rest.count - 1]))
      flaw = .footnote
    }
    let before = Self.takeUnit(&rest)
    guard let core = Core(rest) else { return nil }
    let behind = Blanks.trimmed(Bytes(rebasing: rest[core.end...]))
    let scanned = core.digits.withUnsafeBufferPointer { NumberScan($0) }
    guard let scanned else { return nil }
    (scan, digits, groupMark, unit) = (scanned, core.digits, core.groupMark, before)
    if isBound { flaw = .bound }
    if behind.isEmpty { return }
    if before == nil, let unit = NumberUnit(behind) {
      self.unit = unit
    } else if Self.isFootnote(behind) {
      flaw = flaw ?? .footnote
    } else if Self.isWord(behind) {
      flaw = flaw ?? .unit
    } else {
      return nil
    }
  }

  /// The number as a double.
  var real: Double? { digits.withUnsafeBufferPointer { scan.real($0) } }

  // MARK: - What stands around the number

  private static func takeBound(_ rest: inout Bytes) -> Bool {
    let signs: [StaticString] = ["<=", ">=", "<", ">", "≤", "≥", "~", "≈", "ca ", "ca. ", "c:a "]
    let found = signs.first { sign in
      sign.withUTF8Buffer { sign in
        rest.count > sign.count && sign.indices.allSatisfy { sign[$0] == rest[$0] }
      }
    }
    guard let found else { return false }
    rest = Blanks.trimmed(Bytes(rebasing: rest[found.utf8CodeUnitCount...]))
    return true
  }

  /// A unit that stands before the number: letters need a blank behind them, signs do not.
  private static func takeUnit(_ rest: inout Bytes) -> NumberUnit? {
    guard let end = rest.firstIndex(where: { isDigit($0) || isSign($0) }), end > 0 else {
      return nil
    }
    let written = Bytes(rebasing: rest[..<end])
    let word = Blanks.trimmed(written)
    guard let unit = NumberUnit(word), unit != .percent,
      !isWord(word) || written.count > word.count
    else { return nil }
    rest = Bytes(rebasing: rest[end...])
    return unit
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }

  /// Stars, a digit with a bracket, or raised digits.
  private static func isFootnote(_ text: Bytes) -> Bool {
    if text.allSatisfy({ $0 == UInt8(ascii: "*") }) { return true }
    if text.count == 2, isDigit(text[0]), text[1] == UInt8(ascii: ")") { return true }
    let raised: [StaticString] = ["¹", "²", "³", "†", "‡"]
    return raised.contains { sign in
      sign.withUTF8Buffer { $0.count == text.count && $0.elementsEqual(text) }
    }
  }

  /// Letters, perhaps with points and strokes: `st`, `kr/mån`, `p.`
  private static func isWord(_ text: Bytes) -> Bool {
    guard let first = text.first, isLetter(first), text.count <= 16 else { return false }
    return text.allSatisfy {
      isLetter($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == 0xC3
      || (0x80...0xBF).contains(byte)
  }

  fileprivate static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

/// Sign, digits in groups, and decimals, written anew with nothing between the digits.
private struct Core {
  private(set) var digits: [UInt8] = []
  private(set) var groupMark: UInt8 = 0
  /// Where it ends.
  private(set) var end = 0

  /// The byte that stands for blanks and apostrophes among the marks of groups.
  private static let plain: UInt8 = 0

  init?(_ bytes: Bytes) {
    digits.reserveCapacity(bytes.count)
    if let (length, isMinus) = NumberScan.sign(bytes) {
      if isMinus { digits.append(UInt8(ascii: "-")) }
      end = length
    }
    let start = end
    takeDigits(bytes)
    let whole = end - start
    guard whole > 0 else { return nil }
    var groups = 0
    var mark: (byte: UInt8, text: Range<Int>)?
    if whole <= 3 {
      while let next = Self.groupMark(bytes, at: end), isGroup(bytes, at: next.end) {
        if let mark, !bytes[mark.text].elementsEqual(bytes[end..<next.end]) { break }
        mark = (next.byte, end..<next.end)
        end = next.end
        takeDigits(bytes)
        groups += 1
      }
    }
    let isDecimal = { (byte: UInt8) in
      (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")) && byte != mark?.byte
    }
    var hasDecimals = false
    if end + 1 < bytes.count, isDecimal(bytes[end]), WrittenNumber.isDigit(bytes[end + 1]) {
      digits.append(bytes[end])
      end += 1
      takeDigits(bytes)
      hasDecimals = true
    }
    // The digits go on after another mark: no number.
    if end + 1 < bytes.count, Self.groupMark(bytes, at: end) != nil || isDecimal(bytes[end]),
      let next = Self.groupMark(bytes, at: end)?.end ?? Optional(end + 1), next < bytes.count,
      WrittenNumber.isDigit(bytes[next])
    {
      // A digit with a bracket is the sign of a footnote.
      guard next + 2 == bytes.count, bytes[next + 1] == UInt8(ascii: ")") else { return nil }
    }
    guard let mark, mark.byte != Self.plain else { return }
    if groups == 1, !hasDecimals {
      // It may be decimals as well.
      digits.insert(mark.byte, at: digits.count - 3)
    } else {
      groupMark = mark.byte
    }
  }

  private mutating func takeDigits(_ bytes: Bytes) {
    while end < bytes.count, WrittenNumber.isDigit(bytes[end]) {
      digits.append(bytes[end])
      end += 1
    }
  }

  /// Whether exactly three digits stand there.
  private func isGroup(_ bytes: Bytes, at start: Int) -> Bool {
    start + 3 <= bytes.count && (start..<start + 3).allSatisfy { WrittenNumber.isDigit(bytes[$0]) }
      && (start + 3 == bytes.count || !WrittenNumber.isDigit(bytes[start + 3]))
  }

  /// The mark of a group that stands there, and where it ends.
  private static func groupMark(_ bytes: Bytes, at i: Int) -> (byte: UInt8, end: Int)? {
    guard i < bytes.count else { return nil }
    switch bytes[i] {
    case UInt8(ascii: "."), UInt8(ascii: ","): return (bytes[i], i + 1)
    case UInt8(ascii: "'"): return (plain, i + 1)
    case 0xE2 where i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x99:
      return (plain, i + 3)
    case .tab: return nil
    default:
      let blank = Blanks.length(bytes, at: i)
      return blank > 0 ? (plain, i + blank) : nil
    }
  }
}
