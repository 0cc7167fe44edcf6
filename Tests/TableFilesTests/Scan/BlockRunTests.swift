import CScan
import TableFixtures
import Testing

@testable import TableFiles

/// The masks of blocks against a loop over bytes, with and without wide vectors.
@Suite struct BlockRunTests {
  /// Wide vectors where the processor has them.
  static let ways = Processor.hasWideVectors ? [false, true] : [false]

  /// Bytes that mean something, and letters of one to four bytes, whole and cut.
  private static let pieces: [[UInt8]] =
    [[.lf], [.cr], [.quote], [0], [9], [0x0C], [0x0E], [UInt8(ascii: ";")], [UInt8(ascii: ":")]]
    + ["a", "å", "ä", "ÿ", "\u{80}", "–", "€", "😀"].map { Array($0.utf8) }
    + [[0x80], [0xBF], [0xC0, 0x80], [0xC1], [0xC2], [0xC3], [0xDF], [0xE0], [0xF5], [0xFF]]

  /// Of texts in which everything stands, or nearly only letters of one and two bytes.
  private static func text(_ length: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let isCalm = Bool.random(using: &random)
    var bytes: [UInt8] = []
    while bytes.count < length {
      let isRare = !isCalm || Int.random(in: 0..<200, using: &random) == 0
      bytes += isRare ? pieces.randomElement(using: &random) ?? [] : Array("xå".utf8)
    }
    return Array(bytes.prefix(length))
  }

  /// What a loop over bytes finds.
  private struct Expected: Equatable {
    var ends: [Int32] = []
    var lineFeeds: [Int] = []
    var quotes: [Int] = []
    var returns: [Int] = []
    var zeros: [Int] = []
    /// Whether not all are ASCII or letters of two bytes.
    var needsCheck = false

    init() {}

    init(_ text: [UInt8]) {
      var isAfterLead = false
      for (place, byte) in text.enumerated() {
        switch byte {
        case .lf:
          ends.append(Int32(place))
          lineFeeds.append(place)
        case UInt8(ascii: ";"): ends.append(Int32(place))
        case .quote: quotes.append(place)
        case .cr: returns.append(place)
        case 0: zeros.append(place)
        default: break
        }
        let isLater = 0x80..<0xC0 ~= byte
        if isLater != isAfterLead || byte >= 0xC0 && !(0xC2..<0xE0 ~= byte) { needsCheck = true }
        isAfterLead = byte >= 0xC0
      }
    }
  }

  private func places(_ bits: UInt64, from base: Int) -> [Int] {
    (0..<64).filter { bits >> UInt64($0) & 1 != 0 }.map { base + $0 }
  }

  /// What a run finds that looks at `split` blocks first.
  private func found(
    _ start: UnsafePointer<UInt8>, _ length: Int, split: Int, isWide: Bool
  ) -> Expected {
    let run = BlockRun(isWide: isWide)
    run.begin()
    var found = Expected()
    let all = (length + 63) / 64
    var first = 0
    while first < all {
      let count = min(first == 0 ? max(1, split) : BlockRun.capacity, all - first)
      run.look(start + first * 64, count, UInt8(ascii: ";"))
      let hasSpecial = run.hasSpecial
      let behind = (first + count) * 64 - length
      if behind > 0 { run.cutOff(behind, of: count) }
      let before = found
      for block in 0..<count {
        let (masks, base) = (run[block], (first + block) * 64)
        found.lineFeeds += places(masks.line_feeds, from: base)
        found.quotes += places(masks.quotes, from: base)
        found.returns += places(masks.returns, from: base)
        found.zeros += places(masks.zeros, from: base)
      }
      #expect(run.lineFeeds == found.lineFeeds.count - before.lineFeeds.count)
      let hasNew =
        (found.quotes, found.returns, found.zeros)
        != (before.quotes, before.returns, before.zeros)
      #expect(hasSpecial || !hasNew)
      var written = [Int32](repeating: -1, count: BlockRun.mostPlaces)
      let ends = written.withUnsafeMutableBufferPointer { written in
        written.baseAddress.map { run.write(count, base: first * 64, $0) } ?? 0
      }
      found.ends += written.prefix(ends)
      first += count
    }
    found.needsCheck = run.needsCheck
    return found
  }

  @Test(arguments: ways)
  func everyLengthAndAlignment(_ isWide: Bool) {
    var random = SeededGenerator(state: 16)
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 512, alignment: 64)
    defer { room.deallocate() }
    for length in 0...200 {
      let text = Self.text(length, &random)
      let expected = Expected(text)
      for alignment in 0..<64 {
        // A letter that is cut off at the end shows at the bytes behind, which are zeros there.
        room.initializeMemory(as: UInt8.self, repeating: 0)
        UnsafeMutableRawBufferPointer(rebasing: room[alignment...]).copyBytes(from: text)
        guard let base = room.baseAddress else { return }
        let start = UnsafePointer(base.assumingMemoryBound(to: UInt8.self)) + alignment
        var found = found(start, length, split: alignment % 3, isWide: isWide)
        let isCut = text.last.map { 0xC2..<0xE0 ~= $0 } ?? false
        if isCut, length % 64 != 0, !expected.needsCheck {
          #expect(found.needsCheck, "length \(length)")
          found.needsCheck = false
        }
        #expect(found == expected, "length \(length), alignment \(alignment)")
      }
    }
  }

  @Test(arguments: ways)
  func everyByte(_ isWide: Bool) {
    for byte in UInt8.min...UInt8.max {
      for place in [0, 1, 31, 32, 62, 63] {
        var text = [UInt8](repeating: UInt8(ascii: "x"), count: 192)
        text[64 + place] = byte
        let found = text.withUnsafeBufferPointer { text in
          text.baseAddress.map { self.found($0, 192, split: 1, isWide: isWide) }
        }
        #expect(found == Expected(text), "byte \(byte) at \(place)")
      }
    }
  }
}
