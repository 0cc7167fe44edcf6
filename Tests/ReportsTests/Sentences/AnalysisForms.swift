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

  static func documents() throws -> [(name: String, document: ReportDocument)] {
    try comparisons() + trends() + charts() + weightings()
  }

  // A file without rows is refused before anything is said of it.
  private static func comparisons() throws -> [(String, ReportDocument)] {
    func compare(_ rows: String, groups: [String] = [], pair: String? = nil) throws
      -> ReportDocument
    {
      ComparisonReport.document(
        try ComparisonAnalysis(
          ComparisonRequest(value: "v", by: "g", pair: pair, groups: groups),
          of: table("id,g,v\n" + rows)))
    }
    return try [
      ("compare, all rows", compare("1,A,1\n2,A,2\n3,B,3\n4,B,4\n")),
      (
        "compare, one left out for each reason",
        compare(
          "1,A,1\n2,A,2\n3,B,3\n4,B,4\n5,A,Vet ej\n6,A,\n7,C,3\n8,A,hej\n9,A,5\n10,B,6\n11,A,7 %\n",
          groups: ["A", "B"])
      ),
      (
        "compare, two left out for each reason",
        compare(
          "1,A,1\n2,A,2\n3,B,3\n4,B,4\n5,A,Vet ej\n6,A,\n7,C,3\n8,A,hej\n9,A,Vet ej\n10,A,\n11,C,3\n"
            + "12,B,hej\n13,A,5\n14,B,6\n15,A,7\n16,B,9\n17,A,7 %\n18,B,7 %\n", groups: ["A", "B"])
      ),
      (
        "compare, three groups",
        compare("1,A,1\n2,A,2\n3,B,3\n4,B,4\n5,C,9\n6,C,8\n7,A,3\n8,B,5\n9,C,7\n")
      ),
      ("compare, all alike", compare("1,A,ja\n2,A,ja\n3,B,ja\n4,B,ja\n")),
      ("compare, three pairs", compare("1,A,1\n2,A,2\n3,A,4\n1,B,3\n2,B,5\n3,B,4\n", pair: "id")),
      (
        "compare, two pairs, one alone",
        compare("1,A,1\n2,A,2\n3,A,4\n1,B,3\n2,B,5\n", pair: "id")
      ),
      (
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

  private static func trends() throws -> [(String, ReportDocument)] {
    func parts(_ count: Int) -> String {
      "year,v,part\n" + (0..<count).map { "2001,1,p\($0 + 10)\n" }.joined()
    }
    func last(_ document: ReportDocument) -> ReportDocument {
      var document = document
      let paragraphs = document.blocks.filter { if case .paragraph = $0 { true } else { false } }
      document.blocks = Array(paragraphs.suffix(1))
      return document
    }
    return try [
      ("trend, one value", trend(series([3]))), ("trend, two values", trend(series([3, 5]))),
      ("trend, two like values", trend(series([3, 3]))),
      ("trend, three values", trend(series([3, 5, 4]))),
      ("trend, ten values", trend(series([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))),
      ("trend, one gap", trend("year,v\n2001,1\n2003,2\n")),
      ("trend, seven gaps", trend("year,v\n2001,1\n2009,2\n")),
      ("trend, eight gaps", trend("year,v\n2001,1\n2010,2\n")),
      ("trend, 13 series", last(trend(parts(13)))), ("trend, 14 series", last(trend(parts(14)))),
    ]
  }

  private static func charts() throws -> [(String, ReportDocument)] {
    let steady = (0..<24).map { 5 + $0 % 2 * 2 }
    func said(_ values: [Int]) throws -> ReportDocument {
      var document = try trend(series(values), chart: .xmr)
      let paragraphs = document.blocks.filter { if case .paragraph = $0 { true } else { false } }
      document.blocks = Array(paragraphs.suffix(1))
      return document
    }
    return try [
      ("chart, one point", said([3])), ("chart, two points", said([3, 4])),
      ("chart, three points", said([3, 4, 6])), ("chart, three alike", said([3, 3, 3])),
      ("chart, no signal", said(steady)),
      ("chart, one signal", said(steady + [16])),
      ("chart, two signals", said(steady + [-4] + steady + [16])),
    ]
  }

  private static func weightings() throws -> [(String, ReportDocument)] {
    func weigh(_ rows: String, women: Int) throws -> ReportDocument {
      let margins =
        "column,category,total\nsex,woman,\(women)\n"
        + (women == 100 ? "" : "sex,man,\(100 - women)\n")
      return WeightingReport.document(
        try WeightingAnalysis(
          WeightingRequest(), of: table("id,sex\n" + rows), margins: table(margins)))
    }
    return try [
      ("weight, one respondent", weigh("1,woman\n", women: 100)),
      ("weight, all alike", weigh("1,woman\n2,man\n", women: 50)),
      ("weight, unlike", weigh("1,woman\n2,man\n3,woman\n", women: 50)),
      ("weight, one left out", weigh("1,woman\n2,man\n3,\n", women: 50)),
    ]
  }
}
