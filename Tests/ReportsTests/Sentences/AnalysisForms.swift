import Analyses
import TableFiles
import Tables

@testable import Reports

/// Small files whose analyses say each of their sentences, for one and for several.
enum AnalysisForms {
  static func table(_ text: String) -> Table {
    CSVReader.read(
      bytes: Array(text.utf8), named: "figures.csv", options: CSVOptions(missingWords: [])
    ).table
  }

  /// A report, and the parts of it whose sentences are of interest.
  struct Form {
    let name: String
    let document: ReportDocument
    let blocks: [Block]

    init(_ name: String, _ document: ReportDocument) {
      (self.name, self.document, blocks) = (name, document, document.blocks)
    }

    /// Only the last paragraph is of interest: the others say what another form says.
    init(_ name: String, last document: ReportDocument) {
      (self.name, self.document) = (name, document)
      let paragraphs = document.blocks.filter { if case .paragraph = $0 { true } else { false } }
      blocks = Array(paragraphs.suffix(1))
    }
  }

  static func all() throws -> [Form] {
    try comparisons() + trends() + charts() + weightings()
  }

  // A file without rows is refused before anything is said of it.
  private static func comparisons() throws -> [Form] {
    func compare(_ rows: String, groups: [String] = [], pair: String? = nil) throws
      -> ReportDocument
    {
      ComparisonReport.document(
        try ComparisonAnalysis(
          ComparisonRequest(value: "v", by: "g", pair: pair, groups: groups),
          of: table("id,g,v\n" + rows)))
    }
    return try [
      Form("compare, all rows", compare("1,A,1\n2,A,2\n3,B,3\n4,B,4\n")),
      Form(
        "compare, one left out for each reason",
        compare(
          "1,A,1\n2,A,2\n3,B,3\n4,B,4\n5,A,Vet ej\n6,A,\n7,C,3\n8,A,hej\n9,A,5\n10,B,6\n11,A,7 %\n",
          groups: ["A", "B"])
      ),
      Form(
        "compare, two left out for each reason",
        compare(
          "1,A,1\n2,A,2\n3,B,3\n4,B,4\n5,A,Vet ej\n6,A,\n7,C,3\n8,A,hej\n9,A,Vet ej\n10,A,\n11,C,3\n"
            + "12,B,hej\n13,A,5\n14,B,6\n15,A,7\n16,B,9\n17,A,7 %\n18,B,7 %\n", groups: ["A", "B"])
      ),
      Form(
        "compare, three groups",
        compare("1,A,1\n2,A,2\n3,B,3\n4,B,4\n5,C,9\n6,C,8\n7,A,3\n8,B,5\n9,C,7\n")
      ),
      Form("compare, all alike", compare("1,A,ja\n2,A,ja\n3,B,ja\n4,B,ja\n")),
      Form(
        "compare, three pairs", compare("1,A,1\n2,A,2\n3,A,4\n1,B,3\n2,B,5\n3,B,4\n", pair: "id")),
      Form(
        "compare, two pairs, one alone",
        compare("1,A,1\n2,A,2\n3,A,4\n1,B,3\n2,B,5\n", pair: "id")
      ),
      Form(
        "compare, two pairs, two alone",
        compare("1,A,1\n2,A,2\n3,A,4\n1,B,3\n2,B,5\n9,B,5\n", pair: "id")
      ),
    ]
  }

  private static func trend(_ text: String, chart: ChartKind? = nil) throws -> ReportDocument {
    TrendReport.document(
      try TrendAnalysis(
        TrendRequest(
          series: SeriesRequest(
            time: "year", value: "v", part: text.hasPrefix("year,v,") ? "part" : nil), chart: chart),
        of: table(text)))
  }

  private static func series(_ values: [Int]) -> String {
    "year,v\n" + values.enumerated().map { "\(2001 + $0),\($1)\n" }.joined()
  }

  private static func trends() throws -> [Form] {
    func parts(_ count: Int) -> String {
      "year,v,part\n" + (0..<count).map { "2001,1,p\($0 + 10)\n" }.joined()
    }
    return try [
      Form("trend, one value", trend(series([3]))),
      Form("trend, two values", trend(series([3, 5]))),
      Form("trend, two like values", trend(series([3, 3]))),
      Form("trend, three values", trend(series([3, 5, 4]))),
      Form("trend, ten values", trend(series([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))),
      Form("trend, one gap", trend("year,v\n2001,1\n2003,2\n")),
      Form("trend, seven gaps", trend("year,v\n2001,1\n2009,2\n")),
      Form("trend, eight gaps", trend("year,v\n2001,1\n2010,2\n")),
      Form("trend, 13 series", last: trend(parts(13))),
      Form("trend, 14 series", last: trend(parts(14))),
    ]
  }

  private static func charts() throws -> [Form] {
    let steady = (0..<24).map { 5 + $0 % 2 * 2 }
    func said(_ name: String, _ values: [Int]) throws -> Form {
      Form(name, last: try trend(series(values), chart: .xmr))
    }
    return try [
      said("chart, one point", [3]), said("chart, two points", [3, 4]),
      said("chart, three points", [3, 4, 6]), said("chart, three alike", [3, 3, 3]),
      said("chart, no signal", steady),
      said("chart, one signal", steady + [16]),
      said("chart, two signals", steady + [-4] + steady + [16]),
    ]
  }

  private static func weightings() throws -> [Form] {
    func weigh(_ rows: String, women: Int) throws -> ReportDocument {
      let margins =
        "column,category,total\nsex,woman,\(women)\n"
        + (women == 100 ? "" : "sex,man,\(100 - women)\n")
      return WeightingReport.document(
        try WeightingAnalysis(
          WeightingRequest(), of: table("id,sex\n" + rows), margins: table(margins)))
    }
    return try [
      Form("weight, one respondent", weigh("1,woman\n", women: 100)),
      Form("weight, all alike", weigh("1,woman\n2,man\n", women: 50)),
      Form("weight, unlike", weigh("1,woman\n2,man\n3,woman\n", women: 50)),
      Form("weight, one left out", weigh("1,woman\n2,man\n3,\n", women: 50)),
    ]
  }
}
