import Tables
import Testing

@testable import CSVFuzz
@testable import TableFiles

@Suite struct ScanFuzzTests {
  /// The first inputs of `Benchmarks/fuzz/csv`, which reads as many as there is time for.
  @Test(arguments: 0..<6)
  func trials(_ round: Int) throws {
    let folder = try Folder()
    for seed in round * 100..<round * 100 + 100 {
      let trial = Trial(seed: seed)
      let disagreement = try trial.disagreement(in: folder.write(trial.bytes))
      #expect(disagreement == nil, "seed \(seed)")
    }
  }

  /// A state machine of a few lines finds the same fields in well-formed texts.
  @Test func equalsTheSimplestStateMachine() throws {
    let folder = try Folder()
    for seed in 0..<60 {
      var fuzz = FuzzText(seed: UInt64(seed))
      var text: [UInt8] = Array("a,b,c\n".utf8)
      var expected: [[String?]] = []
      for _ in 0..<fuzz.number(20) + 1 {
        let row = (0..<3).map { _ in (0..<fuzz.number(4)).map { _ in "x\"\n\r,".randomByte(&fuzz) }
        }
        let fields = row.map { "\"" + $0.joined().replacing("\"", with: "\"\"") + "\"" }
        text += Array((fields.joined(separator: ",") + "\n").utf8)
        expected.append(row.map { $0.joined() })
      }
      let path = try folder.write(text)
      let options = CSVOptions(delimiter: UInt8(ascii: ","), hasHeader: true)
      let found = try ScanComparison.scan(path, options, partSize: 1 + seed % 70, threads: 2)
      let cells = expected.map { $0.map { $0.map { Cell.text($0) } ?? .null } }
      let header = [["a", "b", "c"]].map { $0.map { Array($0.utf8) } }
      let simple = header + expected.map { $0.map { $0.map { Array($0.utf8) } } }
      #expect(SimpleCSV.read(text, delimiter: UInt8(ascii: ",")) == .rows(simple))
      #expect(
        found == .rows([Field("a", .text), Field("b", .text), Field("c", .text)], cells),
        "seed \(seed)")
    }
  }
}

extension String {
  fileprivate func randomByte(_ fuzz: inout FuzzText) -> String {
    let scalars = Array(unicodeScalars)
    return String(Character(scalars[fuzz.number(scalars.count)]))
  }
}
