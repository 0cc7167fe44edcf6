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
    id,sex,age,grade,start,loss,area
    1,woman,young,1,1,1,north
    2,woman,old,2,1,1,north
    3,woman,old,3,2,-2,
    4,man,young,4,1,1,south
    5,,old,5,1,1,south

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
    #expect(abs(analysis.means[0].mean - 3.4) < 1e-12)
    #expect(abs(analysis.means[1].mean - 2.5) < 1e-12)
    #expect(analysis.means[0].unweighted == 2.5 && analysis.means[0].count == 4)
  }

  /// Two strata of four clusters; nobody of cluster B3 has a value.
  static let clusters = SeriesTests.table(
    "strat,klust,kon,w,y\n"
      + zip(
        [
          "A1 A1 A1 A2 A2 A2 A3 A3 A3 A4 A4 A4 A4 B1 B1 B1 B1 B1 B2 B2 B2 B2 B3 B3 B3 B3 B4 B4 B4 B4",
          "B4",
        ].joined(separator: " ").split(separator: " "),
        zip(
          [
            "1.41 .6 1.76 1.58 1.32 1.79 1.28 1.51 1.64 1.74 1.39 1.08 1.14 .7 .55 .89 1.67 1.13 1.11",
            "1.01 .54 1.41 1.86 1.57 1.75 .93 1.7 .73 1.65 .57 .57",
          ].joined(separator: " ").split(separator: " "),
          [
            "3.2 3.7 2.5 2.9 3.6 3.4 4.1 3.9 2.5 6.1 5.1 6.4 6.1 7.3 6.1 6.4 6.7 7.1 7.1 6.5 7.8 6.6",
            "- - - - 1.6 2.2 2.0 3.1 2.6",
          ].joined(separator: " ").split(separator: " "))
      ).enumerated().map { place, row in
        let value = row.1.1 == "-" ? "" : String(row.1.1)
        // Women and men in turn.
        return "\(row.0.prefix(1)),\(row.0),\(place % 2 == 0 ? "kv" : "man"),\(row.1.0),\(value)\n"
      }.joined())

  /// R 4.2.2, survey 4.1.1: `svymean(~y, design, na.rm = TRUE)`, with `postStratify` and with a
  /// design of the weights after it; `confint(…, df = 5)`, `deff = "replace"`.
  @Test("who has no value is outside the part that is looked at, not outside the sample")
  func missingValues() throws {
    let analysis = try WeightingAnalysis(
      WeightingRequest(start: "w", mean: "y", strata: "strat", clusters: "klust"),
      of: Self.clusters, margins: population("kon,kv,52\nkon,man,48\n"))
    let mean = try #require(analysis.means.first)
    #expect(mean.count == 27 && abs(mean.mean - 4.51742386568) < 5e-12)
    let given = try mean.precisionOfGivenWeights.get()
    #expect(abs(try #require(given.estimate.standardError) - 0.778959057227) < 5e-13)
    #expect(given.degreesOfFreedom == 5)
    #expect(abs(given.estimate.interval.lower - 2.51504586247) < 5e-12)
    #expect(abs(given.estimate.interval.upper - 6.5198018689) < 5e-11)
    #expect(abs(try #require(given.designEffect) - 4.39894161298) < 5e-12)
    // 27 over the design effect, and nothing else, is the number that the mean is as good as.
    #expect(given.effectiveCount == given.designEffect.map { 27 / $0 })
    let known = try mean.precision.get()
    #expect(abs(try #require(known.estimate.standardError) - 0.740207583556) < 5e-13)
    #expect(abs(known.estimate.interval.lower - 2.61465969679) < 5e-12)
    #expect(abs(known.estimate.interval.upper - 6.42018803457) < 5e-12)
  }

  /// R 4.2.2, survey 4.1.1: 4.875, SE 0.871084991548, `degf` 2.
  @Test("a stratum with one cluster left keeps its interval")
  func clusterWithoutAnswers() throws {
    let table = SeriesTests.table(
      "strat,klust,kon,y\nA,A1,kv,3\nA,A1,man,4\nA,A2,kv,6\nA,A2,man,5\nA,A3,kv,2\n"
        + "A,A3,man,4\nB,B1,kv,7\nB,B1,man,8\nB,B2,kv,\nB,B2,man,\n")
    let analysis = try WeightingAnalysis(
      WeightingRequest(mean: "y", strata: "strat", clusters: "klust"), of: table,
      margins: population("kon,kv,50\nkon,man,50\n"))
    let mean = try #require(analysis.means.first)
    let precision = try mean.precisionOfGivenWeights.get()
    #expect(mean.mean == 4.875 && precision.degreesOfFreedom == 2)
    #expect(abs(try #require(precision.estimate.standardError) - 0.871084991548) < 5e-13)
  }

  /// R 4.2.2, survey 4.1.1: `svyby(~y, ~enhet, design, svymean)` after `postStratify`.
  @Test("a group of one loses its interval only")
  func groupOfOne() throws {
    let table = SeriesTests.table(
      "kon,y,enhet\nkv,3,A\nman,4,A\nkv,6,A\nman,5,A\nkv,7,B\nman,9,C\nkv,8,C\nman,2,C\n")
    let analysis = try WeightingAnalysis(
      WeightingRequest(mean: "y", by: "enhet"), of: table,
      margins: population("kon,kv,50\nkon,man,50\n"))
    for (finding, expected) in zip(analysis.means, [5.5, 4.5, 7, 19.0 / 3]) {
      #expect(abs(finding.mean - expected) < 1e-14)
    }
    let errors = analysis.means.map { try? $0.precision.get().estimate.standardError }
    for (error, expected) in zip(errors, [0.845154254729, 0.597614304667, nil, 1.861140724711]) {
      #expect((error == nil) == (expected == nil))
      if let error, let expected { #expect(abs(error - expected) < 5e-13) }
    }
    #expect(analysis.means[2].count == 1 && analysis.means[2].unweighted == 7)
    #expect(throws: StatisticsError.sampling(.noDegreesOfFreedom)) {
      try analysis.means[2].precision.get()
    }
  }

  @Test("a stratum with a single cluster is named as the file does, and takes no other with it")
  func singleCluster() throws {
    let table = SeriesTests.table(
      "kon,y,s\nkv,3,North\nman,4,North\nkv,6,North\nman,5,South\n")
    let analysis = try WeightingAnalysis(
      WeightingRequest(mean: "y", by: "s", strata: "s"), of: table,
      margins: population("kon,kv,50\nkon,man,50\n"))
    #expect(analysis.means.map { (try? $0.precision.get()) != nil } == [false, true, false])
    #expect(throws: StatisticsError.sampling(.singleton(stratum: "South", stage: 1))) {
      try analysis.means[0].precision.get()
    }
    #expect(abs(analysis.means[0].mean - 4.5) < 1e-15)
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
        """
        figures.csv: error[weighting]: no respondent with a weight is in the category “other” of the \
        margin “sex”; merge it with another category
          fix: merge the category with another one in the file and in the margins
        """
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
        """
        figures.csv:4: error[margin]: the totals of 'sex' add up to 1000, those of 'age' to 2000
          totals that add up to 1 or 100 are shares, others numbers of people; all margins are to be \
        shares, or all numbers of people with the same sum
          fix: correct the totals so that their sums agree
          fix: write both as shares that add up to 1 or 100
        """
      ),
      (
        WeightingRequest(), "sex,woman,60\nsex,man,40\nage,young,500\nage,old,510\n",
        """
        figures.csv:4: error[margin]: the totals of 'sex' add up to 100, those of 'age' to 1010
          totals that add up to 1 or 100 are shares, others numbers of people; all margins are to be \
        shares, or all numbers of people with the same sum
          fix: write 'age' as shares that add up to 1 or 100
          fix: write 'sex' as numbers of people that add up to 1010
        """
      ),
      (
        WeightingRequest(start: "loss"), "sex,woman,60\nsex,man,40\n",
        """
        figures.csv:4: error[weighting]: a weight must be a number of at least 0
          --start takes column 'loss' as the weights to start from
          fix: correct the weight
          fix: leave the field empty for a respondent without one
        """
      ),
      (
        WeightingRequest(mean: "grade", strata: "area"), "sex,woman,60\nsex,man,40\n",
        """
        figures.csv:4: error[weighting]: the row has a weight, but nothing in column 'area'
          --strata needs to know where each respondent was drawn
          fix: fill it in
          fix: leave --strata out
        """
      ),
      (
        WeightingRequest(mean: "grade", strata: "sex", clusters: "age"),
        "sex,woman,60\nsex,man,40\n",
        """
        figures.csv:5: error[weighting]: the cluster in column 'age' lies in another stratum of \
        column 'sex' too
          fix: give clusters of different strata different names, for instance A1 and B1
          fix: leave --strata out
        """
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
