import Tables
import Testing

@Suite("Null masks")
struct NullMaskTests {
  @Test("Masks around the borders of a word", arguments: [0, 1, 63, 64, 65, 128, 200])
  func borders(count: Int) {
    for step in [1, 2, 3, 64, 1000] {
      var mask = NullMask()
      for row in 0..<count { mask.append(isNull: row % step == 0) }
      #expect(mask.count == count)
      #expect(mask.nullCount == (0..<count).count { $0 % step == 0 })
      for row in 0..<count { #expect(mask[row] == (row % step == 0)) }
    }
  }

  @Test("A mask without nulls")
  func noNulls() {
    var mask = NullMask()
    for _ in 0..<100 { mask.append(isNull: false) }
    #expect(mask.nullCount == 0)
    #expect(!mask[0] && !mask[99])
    mask.append(isNull: true)
    #expect(mask[100] && !mask[99])
  }
}
