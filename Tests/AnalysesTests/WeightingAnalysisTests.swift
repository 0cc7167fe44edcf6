import Analyses
import Diagnostics
import Statistics
import Tables
import Testing

@Suite("Weights of a table")
struct WeightingAnalysisTests {
  /// Three women and one man, two young and two old.
  static let respondents = SeriesTests.table(
    """
    id,sex,age,grade,start
    1,woman,young,1,1
    2,woman,old,2,1
    3,woman,old,3,2
    4,man,young,4,1
    5,,old,5,1

    """)

  private func population(_ rows: String) -> Table {
    SeriesTests.table("column,category,total\n" + rows)
  }

  private func weights(_ analysis: WeightingAnalysis) throws -> [Double?] {
    try analysis.table(adding: "w").rows.map { $0.number("w") }
  }

  @Test("one margin is post-stratified; who lacks a category has no weight")
  func postStratified() throws {
    let analysis = try WeightingAnalysis(
      WeightingRequest(), of: Self.respondents,
      margins: population("sex,woman,300\nsex,man,700\n"))
    #expect(analysis.method == .poststratify && analysis.leftOut.rowCount == 1)
    #expect(try weights(analysis) == [100, 100, 100, 700, nil])
    #expect(analysis.margins.map(\.target) == [0.3, 0.7])
    #expect(analysis.margins.map(\.before) == [0.75, 0.25])
    #expect(analysis.margins.map(\.after) == [0.3, 0.7])
    // (1 + 1 + 1 + 7)² / (3 · 1 + 49)
    #expect(abs(analysis.figures.effectiveCount - 100.0 / 52) < 1e-12)
  }

  @Test("shares give a mean weight of 1", arguments: ["0.3,0.7", "30.1,70"])
  func shares(_ text: String) throws {
    let parts = text.split(separator: ",")
    let analysis = try WeightingAnalysis(
      WeightingRequest(), of: Self.respondents,
      margins: population("sex,woman,\(parts[0])\nsex,man,\(parts[1])\n"))
    let sum = try weights(analysis).compactMap(\.self).reduce(0, +)
    #expect(abs(sum - 4) < 1e-12)
  }

  @Test("several margins are raked until all agree")
  func raked() throws {
    let analysis = try WeightingAnalysis(
      WeightingRequest(start: "start"), of: Self.respondents,
      margins: population("sex,woman,600\nsex,man,400\nage,young,700\nage,old,300\n"))
    #expect(analysis.method == .rake)
    #expect(analysis.margins.allSatisfy { abs($0.after - $0.target) < 1e-9 })
    let found = try weights(analysis).compactMap(\.self)
    // The only man weighs 400, so the young woman weighs 300; the old share 300 as they started.
    for (weight, expected) in zip(found, [300.0, 100, 200, 400]) {
      #expect(abs(weight - expected) < 1e-6)
    }
  }

  @Test("crossed columns are one margin")
  func crossed() throws {
    let analysis = try WeightingAnalysis(
      WeightingRequest(), of: Self.respondents,
      margins: population(
        "sex×age,woman×young,1\nsex×age,woman×old,6\nsex×age,man×young,3\n"))
    #expect(try weights(analysis) == [1, 3, 3, 3, nil])
  }

  @Test("weighted means are those of the weights")
  func means() throws {
    let analysis = try WeightingAnalysis(
      WeightingRequest(mean: "grade", by: "age"), of: Self.respondents,
      margins: population("sex,woman,30\nsex,man,70\n"))
    #expect(analysis.means.map(\.group) == [nil, "old", "young"])
    // (1 + 2 + 3) · 10 + 4 · 70 over 100
    #expect(abs(analysis.means[0].mean.value - 3.4) < 1e-12)
    #expect(abs(analysis.means[1].mean.value - 2.5) < 1e-12)
    #expect(analysis.means[0].unweighted == 2.5 && analysis.means[0].count == 4)
  }

  @Test("refusals name the place and the way out")
  func refusals() {
    let cases: [(WeightingRequest, String, String)] = [
      (
        WeightingRequest(), "sex,woman,30\n",
        """
        figures.csv:5: error[margin]: column 'sex' holds a category without a total
          figures.csv gives totals for woman
          fix: add a row for it to figures.csv
          value: 'man'
        """
      ),
      (
        WeightingRequest(), "sex,woman,30\nsex,man,60\nsex,other,10\n",
        "figures.csv: error[statistics]: no respondent with a weight is in the category “other” of the "
          + "margin “sex”; merge it with another category"
      ),
      (
        WeightingRequest(), "sex,woman,30\nsex,man,\n",
        """
        figures.csv:3: error[margin]: the row lacks a column, a category or a total
          fix: write for instance: sex,woman,5120
        """
      ),
      (
        WeightingRequest(method: .poststratify),
        "sex,woman,60\nsex,man,40\nage,young,70\nage,old,30\n",
        """
        figures.csv: error[weighting]: post-stratification takes one margin; 2 were given
          fix: --method rake
          fix: cross the columns: sex×age
        """
      ),
      (
        WeightingRequest(), "sex,woman,600\nsex,man,400\nage,young,1700\nage,old,300\n",
        "figures.csv: error[statistics]: the totals of the margin “sex” add up to 1000, those of “age” "
          + "to 2000; they must agree"
      ),
    ]
    for (request, rows, words) in cases {
      #expect {
        try WeightingAnalysis(request, of: Self.respondents, margins: population(rows))
      } throws: { error in
        (error as? Diagnostic)?.formatted(showingValue: true) == words
      }
    }
  }
}
