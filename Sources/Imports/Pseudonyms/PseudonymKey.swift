internal import COpenSSL

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The secret that turns identities into pseudonyms.
///
/// A pseudonym is the first 128 bits of HMAC-SHA-256 (RFC 2104, FIPS 198-1) over the identity, in base 16.
/// Whoever has the key can tell whether a known person answered; without it nobody can, not even by trying
/// every address of an organisation. The key therefore lies outside the workspace.
package struct PseudonymKey: Sendable {
  private let key: [UInt8]

  /// The key in a file: 64 digits of base 16.
  package init?(hexadecimal text: String) {
    let digits = text.filter { !$0.isWhitespace }.utf8.compactMap { byte in
      Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
    guard digits.count == Self.byteCount * 2 else { return nil }
    key = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// Random numbers of the system, which are made for keys.
  private init() { key = (0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max) } }

  /// A new key, from the random numbers of the system.
  package static func random() -> PseudonymKey { PseudonymKey() }

  /// The key as ``init(hexadecimal:)`` reads it.
  package var hexadecimal: String { key.hexadecimal }

  /// The pseudonym of an identity in a survey; in another survey the same person has another.
  ///
  /// Case, white space around and between, and how an å is composed do not matter: `Anna.Berg@kommun.se` is
  /// `anna.berg@kommun.se`.
  package func pseudonym(of identity: String, in survey: String) -> String {
    let folded = identity.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let composed = String(folded.map { Self.composed[$0] ?? $0 })
    let message = Array(survey.utf8) + [0] + Array(composed.utf8)
    var code = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    var count: UInt32 = 0
    let made = HMAC(
      EVP_sha256(), key, Int32(key.count), message, message.count, &code, &count)
    // A key of 32 bytes always makes one; a pseudonym of nothing would be the same for everybody.
    precondition(made != nil && Int(count) == code.count, "OpenSSL makes no HMAC")
    return code.prefix(16).hexadecimal
  }

  /// Letters with their marks as one scalar each, by themselves: characters are looked up by canonical
  /// equivalence, so that an å of two scalars finds that of one.
  private static let composed: [Character: Character] = Dictionary(
    (UInt32(0xC0)...0x17F).compactMap { value in
      UnicodeScalar(value).map { (Character($0), Character($0)) }
    }, uniquingKeysWith: { first, _ in first })

  static let byteCount = 32
}
