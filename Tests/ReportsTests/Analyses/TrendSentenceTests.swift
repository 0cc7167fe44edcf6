import Analyses
import Labels
import Testing

@testable import Reports

/// Every sentence of a trend or a weighting against the numbers that it quotes.
@Suite("Sentences of trends and weightings")
struct TrendSentenceTests {
  @Test("a trend is claimed exactly where the quoted p value is small", arguments: [0.95, 0.8])
  func trends(_ confidence: Double) throws {
    var claims = 0
    var state: UInt64 = 7
    for length in 3...14 {
      for drift in -3...3 {
        var text = "year,v\n"
        for year in 0..<length {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          text += "\(2001 + year),\(100 + drift * year + Int(state >> 60))\n"
        }
        let analysis = try TrendAnalysis(
          TrendRequest(
            series: SeriesRequest(time: "year", value: "v"), confidence: confidence),
          of: table(text))
        for sentence in QuotedSentence.all(of: TrendReport.document(analysis)) {
          guard let p = sentence.pValue else {
            #expect(sentence.claim == nil, "\(sentence)")
            continue
          }
          let limit = (1 - confidence) * (1 + 1e-9)
          #expect((sentence.claim != nil) == (sentence.isBound || p <= limit), "\(sentence)")
          if let claim = sentence.claim, let size = sentence.size, size != 0 {
            #expect((claim > 0) == (size > 0), "\(sentence)")
            claims += 1
          }
        }
      }
    }
    #expect(claims > 0)
  }

  @Test("a control chart counts the signals of its table", arguments: 12...20)
  func charts(_ length: Int) throws {
    var (state, signals) = (UInt64(length), 0)
    for shift in [0, 4, 9, 30] {
      var text = "year,v\n"
      for year in 0..<length {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += "\(2001 + year),\(Int(state >> 61) + (year > length / 2 ? shift : 0))\n"
      }
      let analysis = try TrendAnalysis(
        TrendRequest(series: SeriesRequest(time: "year", value: "v"), chart: .xmr),
        of: table(text))
      let document = TrendReport.document(analysis)
      let marked = column("signals", of: "chart", in: document).count { $0 != nil }
      let words = document.blocks.compactMap(\.paragraph)[1]
      for text in [words.swedish, words.english] {
        let quoted = text.matches(of: /[0-9]+/).compactMap { Int($0.output) }
        #expect(quoted.prefix(2) == (marked == 0 ? [length] : [marked, length]), "\(text)")
      }
      signals += marked
    }
    #expect(signals > 0)
  }

  @Test("a weighting quotes the weights and Kish’s number of its table", arguments: 1...12)
  func weights(_ women: Int) throws {
    let rows = (0..<women).map { "\($0),woman,\($0)\n" } + ["m,man,9\n", "n,man,4\n"]
    let document = WeightingReport.document(
      try WeightingAnalysis(
        WeightingRequest(mean: "y"), of: table("id,sex,y\n" + rows.joined()),
        margins: table("column,category,total\nsex,woman,50\nsex,man,50\n")))
    let figures = ["respondents", "smallest", "largest", "kish_effective_n"].map {
      column($0, of: "weights", in: document).first??.asNumber ?? .nan
    }
    let words = try #require(document.blocks.dropFirst().first?.paragraph)
    let quoted = words.english.matches(of: /[0-9]+(\.[0-9]+)?/).compactMap { Double($0.output.0) }
    if figures[1] == figures[2] {
      #expect(quoted.count == 2 && abs(quoted[1] - figures[1]) < 0.005001)
    } else {
      #expect(quoted.count == 4, "\(words.english)")
      for (number, place) in zip(quoted, [(0, 0.0), (1, 0.005001), (2, 0.005001), (3, 0.5001)]) {
        #expect(abs(number - figures[place.0]) <= place.1, "\(words.english)")
      }
      #expect(figures[3] <= figures[0] && words.english.contains("Kish"))
    }
  }
}
