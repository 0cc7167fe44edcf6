import Analyses
import Testing

@testable import Reports

/// Every sentence of a comparison against the numbers that it quotes and the tables below it.
@Suite("Sentences of comparisons")
struct ComparisonSentenceTests {
  private static func document(
    _ text: String, _ request: ComparisonRequest
  ) throws -> ReportDocument {
    ComparisonReport.document(try ComparisonAnalysis(request, of: table(text)))
  }

  /// Checks both languages of a report; hands back whether anything was claimed.
  @discardableResult
  private static func check(
    _ text: String, _ request: ComparisonRequest, directionFromSize: Bool = true
  ) throws -> Bool {
    let document = try document(text, request)
    let sentences = QuotedSentence.all(of: document)
    #expect(sentences.count == 2)
    // The first test with a p value decides.
    let deciding = column("p", of: "tests", in: document).lazy.compactMap { $0?.asNumber }.first
    let level = 1 - request.confidence
    for sentence in sentences {
      #expect(
        sentence.agrees(level: level, directionFromSize: directionFromSize), "\(sentence)\n\(text)")
      #expect((sentence.pValue == nil) == (deciding == nil), "\(sentence)\n\(text)")
      #expect(sentence.claim == sentences[0].claim, "\(sentence)\n\(text)")
      // What is quoted was read.
      #expect(sentence.description.contains("%") == (sentence.interval != nil), "\(sentence)")
      let hasSize = ["procentenheter", "percentage points", "mean difference", "medelskillnaden"]
        .contains { sentence.description.contains($0) }
      #expect(!hasSize || sentence.size != nil, "\(sentence)")
      if let deciding, let quoted = sentence.pValue {
        #expect(
          sentence.isBound ? deciding < quoted : abs(deciding - quoted) < 0.00051,
          "\(sentence)\n\(text)")
        #expect(
          (sentence.claim != nil) == (deciding <= level * (1 + 1e-9)), "\(sentence)\n\(text)")
      }
    }
    return sentences[0].claim != nil
  }

  /// Whole sentences in both languages, one of each form.
  @Test(
    arguments: [
      (
        "id,g,v\n1,1,ja\n1,2,nej\n2,1,ja\n2,2,nej\n3,1,ja\n3,2,nej\n", "id", ["ja"],
        "Andelen ja av v: ingen säkerställd skillnad mellan 1 och 2: −100 procentenheter (95 % enligt "
          + "Newcombe: −100 – −21); McNemars exakta test, p = 0,250.",
        "The share of ja in v: no proven difference between 1 and 2: −100 percentage points (95% by "
          + "Newcombe: −100 – −21); McNemar exact test, p = 0.250."
      ),
      (
        "g,v\n" + rows("A", [("ja", 2), ("nej", 48)]) + rows("B", [("ja", 8), ("nej", 42)]), nil,
        ["ja"],
        "Andelen ja av v är större i B än i A: +12 procentenheter (95 %: +0,3 – +25,2); "
          + "chi-två-test, p = 0,046.",
        "The share of ja in v is larger in B than in A: +12 percentage points (95%: +0.3 – +25.2); "
          + "chi-squared test, p = 0.046."
      ),
      (
        "id,g,v\n1,1,3\n1,2,4\n2,1,2\n2,2,3\n3,1,4\n3,2,5\n4,1,1\n4,2,2\n5,1,3\n5,2,4\n6,1,3\n6,2,4\n",
        "id", [],
        "Värdena i v är oftast större i 2 än i 1: medelskillnaden +1,00; Wilcoxons teckenrangtest, "
          + "p = 0,031.",
        "The values of v are mostly larger in 2 than in 1: mean difference +1.00; Wilcoxon "
          + "signed-rank test, p = 0.031."
      ),
      (
        "g,v\na,3\na,3\na,3\nb,4\nb,4\nb,4\n", nil, [],
        "Värdena i v: ingen säkerställd skillnad mellan a och b: medelskillnaden +1,00; "
          + "Mann–Whitneys test, p = 0,100.",
        "The values of v: no proven difference between a and b: mean difference +1.00; Mann–Whitney "
          + "test, p = 0.100."
      ),
      (
        "g,v\n2021,9\n2021,8\n2021,9\n2022,2\n2022,3\n2022,2\n", nil, [],
        "Medelvärdet av v har minskat från 2021 till 2022: −6,3 (95 %: −7,6 – −5,0); Welchs t-test, "
          + "p < 0,001.",
        "The mean of v has fallen from 2021 to 2022: −6.3 (95%: −7.6 – −5.0); Welch t test, "
          + "p < 0.001."
      ),
      (
        "g,v\na,3\nb,4\nb,5\nb,6\nc,7\nc,7\n", nil, [],
        "Medelvärdet av v: ingen säkerställd skillnad mellan de 3 grupperna (variansanalys, "
          + "p = 0,058).",
        "The mean of v: no proven difference between the 3 groups (analysis of variance, p = 0.058)."
      ),
      (
        "id,g,v\n1,1,3\n1,2,3\n2,1,4\n2,2,4\n", "id", [],
        "Alla svarade likadant båda gångerna; det finns inget att pröva.",
        "Everybody gave the same answer both times; there is nothing to test."
      ),
    ] as [(String, String?, [String], String, String)])
  func words(
    _ text: String, _ pair: String?, _ positive: [String], _ swedish: String, _ english: String
  ) throws {
    let document = try Self.document(
      text, ComparisonRequest(value: "v", by: "g", pair: pair, positive: positive))
    let sentences = QuotedSentence.all(of: document).map {
      $0.description.replacing("\u{A0}", with: " ")
    }
    #expect(sentences == [swedish, english])
  }

  private static func rows(_ group: String, _ words: [(String, Int)]) -> String {
    words.map { word, count in String(repeating: "\(group),\(word)\n", count: count) }.joined()
  }

  private static let share = ComparisonRequest(value: "v", by: "g", positive: ["ja"])

  @Test("all independent tables of two groups", arguments: Array(1...8) + [12, 20])
  func independent(_ size: Int) throws {
    var claims = 0
    for other in size > 8 ? [size] : Array(1...8) {
      for one in 0...size {
        for two in 0...other where one + two > 0 {
          let text =
            "g,v\n" + Self.rows("A", [("ja", one), ("nej", size - one)])
            + Self.rows("B", [("ja", two), ("nej", other - two)])
          if try Self.check(text, Self.share) { claims += 1 }
        }
      }
    }
    // Fewer than four against four cannot differ at 0.05, for 2 / C(6, 3) = 0.1.
    #expect(claims > 0 || size < 3)
  }

  @Test("chi-squared at its border, and quoted p values that round to the level")
  func border() throws {
    for one in 0...60 {
      for two in stride(from: 0, through: 60, by: 3) where one + two > 0 {
        let text =
          "g,v\n" + Self.rows("A", [("ja", one), ("nej", 60 - one)])
          + Self.rows("B", [("ja", two), ("nej", 60 - two)])
        try Self.check(text, Self.share)
      }
    }
  }

  @Test("all tables of the same respondents", arguments: 1...7)
  func paired(_ size: Int) throws {
    var request = Self.share
    request.pair = "id"
    var claims = 0
    for both in 0...size {
      for first in 0...(size - both) {
        for second in 0...(size - both - first) where both + first + second > 0 {
          var text = "id,g,v\n"
          for id in 0..<size {
            let kind = [both, first, second].reduce((0, 0)) { found, count in
              id >= found.1 + count ? (found.0 + 1, found.1 + count) : (found.0, found.1 + size)
            }.0
            text += "\(id),1,\(kind == 0 || kind == 1 ? "ja" : "nej")\n"
            text += "\(id),2,\(kind == 0 || kind == 2 ? "ja" : "nej")\n"
          }
          if try Self.check(text, request) { claims += 1 }
        }
      }
    }
    // Six who all change the same way: p = 2 / 2⁶ = 0.031.
    #expect((claims > 0) == (size >= 6))
  }

  /// All samples of a size with values that rise or stay.
  private static func samples(_ size: Int, of values: [Int]) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return samples(size - 1, of: values).flatMap { sample in
      values.filter { $0 >= sample.last ?? 0 }.map { sample + [$0] }
    }
  }

  @Test("small groups of numbers, also at a level where many differ", arguments: [0.95, 0.9, 0.6])
  func numbers(_ confidence: Double) throws {
    let samples = (1...3).flatMap { Self.samples($0, of: [1, 2, 4]) }
    var claims = 0
    for one in samples {
      for two in samples {
        let text =
          "g,v\n" + one.map { "A,\($0)\n" }.joined() + two.map { "B,\($0)\n" }.joined()
        let request = ComparisonRequest(value: "v", by: "g", confidence: confidence)
        if try Self.check(text, request, directionFromSize: false) { claims += 1 }
      }
    }
    #expect(claims > 0)
  }

  @Test("pairs of numbers", arguments: [0.95, 0.75])
  func pairedNumbers(_ confidence: Double) throws {
    let kinds = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 3), (2, 3)]
    for size in 1...4 {
      for sample in Self.samples(size, of: Array(kinds.indices)) {
        let text =
          "id,g,v\n"
          + sample.enumerated().map { id, kind in
            "\(id),2021,\(kinds[kind].0)\n\(id),2022,\(kinds[kind].1)\n"
          }.joined()
        try Self.check(
          text, ComparisonRequest(value: "v", by: "g", pair: "id", confidence: confidence),
          directionFromSize: false)
      }
    }
  }

  @Test("three groups, of one value, of equal values, and others", arguments: [0.95, 0.7])
  func several(_ confidence: Double) throws {
    let samples = (1...2).flatMap { Self.samples($0, of: [1, 2, 9]) } + [[1, 1, 2], [9, 9, 9]]
    for one in samples {
      for two in samples {
        for three in samples {
          let text =
            "g,v\n" + one.map { "A,\($0)\n" }.joined() + two.map { "B,\($0)\n" }.joined()
            + three.map { "C,\($0)\n" }.joined()
          try Self.check(text, ComparisonRequest(value: "v", by: "g", confidence: confidence))
        }
      }
    }
  }

  @Test("words of two and three groups")
  func words() throws {
    for one in 0...6 {
      for two in 0...6 {
        var text =
          "g,v\n" + Self.rows("A", [("x", one), ("y", 6 - one), ("z", 1)])
          + Self.rows("B", [("x", two), ("y", 6 - two), ("z", 2)])
        try Self.check(text, ComparisonRequest(value: "v", by: "g"))
        text += Self.rows("C", [("x", 3), ("y", 9)])
        try Self.check(text, ComparisonRequest(value: "v", by: "g"))
      }
    }
  }
}
