internal import CXXHash

/// A hash of content by XXH3 (Yann Collet, xxHash 0.8), 64 bits, written as 16 hexadecimal digits. It tells
/// whether something has changed; it guards against nobody who wants to deceive.
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  /// Its bits.
  package let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  /// A hash as it is written; `nil` for what is none.
  init?(_ text: String) {
    guard text.utf8.count == 16, let bits = UInt64(text, radix: 16) else { return nil }
    self.bits = bits
  }

  /// The hash of texts, which no other cut of the same characters gives.
  package init(of texts: [String]) {
    let hasher = ContentHasher()
    for text in texts { hasher.add(text) }
    self = hasher.hash
  }

  package var description: String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Hashes content piece by piece.
final class ContentHasher {
  private let state: OpaquePointer?

  init() {
    state = XXH3_createState()
    if let state { XXH3_64bits_reset(state) }
  }

  deinit { if let state { XXH3_freeState(state) } }

  func add(_ bytes: UnsafeRawBufferPointer) {
    guard let state, let base = bytes.baseAddress, !bytes.isEmpty else { return }
    XXH3_64bits_update(state, base, bytes.count)
  }

  /// Adds a text behind its length, so that its ends count.
  func add(_ text: String) {
    var text = text
    add(UInt64(text.utf8.count))
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { add($0) }
  }

  var hash: ContentHash { ContentHash(bits: state.map { XXH3_64bits_digest($0) } ?? 0) }
}
