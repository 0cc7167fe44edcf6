import Analyses
import Diagnostics
import Statistics
import Tables
import Testing

@Suite("Cells of a column")
struct ColumnReadingTests {
  /// Two groups of twelve that do not overlap: 100, 103 … 133 and 300, 305 … 355.
  private func groups(_ cell: (Int) -> String, _ extra: [String] = []) -> Table {
    let rows = (0..<12).flatMap { ["A;" + cell(100 + 3 * $0), "B;" + cell(300 + 5 * $0)] }
    return PeriodSeriesTests.table((["g;v"] + rows + extra).joined(separator: "\n") + "\n")
  }

  private func compare(
    _ table: Table, _ change: (inout ComparisonRequest) -> Void = { _ in }
  ) throws -> ComparisonAnalysis {
    var request = ComparisonRequest(value: "v", by: "g")
    change(&request)
    return try ComparisonAnalysis(request, of: table)
  }

  private func isNumbers(_ analysis: ComparisonAnalysis) -> Bool {
    if case .numbers = analysis.kind { true } else { false }
  }

  @Test(
    "figures are figures although some cells are words",
    arguments: [
      ["A;Vet ej"], ["A;..", "B;-"], ["B;<5"], ["A;"], ["A;vet ej", "A;VET EJ", "B;kanske"],
      ["B;n/a", "B;x"],
    ])
  func figures(_ extra: [String]) throws {
    let plain = try compare(groups { "\($0)" })
    let found = try compare(groups({ "\($0)" }, extra))
    #expect(isNumbers(plain) && isNumbers(found))
    #expect(found.groups.map(\.count) == [12, 12])
    #expect(
      try found.results.tests[0].result.get().pValue == plain.results.tests[0].result.get().pValue)
    #expect(plain.leftOut.isEmpty && found.leftOut.rowCount == extra.count)
  }

  /// R 4.2.2: `t.test(seq(300, 355, 5), seq(100, 133, 3))$p.value`.
  @Test func welch() throws {
    let found = try compare(groups { "\($0)" })
    #expect(try abs(found.results.tests[0].result.get().pValue / 5.77867374522823e-18 - 1) < 1e-9)
  }

  @Test("each reason is counted, with its line where the cell is doubtful")
  func reasons() throws {
    let found = try compare(
      groups({ "\($0)" }, ["A;Vet ej", "B;Vet ej", "A;..", "C;4", ";5", "A;", "B;kanske"])
    ) { $0.groups = ["A", "B"] }
    #expect(
      found.leftOut == [
        LeftOut(reason: .missing(column: "v", word: "Vet ej"), count: 2, line: 26),
        LeftOut(reason: .missing(column: "v", word: ".."), count: 1, line: 28),
        LeftOut(reason: .notCompared(column: "g"), count: 1, line: 29),
        LeftOut(reason: .empty(column: "g"), count: 1, line: 30),
        LeftOut(reason: .empty(column: "v"), count: 1, line: 31),
        LeftOut(reason: .noNumber(column: "v", .word), count: 1, line: 32),
      ])
  }

  @Test("words that a request adds are missing")
  func added() throws {
    let table = groups({ "\($0)" }, (0..<12).map { _ in "A;ej mätt" })
    #expect {
      try compare(table)
    } throws: { error in
      (error as? Diagnostic)?.formatted(showingValue: true) == """
        figures.csv:26: error[column-type]: column 'v' holds 24 numbers and 12 words
          so it is not clear whether it holds numbers
          fix: leave the others out: --as numbers
          fix: compare all as words: --as words
          fix: count some of them as missing: --missing WORD
        """
    }
    let added = try compare(table) { $0.missing = ["Ej mätt"] }
    let certain = try compare(table) { $0.reading = .numbers }
    #expect(isNumbers(added) && isNumbers(certain))
    #expect(added.groups.map(\.count) == [12, 12] && certain.groups.map(\.count) == [12, 12])
    #expect(!isNumbers(try compare(table) { $0.reading = .words }))
  }

  @Test("figures with marks that cannot be read are never compared as words")
  func nearNumbers() {
    #expect {
      try compare(groups { "<\($0)" })
    } throws: { error in
      (error as? Diagnostic)?.code == "column-type"
    }
  }

  @Test("words with a few numbers among them are words")
  func words() throws {
    let table = PeriodSeriesTests.table(
      "g,v\n" + (0..<10).map { "A,ja\nB,\($0 % 2 == 0 ? "nej" : "ja")\n" }.joined() + "A,3\n")
    guard case .words(let words) = try compare(table).kind else {
      Issue.record("a column of words")
      return
    }
    #expect(words == ["3", "ja", "nej"])
  }

  /// As a survey counts: the base is those who answered.
  @Test("words for no answer stay out of the base of a share")
  func shares() throws {
    let table = PeriodSeriesTests.table(
      "g,v\nA,ja\nA,ja\nA,Vet ej\nA,Vet ej\nB,ja\nB,nej\nB,\nC,ja\n")
    let found = try compare(table) {
      $0.positive = ["ja"]
      $0.groups = ["A", "B"]
    }
    #expect(found.groups.map(\.positive) == [2, 1] && found.groups.map(\.count) == [2, 2])
    #expect(
      found.leftOut == [
        LeftOut(reason: .missing(column: "v", word: "Vet ej"), count: 2, line: 4),
        LeftOut(reason: .empty(column: "v"), count: 1, line: 8),
        LeftOut(reason: .notCompared(column: "g"), count: 1, line: 9),
      ])
    // Who counts it as positive has made it an answer.
    let answered = try compare(table) { $0.positive = ["ja", "Vet ej"] }
    #expect(answered.groups.map(\.positive) == [4, 1, 1])
  }

  /// The reader leaves the rows of Qualtrics out; a header that is repeated is a row to it.
  @Test("header rows of an export are no groups")
  func headers() throws {
    let rows = (1...8).map { "2024-01-0\($0) 10:11:12,\($0 % 4 + 1),\($0 % 2 == 0 ? "A" : "B")\n" }
    let table = PeriodSeriesTests.table(
      """
      StartDate,Q1,grp
      "Start Date","Hur nöjd?","Grupp"
      "{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""g""}"

      """ + rows.joined() + "StartDate,Q1,grp\n")
    let found = try ComparisonAnalysis(ComparisonRequest(value: "Q1", by: "grp"), of: table)
    #expect(isNumbers(found) && found.groups.map(\.label) == ["A", "B"])
    #expect(found.leftOut == [LeftOut(reason: .header, count: 1, line: 12)])
    #expect(found.rowCount == 9)
    let trend = try TrendAnalysis(
      TrendRequest(
        series: SeriesRequest(time: "StartDate", value: "Q1", times: TimeRequest(every: .day))),
      of: table)
    #expect(trend.findings[0].series.points.count == 8 && trend.leftOut.rowCount == 1)
    let weighted = try WeightingAnalysis(
      WeightingRequest(mean: "Q1"), of: table,
      margins: PeriodSeriesTests.table("column,category,total\ngrp,A,50\ngrp,B,50\n"))
    #expect(weighted.figures.respondents == 8 && weighted.leftOut.rowCount == 1)
    #expect(weighted.means[0].count == 8)
    // The row of headings stays in the file, without a weight.
    let weights = try weighted.table(adding: "w").rows.map { $0.number("w") }
    #expect(weights == Array(repeating: 1, count: 8) + [nil])
  }

  @Test("groups that are periods stand in the order of the calendar")
  func waves() throws {
    let table = PeriodSeriesTests.table(
      "g,v\ndec 2023,3\ndec 2023,4\nfeb 2023,1\nfeb 2023,2\nHT,1\n")
    let found = try compare(table) { $0.missing = ["HT"] }
    #expect(found.groups.map(\.label) == ["feb 2023", "dec 2023"] && found.areGroupsInTime)
    let turned = try compare(table) { $0.groups = ["dec 2023", "feb 2023"] }
    #expect(!turned.areGroupsInTime)
    let rounds = PeriodSeriesTests.table(
      "g,v\n"
        + [10, 9, 2].flatMap { ["omgång \($0),\($0)", "omgång \($0),1"] }.joined(separator: "\n"))
    #expect(
      try compare(rounds).groups.map(\.label) == ["omgång 2", "omgång 9", "omgång 10"])
  }

  @Test("who is in one group only is left out of a comparison of the same persons, and told")
  func unpaired() throws {
    let table = PeriodSeriesTests.table(
      "g,id,v\nA,a,1\nA,b,2\nA,c,5\nA,,3\nB,a,3\nB,b,3\nB,c,Vet ej\nB,d,4\nB,e,4\nB,f,4\nB,g,4\n")
    let found = try compare(table) { $0.pair = "id" }
    #expect(found.groups.map(\.count) == [2, 2])
    #expect(
      found.leftOut == [
        LeftOut(reason: .missing(column: "v", word: "Vet ej"), count: 1, line: 8),
        LeftOut(reason: .unpaired(column: "id"), count: 5, line: 4),
        LeftOut(reason: .empty(column: "id"), count: 1, line: 5),
      ])
  }

  @Test("percent signs beside plain numbers are told")
  func percents() throws {
    let found = try compare(groups { $0 % 2 == 0 ? "\($0) %" : "\($0)" })
    let signed =
      (0..<12).count { (100 + 3 * $0) % 2 == 0 }
      + (0..<12).count { (300 + 5 * $0) % 2 == 0 }
    #expect(found.percentsAmongPlain == signed)
    #expect(try compare(groups { "\($0) %" }).percentsAmongPlain == 0)
  }

  @Test("weights: a missing word is a category only where it has a total")
  func weights() throws {
    let table = PeriodSeriesTests.table(
      "sex,grade\nk,1\nm,2\nVet ej,3\nk,Vet ej\nk,4\n")
    let two = try WeightingAnalysis(
      WeightingRequest(mean: "grade"), of: table,
      margins: PeriodSeriesTests.table("column,category,total\nsex,k,50\nsex,m,50\n"))
    #expect(
      two.leftOut == [LeftOut(reason: .missing(column: "sex", word: "Vet ej"), count: 1, line: 4)])
    #expect(
      two.withoutValue == [
        LeftOut(reason: .missing(column: "grade", word: "Vet ej"), count: 1, line: 5)
      ])
    let three = try WeightingAnalysis(
      WeightingRequest(), of: table,
      margins: PeriodSeriesTests.table(
        "column,category,total\nsex,k,40\nsex,m,50\nsex,Vet ej,10\n"))
    #expect(three.leftOut.isEmpty && three.figures.respondents == 5)
  }
}
