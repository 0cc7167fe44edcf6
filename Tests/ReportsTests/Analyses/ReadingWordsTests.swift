import Analyses
import Labels
import TableFiles
import Tables
import Testing

@testable import Reports

/// The first lines of a report on a file: what a column was taken for and what is left out.
@Suite("What was read, in words")
struct ReadingWordsTests {
  private static func table(_ text: String) -> Table {
    CSVReader.read(
      bytes: Array(text.utf8), named: "figures.csv", options: CSVOptions(missingWords: [])
    ).table
  }

  private func note(_ document: ReportDocument) -> Label? {
    document.blocks.first?.note
  }

  @Test(
    "comparisons, for none, one and many rows left out",
    arguments: [
      (
        "A,1\nA,2\nB,3\nB,4\n", [],
        Label(
          "v lästes som tal; alla 4 rader är med.", "v was read as numbers; all 4 rows are used.")
      ),
      (
        "A,1\nA,2\nA,3\nB,3\nB,4\nB,Vet ej\n", [],
        Label(
          "v lästes som tal; 5 av 6 rader är med. Inte med: 1 har ”Vet ej” i v.",
          "v was read as numbers; 5 of 6 rows are used. Left out: 1 has “Vet ej” in v.")
      ),
      (
        "A,1\nA,2\nA,3\nB,3\nB,4\nB,Vet ej\nB,Vet ej\nA,\nC,7\nA,hej\n", ["A", "B"],
        Label(
          "v lästes som tal; 5 av 10 rader är med. Inte med: 2 har ”Vet ej” i v; 1 saknar värde i v; "
            + "1 hör till en grupp i g som inte jämförs; 1 har en text i stället för ett tal i v "
            + "(rad 11).",
          "v was read as numbers; 5 of 10 rows are used. Left out: 2 have “Vet ej” in v; 1 has no value "
            + "in v; 1 belongs to a group in g that is not compared; 1 has a text instead of a number "
            + "in v (line 11).")
      ),
      (
        "A,ja\nB,nej\nC,ja\nC,ja\n", ["A", "B"],
        Label(
          "v lästes som ord; 2 av 4 rader är med. Inte med: 2 hör till grupper i g som inte jämförs.",
          "v was read as words; 2 of 4 rows are used. Left out: 2 belong to groups in g that are not "
            + "compared.")
      ),
      (
        "A,1 %\nA,2\nB,3\nB,4\n", [],
        Label(
          "v lästes som tal; alla 4 rader är med. 1 tal har ett procenttecken och de andra inget; 12 % "
            + "lästes som 12.",
          "v was read as numbers; all 4 rows are used. 1 number has a percent sign and the others none; "
            + "12% was read as 12.")
      ),
    ])
  func comparisons(_ rows: String, _ groups: [String], _ words: Label) throws {
    let analysis = try ComparisonAnalysis(
      ComparisonRequest(value: "v", by: "g", groups: groups), of: Self.table("g,v\n" + rows))
    #expect(note(ComparisonReport.document(analysis)) == words)
  }

  @Test("counts of four digits are written in groups, where the file has none")
  func large() throws {
    let rows = (0..<1200).map { "\($0 % 2 == 0 ? "A" : "B"),\($0)\n" }.joined()
    let document = ComparisonReport.document(
      try ComparisonAnalysis(
        ComparisonRequest(value: "v", by: "g"), of: Self.table("g,v\n" + rows)))
    #expect(
      note(document)
        == Label(
          "v lästes som tal; alla 1\u{A0}200 rader är med.",
          "v was read as numbers; all 1,200 rows are used."))
    #expect(
      document.subtitle?.label
        == Label("figures.csv · 1\u{A0}200 rader", "figures.csv · 1,200 rows"))
  }

  @Test(
    "trends: the kind of period, gaps and marks",
    arguments: [
      (
        "2023M03,1\n2023M02,2\n",
        Label(
          "tid lästes som månader, 2023-02–2023-03; båda raderna är med.",
          "tid was read as months, 2023-02–2023-03; both rows are used."),
        Label(
          "V gick från 2 (2023-02) till 1 (2023-03): en förändring mellan två värden, ingen trend.",
          "V went from 2 (2023-02) to 1 (2023-03): a change between two values, not a trend.")
      ),
      (
        "2023,1\n",
        Label(
          "tid lästes som år, 2023; den enda raden är med.",
          "tid was read as years, 2023; the only row is used."),
        Label(
          "V: ett enda värde, 1 (2023); det finns inget att jämföra med.",
          "V: a single value, 1 (2023); there is nothing to compare it with.")
      ),
      (
        "2023*,4\n2020,4\nTotalt,8\n",
        Label(
          "tid lästes som år, 2020–2023; 2 av 3 rader är med. Inte med: 1 gäller flera perioder "
            + "(”Totalt” i tid). Utan värde: 2021, 2022. Märkta i filen: 2023 (*).",
          "tid was read as years, 2020–2023; 2 of 3 rows are used. Left out: 1 is about several periods "
            + "(“Totalt” in tid). Without a value: 2021, 2022. Marked in the file: 2023 (*)."),
        Label(
          "V var 4 både 2020 och 2023; två värden är ingen trend.",
          "V was 4 both 2020 and 2023; two values are no trend.")
      ),
    ])
  func trends(_ rows: String, _ words: Label, _ sentence: Label) throws {
    let document = TrendReport.document(
      try TrendAnalysis(
        TrendRequest(series: SeriesRequest(time: "tid", value: "v")),
        of: Self.table("tid,v\n" + rows)))
    #expect(note(document) == words)
    #expect(document.blocks.dropFirst().first?.paragraph == sentence)
  }

  /// Kish: n_eff = (Σw)² / Σw². Weights 31.2 / 27 and 28.8 / 33 make 58.84, 31.2 / 29 and 28.8 / 31 make
  /// 59.68, by hand.
  @Test(
    "weights that cost next to nothing do not read as a loss", arguments: [(27, false), (29, true)])
  func cheapWeights(women: Int, costsNothing: Bool) throws {
    let rows = (0..<60).map { $0 < women ? "k\n" : "m\n" }.joined()
    let document = WeightingReport.document(
      try WeightingAnalysis(
        WeightingRequest(), of: Self.table("sex\n" + rows),
        margins: Self.table("column,category,total\nsex,k,52\nsex,m,48\n")))
    let sentence = try #require(document.blocks.dropFirst().first?.paragraph)
    #expect(sentence.english.contains("next to nothing in precision.") == costsNothing)
    #expect(sentence.swedish.contains("nästan ingenting i precision.") == costsNothing)
    #expect(sentence.english.contains("as if only 59 had answered.") == !costsNothing)
  }

  @Test("weights: rows without a weight, and those without the value of the mean")
  func weights() throws {
    let document = WeightingReport.document(
      try WeightingAnalysis(
        WeightingRequest(mean: "y"), of: Self.table("sex,y\nk,1\nm,2\n,3\nk,Vet ej\nm,5\nk,7\n"),
        margins: Self.table("column,category,total\nsex,k,50\nsex,m,50\n")))
    #expect(
      note(document)
        == Label(
          "5 av 6 rader är med. Inte med: 1 saknar värde i sex. Inte med i medelvärdet: 1 har ”Vet ej” "
            + "i y.",
          "5 of 6 rows are used. Left out: 1 has no value in sex. Not in the mean: 1 has “Vet ej” in "
            + "y."))
  }
}
