internal import TableFiles

/// The hash by which it is known that a file is the same.
package enum FileHash {
  /// The hash SHA-256 (FIPS 180-4) of bytes, as 64 digits of base 16.
  package static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.digest(of: bytes).hexadecimal
  }

  /// The same of a file; `nil` if it cannot be read.
  static func sha256(ofFile path: String) -> String? { WholeFolder.content(of: path).map(sha256) }
}

extension Sequence where Element == UInt8 {
  /// The bytes in base 16, two digits each.
  package var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
