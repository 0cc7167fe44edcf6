import Testing

@testable import Imports

@Suite("SHA-256 and HMAC")
struct SHA256Tests {
  /// FIPS 180-4's example of two blocks; the hash of a whole file is in `FileHashTests`.
  @Test("Bytes may come in parts") func parts() {
    let message = Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
    for cut in message.indices {
      let digest = SHA256.digest(of: Array(message[..<cut]), Array(message[cut...]))
      #expect(
        digest.hexadecimal == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    }
  }

  @Test(
    "A code is that of RFC 4231's test cases 1, 2, 3 and 6: short keys and one longer than a block",
    arguments: [
      (
        [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
      ),
      (
        [UInt8](repeating: 0xaa, count: 131),
        Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ])
  func code(key: [UInt8], message: [UInt8], expected: String) {
    #expect(SHA256.code(of: message, key: key).hexadecimal == expected)
  }
}
