import Foundation

// Computes the statistical reference data sets of NIST with the library, prints how many digits
// agree with the certified values, and writes NIST.md. Run it from anywhere:
// swift run -c release --package-path Benchmarks NIST
let benchmarks = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
let oracles = benchmarks.appending(path: "oracles")
let files = try FileManager.default
  .contentsOfDirectory(at: benchmarks.appending(path: "nist"), includingPropertiesForKeys: nil)
  .filter { $0.pathExtension == "csv" }
  .sorted { $0.lastPathComponent < $1.lastPathComponent }

let theirs = try Recorded(contentsOf: oracles.appending(path: "nist-r.csv"))
let exact = try Recorded(contentsOf: oracles.appending(path: "nist-exact.csv"))

var document = Document()
for set in try files.map({ try DataSet(contentsOf: $0) }) {
  let ours = try Computation.results(of: set)
  var scores: [Score] = []
  for (statistic, certified) in set.certified where certified.isFinite {
    let digits: (Double?) -> Double? = { value in
      value.map { Precision.digits($0, certified: certified) }
    }
    let score = Score(
      statistic: statistic, ours: digits(ours[statistic]),
      theirs: digits(theirs.value(statistic, of: set.name)),
      exact: digits(exact.value(statistic, of: set.name)))
    scores.append(score)
    print(Document.line(set, score))
  }
  document.add(set, Score.grouped(scores))
}
let file = benchmarks.appending(path: "NIST.md")
try document.text.write(to: file, atomically: true, encoding: .utf8)
print(document.verdict)
