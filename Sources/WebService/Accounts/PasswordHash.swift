internal import COpenSSL
internal import Imports

/// A password as it is kept: a hash that is dear to guess at.
///
/// scrypt (Percival 2009, RFC 7914) with N = 2¹⁵, r = 8, p = 3, the least that OWASP's Password Storage Cheat Sheet
/// names at 32 MB, which takes some tenths of a second, over 16 random bytes of salt. Its text is
/// `scrypt$N$r$p$salt$hash`, in base 16.
package struct PasswordHash: Hashable, Sendable {
  private let cost: UInt64
  private let blockSize: UInt64
  private let parallelism: UInt64
  private let salt: [UInt8]
  private let hash: [UInt8]

  /// The fewest characters of a password.
  package static let shortest = 12
  /// The most bytes of one: what is longer is not even looked at when somebody logs in.
  package static let longest = 1000

  /// Whether a text can be a password: ``shortest`` characters or more, and no more than ``longest`` bytes.
  package static func isPassword(_ text: String) -> Bool {
    text.count >= shortest && text.utf8.count <= longest
  }

  /// The hash of a new password; `nil` where the system has no memory for it.
  package init?(_ password: String) {
    self.init(password, cost: 1 << 15)
  }

  /// The same at another cost, a power of two; tests take a low one.
  init?(_ password: String, cost: UInt64) {
    let salt = SecretBytes.random(16)
    guard let hash = Self.derive(password, salt, cost, 8, 3) else { return nil }
    (self.cost, blockSize, parallelism, self.salt, self.hash) = (cost, 8, 3, salt, hash)
  }

  /// Reads its text; `nil` for one that is none, or that would take more than 256 MB.
  package init?(text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "scrypt", let cost = UInt64(parts[1]),
      let blockSize = UInt64(parts[2]), let parallelism = UInt64(parts[3]),
      (2...(1 << 18)).contains(cost), cost & (cost - 1) == 0, (1...8).contains(blockSize),
      (1...16).contains(parallelism), let salt = SecretBytes.read(parts[4]),
      let hash = SecretBytes.read(parts[5]), salt.count >= 8, hash.count == Self.length
    else { return nil }
    (self.cost, self.blockSize, self.parallelism) = (cost, blockSize, parallelism)
    (self.salt, self.hash) = (salt, hash)
  }

  /// The text that is kept.
  package var text: String {
    "scrypt$\(cost)$\(blockSize)$\(parallelism)$\(salt.hexadecimal)$\(hash.hexadecimal)"
  }

  /// Whether a password is the one. It takes as long for a wrong one.
  package func matches(_ password: String) -> Bool {
    guard let other = Self.derive(password, salt, cost, blockSize, parallelism) else {
      return false
    }
    return SecretBytes.areEqual(hash, other)
  }

  private static let length = 32

  private static func derive(
    _ password: String, _ salt: [UInt8], _ cost: UInt64, _ blockSize: UInt64,
    _ parallelism: UInt64
  ) -> [UInt8]? {
    var result = [UInt8](repeating: 0, count: length)
    let isMade = password.utf8CString.withUnsafeBufferPointer { bytes in
      EVP_PBE_scrypt(
        bytes.baseAddress, bytes.count - 1, salt, salt.count, cost, blockSize, parallelism,
        300 << 20, &result, length)
    }
    return isMade == 1 ? result : nil
  }
}
