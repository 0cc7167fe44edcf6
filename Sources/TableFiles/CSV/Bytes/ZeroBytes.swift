/// NUL characters, which stand in no text that is not damaged.
enum ZeroBytes {
  /// Where the first of them stand, as many as are told, and how many there are.
  static func find(in bytes: Bytes) -> (offsets: [Int], count: Int) {
    var (offsets, count): ([Int], Int) = ([], 0)
    let raw = UnsafeRawBufferPointer(bytes)
    var i = 0
    while i < bytes.count {
      if i + 8 <= bytes.count {
        // Bit trick (A. Mycroft): the result is 0 only if no byte of the word is 0.
        let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 == 0 {
          i += 8
          continue
        }
      }
      let end = min(i + 8, bytes.count)
      for j in i..<end where bytes[j] == 0 {
        if offsets.count < ProblemList.limit { offsets.append(j) }
        count += 1
      }
      i = end
    }
    return (offsets, count)
  }
}
