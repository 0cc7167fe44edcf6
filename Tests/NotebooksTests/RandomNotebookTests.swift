import NotebookFuzz
import Testing

struct RandomNotebookTests {
  @Test(arguments: [1, 2_001, 4_001])
  func `Random notebooks keep what is outside of outputs`(_ seed: UInt64) {
    for number in seed..<seed + 300 {
      let problem = NotebookTrial(seed: number).problem
      #expect(problem == nil, "seed \(number)")
    }
  }

  @Test func `A megabyte is read`() {
    let piece = Array("# A\n\n```sql name=a\nSELECT 1 AS n\n```\n\n`a.n` <!-- `` ` \\` -->\n".utf8)
    let words = Array("- a *b* `c` [d](e)\n".utf8)
    var bytes = piece
    while bytes.count < 1_000_000 { bytes += words }
    #expect(NotebookTrial(bytes: bytes).problem == nil)
  }
}
