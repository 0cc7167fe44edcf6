#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The MD5 digest (R. Rivest, RFC 1321, 1992), for anonymous keys that other systems make, too.
enum MD5 {
  private static let shifts: [UInt32] = [
    7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21,
  ]
  /// The whole part of 2³² times the sine of 1 to 64 radians, without its sign.
  private static let sines: [UInt32] = (1...64).map {
    UInt32(4_294_967_296 * Swift.abs(sine(Double($0))))
  }

  private static func sine(_ value: Double) -> Double { sin(value) }

  /// 32 hexadecimal digits.
  static func digest(of bytes: [UInt8]) -> String {
    var message = bytes + [0x80]
    while message.count % 64 != 56 { message.append(0) }
    let length = UInt64(bytes.count) &* 8
    for place in 0..<UInt64(8) { message.append(UInt8(truncatingIfNeeded: length >> (place * 8))) }
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    for start in stride(from: 0, to: message.count, by: 64) {
      let words = (0..<16).map { word in
        (0..<4).reduce(UInt32(0)) {
          $0 | UInt32(message[start + word * 4 + $1]) << UInt32($1 * 8)
        }
      }
      add(words, to: &state)
    }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for word in state {
      for byte in 0..<UInt32(4) {
        let value = Int(word >> (byte * 8) & 0xFF)
        text += [digits[value >> 4], digits[value & 15]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func add(_ words: [UInt32], to state: inout [UInt32]) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for step in 0..<64 {
      let (mixed, word): (UInt32, Int) =
        switch step / 16 {
        case 0: (b & c | ~b & d, step)
        case 1: (d & b | ~d & c, (5 * step + 1) % 16)
        case 2: (b ^ c ^ d, (3 * step + 5) % 16)
        default: (c ^ (b | ~d), 7 * step % 16)
        }
      let sum = a &+ mixed &+ sines[step] &+ words[word]
      let shift = shifts[step / 16 * 4 + step % 4]
      (a, d, c, b) = (d, c, b, b &+ (sum << shift | sum >> (32 - shift)))
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
  }
}
