internal import Crypto

/// The hash by which it is known that a file is the same.
package enum FileHash {
  /// The hash SHA-256 (FIPS 180-4) of bytes, as 64 digits of base 16.
  package static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
