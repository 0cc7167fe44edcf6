/// The secret that turns identities into pseudonyms.
///
/// A pseudonym is the first 128 bits of HMAC-SHA-256 (RFC 2104, FIPS 198-1) over the identity, in base 16.
/// Whoever has the key can tell whether a known person answered; without it nobody can, not even by trying
/// every address of an organisation. The key therefore lies outside the workspace.
///
/// A key can be rotated although the identities are gone: a further secret makes pseudonyms of pseudonyms,
/// p₂ = HMAC(k₂, p₁). What is in the data is rewritten by k₂ alone, and the next round goes through k₁ and k₂, so
/// that persons stay linked. Whoever has found out k₁ can tell nothing from p₂. So k₁ has to be kept, but need not
/// be secret any more, once every survey and every copy of one has p₂: to what still has p₁ it is the key.
package struct PseudonymKey: Sendable {
  /// The secrets, the oldest first.
  private let keys: [[UInt8]]

  /// The key in a file: a secret a line, the oldest first, 64 digits of base 16 each.
  package init?(hexadecimal text: String) {
    var keys: [[UInt8]] = []
    for line in text.split(whereSeparator: \.isWhitespace) {
      let digits = line.compactMap { $0.isASCII ? $0.hexDigitValue.map(UInt8.init) : nil }
      guard digits.count == line.count, digits.count == Self.byteCount * 2 else { return nil }
      keys.append(stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  private init(_ keys: [[UInt8]]) { self.keys = keys }

  /// A new key, from the random numbers of the system, which are made for keys.
  package static func random() -> PseudonymKey { PseudonymKey([secret()]) }

  private static func secret() -> [UInt8] {
    (0..<byteCount).map { _ in UInt8.random(in: .min ... .max) }
  }

  /// The key as ``init(hexadecimal:)`` reads it.
  package var hexadecimal: String { keys.map(\.hexadecimal).joined(separator: "\n") }

  // MARK: Rotation

  /// The key with a further secret.
  package func rotated() -> PseudonymKey { PseudonymKey(keys + [Self.secret()]) }

  /// The key as it was after each rotation, the newest first.
  package var generations: [PseudonymKey] {
    keys.indices.reversed().map { PseudonymKey(Array(keys[...$0])) }
  }

  /// The key as it was when it had a check value; `nil` where it never had.
  package func generation(_ check: String) -> PseudonymKey? {
    generations.first { $0.check == check }
  }

  /// By which it is known that a key is the same, without telling it: the first 64 bits of the pseudonym of a fixed
  /// text, in base 16. No survey has the name that goes into it.
  package var check: String { String(pseudonym(of: "nyckeltal", in: "").prefix(16)) }

  /// A pseudonym that an older generation has made, as this one makes it.
  func renewed(_ pseudonym: String, from older: PseudonymKey) -> String {
    keys.dropFirst(older.keys.count).reduce(pseudonym) { Self.code($1, Self.rotation, $0) }
  }

  private static let rotation = "rotation"

  // MARK: Pseudonyms

  /// The pseudonym of an identity in a survey; in another survey the same person has another.
  ///
  /// Case, white space around and between, and how an å is composed do not matter: `Anna.Berg@kommun.se` is
  /// `anna.berg@kommun.se`.
  package func pseudonym(of identity: String, in survey: String) -> String {
    keys.dropFirst().reduce(Self.code(keys[0], survey, Self.folded(identity))) {
      Self.code($1, Self.rotation, $0)
    }
  }

  /// An identity as all who write it write the same.
  static func folded(_ identity: String) -> String {
    let folded = identity.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(folded.map { composed[$0] ?? $0 })
  }

  /// Whether a text looks like one.
  static func isPseudonym(_ text: String) -> Bool {
    text.utf8.count == 32
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func code(_ key: [UInt8], _ purpose: String, _ text: String) -> String {
    let message = Array(purpose.utf8) + [0] + Array(text.utf8)
    return SHA256.code(of: message, key: key).prefix(16).hexadecimal
  }

  /// Letters with their marks as one scalar each, by themselves: characters are looked up by canonical
  /// equivalence, so that an å of two scalars finds that of one.
  private static let composed: [Character: Character] = Dictionary(
    (UInt32(0xC0)...0x17F).compactMap { value in
      UnicodeScalar(value).map { (Character($0), Character($0)) }
    }, uniquingKeysWith: { first, _ in first })

  static let byteCount = 32
}
