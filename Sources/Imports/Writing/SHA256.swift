internal import COpenSSL

/// The hash SHA-256 (FIPS 180-4), and the code of a message with a key that is made by it.
package enum SHA256 {
  /// The hash of the parts, one after the other.
  ///
  /// - Parameter parts: Bytes, any number of them in each.
  /// - Returns: 32 bytes.
  package static func digest(of parts: [UInt8]...) -> [UInt8] { digest(of: parts) }

  private static func digest(of parts: [[UInt8]]) -> [UInt8] {
    var state = SHA256_CTX()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256_Init(&state)
    for part in parts { SHA256_Update(&state, part, part.count) }
    SHA256_Final(&digest, &state)
    return digest
  }

  /// HMAC-SHA-256 (RFC 2104, FIPS 198-1): H(k ⊕ opad ‖ H(k ⊕ ipad ‖ message)). The key is filled up to the 64 bytes
  /// of a block with zeros, and hashed first where it is longer.
  ///
  /// - Parameters:
  ///   - message: The message, of any length.
  ///   - key: The key, of any length.
  /// - Returns: 32 bytes.
  package static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    let blockSize = Int(SHA256_CBLOCK)
    var block = key.count > blockSize ? digest(of: key) : key
    block += [UInt8](repeating: 0, count: blockSize - block.count)
    return digest(of: block.map { $0 ^ 0x5C }, digest(of: block.map { $0 ^ 0x36 }, message))
  }
}
