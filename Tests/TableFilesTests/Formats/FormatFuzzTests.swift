import Testing

@testable import FormatFuzz

@Suite("Changed data files")
struct FormatFuzzTests {
  /// The first inputs of `Benchmarks/fuzz/formats`, which reads as many as there is time for.
  @Test(arguments: 0..<4)
  func trials(_ round: Int) throws {
    let folder = try Folder()
    let originals = try FormatTrial.originals(in: FormatTrial.files)
    let endings = Set(originals.map(\.ending))
    #expect(endings == ["xlsx", "ods", "sav", "zsav", "dta", "json", "ndjson"])
    var read = 0
    for seed in round * 100..<round * 100 + 100 {
      let trial = FormatTrial(seed: seed, of: originals)
      switch trial.verdict(in: try folder.write(trial.bytes, as: "t.\(trial.ending)")) {
      case .read: read += 1
      case .refused: break
      case .wrong(let why): Issue.record("seed \(seed): \(why)")
      }
    }
    // A fuzz that nothing survives would test the front door alone.
    #expect(read > 10)
  }
}
