import Tables
import Testing

@Suite("Rows without a value")
struct NullsTests {
  @Test("masks around the borders of a word", arguments: [0, 1, 63, 64, 65, 128, 200])
  func borders(count: Int) {
    for step in [1, 2, 3, 64, 1000] {
      let nulls = Nulls(count: count) { $0 % step == 0 }
      let vector = Vector(.integer(Array(repeating: 0, count: count)), nulls: nulls)
      #expect(vector.nullCount == (0..<count).count { $0 % step == 0 })
      for row in 0..<count { #expect(vector.isNull(row) == (row % step == 0)) }
      #expect(nulls.isAny == (count > 0))
    }
  }

  @Test("a part of a vector has its part of the mask")
  func parts() {
    let vector = Vector((0..<200).map { $0 % 3 == 0 ? nil : $0 })
    let part = vector.part(61..<131)
    #expect(part.count == 70)
    #expect((0..<70).allSatisfy { part[$0] == vector[$0 + 61] })
    #expect(vector.part(1..<3).nullCount == 0)
    #expect(Vector([1, 2].map(Optional.some)).nulls == nil)
  }
}

@Suite("Lines of rows")
struct SourceLinesTests {
  @Test func consecutiveLinesTakeNoRoom() {
    #expect(SourceLines([]) == .none)
    #expect(SourceLines([2, 3, 4]) == .consecutive(from: 2))
    #expect(SourceLines([2, 4]) == .listed([2, 4]))
    #expect(SourceLines.none[0] == nil)
    #expect(SourceLines([2, 3])[1] == 3)
    #expect(SourceLines([2, 4])[1] == 4)
  }
}
