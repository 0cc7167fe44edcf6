/// Places of a query: the parser counts bytes from 0, messages Unicode scalars from 1.
struct SourcePositions {
  /// Scalars before each byte; `nil` for plain ASCII.
  private let scalars: [Int32]?
  private let count: Int
  /// What was put before the text for the parser.
  private let inserted: Int

  init(_ bytes: [UInt8], inserted: Int) {
    count = bytes.count
    self.inserted = inserted
    guard bytes.contains(where: { $0 >= 128 }) else {
      scalars = nil
      return
    }
    var before: Int32 = 0
    scalars = bytes.map { byte in
      // A byte within a scalar belongs to it.
      if byte & 0xC0 != 0x80 { before += 1 }
      return before - 1
    }
  }

  /// The scalar from 1 at a byte of what the parser read.
  func position(ofByte byte: Int) -> Int {
    let byte = max(0, byte - inserted)
    guard let scalars else { return min(byte, count) + 1 }
    guard byte < scalars.count else { return Int(scalars.last ?? -1) + 2 }
    return Int(scalars[byte]) + 1
  }

  /// The scalar from 1 in the user's text for one of what the parser read.
  func position(ofParsedScalar scalar: Int) -> Int { max(1, scalar - inserted) }
}
