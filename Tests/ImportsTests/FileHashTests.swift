import Testing

@testable import Imports

@Suite struct FileHashTests {
  /// NIST, Cryptographic Standards and Guidelines: Examples with Intermediate Values, SHA256.pdf, and
  /// SHA2_Additional.pdf for the others.
  static let published: [(message: [UInt8], digest: String)] = [
    (
      Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    ),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ([0xbd], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    (
      Array(repeating: 0, count: 55),
      "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"
    ),
    (
      Array(repeating: 0, count: 56),
      "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"
    ),
    (
      Array(repeating: 0, count: 64),
      "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"
    ),
    (
      Array(repeating: 0x41, count: 1000),
      "c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4"
    ),
  ]

  @Test("published hashes", arguments: published.indices) func digest(index: Int) {
    let (message, digest) = Self.published[index]
    #expect(FileHash.sha256(message) == digest)
  }
}
