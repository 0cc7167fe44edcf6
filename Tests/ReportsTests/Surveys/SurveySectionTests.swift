import Indicators
import Labels
import Surveys
import Testing
import Workspace

@testable import Reports

/// Every sentence of a survey's section beside the numbers of the tables that it speaks of, over
/// random small surveys.
struct SurveySectionTests {
  /// A table as its data file gives it, by column.
  struct Numbers {
    let table: ReportTable

    func column(_ id: String) throws -> [FactData?] {
      _ = try #require(table.exports.first { $0.export.id == id }, "\(table.id) \(id)")
      return table.exported(id)
    }

    func counts(_ id: String) throws -> [Int?] {
      try column(id).map { if case .integer(let count) = $0 { Int(count) } else { nil } }
    }

    /// Shares from 0 to 1, or plain numbers, unrounded.
    func shares(_ id: String) throws -> [Double?] {
      let export = try #require(table.exports.first { $0.export.id == id }, "\(table.id) \(id)")
      return table.rows.map { $0.cells[export.column].fact?.number(export.export.aspect) }
    }

    func codes(_ id: String) throws -> [String?] { try column(id).map { $0?.asText } }
  }

  static func blocks(_ seed: UInt64) throws -> [Block] {
    SurveySection.blocks(
      of: [SurveyFixture.published(try SurveyFixture.random(seed: seed))], year: 2023)
  }

  static func numbers(_ blocks: [Block], _ id: String) -> Numbers? {
    for case .table(let table) in blocks where table.id == "enkat-\(id)" {
      return Numbers(table: table)
    }
    return nil
  }

  static func sentences(_ blocks: [Block]) -> [Label] {
    blocks.compactMap(\.paragraph)
  }

  @Test("a line across the chart where all questions are to reach the same, otherwise a mark a row")
  func goals() throws {
    let survey = SurveyFixture.published(try SurveyFixture.random(seed: 7))
    let questions = survey.cube.definition.questions.map(\.id)
    try #require(questions.count > 1)
    func chart(_ targets: [String: Double], _ figure: SurveyTarget.Figure = .positive) throws
      -> ReportChart
    {
      let goals = targets.map {
        SurveyTarget(
          survey: survey.cube.definition.id, wave: "w1", question: $0.key, figure: figure,
          target: $0.value, goal: "g")
      }
      let blocks = SurveySection.blocks(of: [survey], goals: goals, year: 2023)
      return try #require(
        blocks.lazy.compactMap { block -> ReportChart? in
          if case .chart(let chart) = block, chart.id == "enkat-positive" { chart } else { nil }
        }.first)
    }
    let none = try chart([:])
    #expect(none.target == nil && none.rowTargets.isEmpty)
    let all = try chart(Dictionary(uniqueKeysWithValues: questions.map { ($0, 0.9) }))
    #expect(all.target?.value == .share(0.9) && all.rowTargets.isEmpty)
    let one = try chart([questions[0]: 0.8])
    #expect(one.target == nil && one.rowTargets.map(\.key) == [questions[0]])
    let other = try chart([questions[0]: 0.8], .responseRate)
    #expect(other.rowTargets.isEmpty)
  }

  @Test("who answered: the last row of the table", arguments: 1...40 as ClosedRange<UInt64>)
  func response(seed: UInt64) throws {
    let blocks = try Self.blocks(seed)
    let table = try #require(Self.numbers(blocks, "response"))
    let sentence = try #require(Self.sentences(blocks).first)
    let invited = try #require(table.counts("invited").last ?? nil)
    let returned = try #require(table.counts("returned").last ?? nil)
    let rate = try #require(table.shares("rr2_percent").last ?? nil)
    if returned == 0 {
      #expect(sentence.swedish.contains(invited == 1 ? "Den enda" : "Ingen av de \(invited)"))
      return
    }
    let asked = invited == 1 ? "tillfrågad" : "tillfrågade"
    #expect(
      sentence.swedish.hasPrefix(
        "\(returned) av \(invited) \(asked) svarade, en svarsfrekvens på "
          + "\(printedPercent(rate))\u{A0}%"))
    #expect(sentence.english.hasPrefix("\(returned) of \(invited) "))
    let without = try table.shares("without_substitutes_rr2_percent").last ?? nil
    let tells = sentence.english.contains("without substitutes")
    #expect(tells == (without != nil))
    if let without { #expect(sentence.english.hasSuffix("\(printedPercent(without))%.")) }
  }

  @Test(
    "what changed: as many questions as the table has rows that say so",
    arguments: 1...60 as ClosedRange<UInt64>)
  func changes(seed: UInt64) throws {
    let blocks = try Self.blocks(seed)
    let table = try #require(Self.numbers(blocks, "comparison"))
    let place = try #require(
      blocks.firstIndex { if case .table(table.table) = $0 { true } else { false } })
    let sentence = try #require(blocks[place - 1].paragraph)
    let evidence = try table.codes("evidence")
    let adjusted = try table.shares("adjusted_p")
    let (lows, highs) = (
      try table.shares("positive_change_low_points"),
      try table.shares("positive_change_high_points")
    )
    let answers = zip(try table.counts("previous_answered"), try table.counts("answered"))
      .map { min($0 ?? 0, $1 ?? 0) }
    for row in evidence.indices {
      // Below five answers there is no test and no claim.
      #expect((adjusted[row] == nil) == (answers[row] < 5))
      guard let p = adjusted[row], let low = lows[row], let high = highs[row] else {
        #expect(evidence[row] == nil || evidence[row] == "tooFew")
        continue
      }
      // The claim, the interval and the p value say the same.
      let isClaimed = evidence[row] == "rose" || evidence[row] == "fell"
      #expect((p <= 0.05) == !(low <= 0 && 0 <= high))
      #expect(!isClaimed || p <= 0.05)
      if evidence[row] == "rose" { #expect(low > 0) }
      if evidence[row] == "fell" { #expect(high < 0) }
    }
    let rose = evidence.count { $0 == "rose" }
    let fell = evidence.count { $0 == "fell" }
    let tested = adjusted.count { $0 != nil }
    let few = evidence.count { $0 == "tooFew" }
    func questions(_ count: Int) -> String { count == 1 ? "1 fråga" : "\(count) frågor" }
    func expect(_ part: String, _ isThere: Bool) {
      #expect(sentence.swedish.contains(part) == isThere, "\(part) | \(sentence.swedish)")
    }
    expect("ökat för \(questions(rose))", rose > 0)
    expect("minskat för \(questions(fell))", fell > 0)
    expect("av \(tested) som kan prövas", rose + fell > 0)
    expect("större än slumpen kan ge", tested > 0 && rose + fell == 0)
    expect("För \(questions(few)) är svaren för få", few > 0)
    #expect(sentence.english.contains("The positive share has") == (rose + fell > 0))
    // Rates: risen and fallen only by three persons or more.
    let persons = try table.counts("response_rate_persons").compactMap(\.self)
    expect("stigit för \(questions(persons.count { $0 > 2 }))", persons.contains { $0 > 2 })
    expect("sjunkit för \(questions(persons.count { $0 < -2 }))", persons.contains { $0 < -2 })
    expect("en eller två personer", persons.contains { (1...2).contains(abs($0)) })
  }

  /// The surveys above make claims of both kinds, by either test, and pages without any.
  @Test func theRandomSurveysHoldEveryCase() throws {
    var (evidence, methods): (Set<String>, Set<String>) = ([], [])
    var silent = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let table = try #require(Self.numbers(try Self.blocks(seed), "comparison"))
      let said = try table.codes("evidence").compactMap(\.self)
      evidence.formUnion(said)
      methods.formUnion(try table.codes("method").compactMap(\.self))
      silent += said.contains("rose") || said.contains("fell") ? 0 : 1
    }
    #expect(evidence == ["rose", "fell", "noEvidence", "tooFew"])
    #expect(methods == ["exact", "mcnemar"])
    #expect(silent > 10 && silent < 50)
  }

  @Test("one base: every table counts a question alike", arguments: 1...40 as ClosedRange<UInt64>)
  func bases(seed: UInt64) throws {
    let blocks = try Self.blocks(seed)
    let questions = try #require(Self.numbers(blocks, "questions"))
    let comparison = try #require(Self.numbers(blocks, "comparison"))
    let groups = try #require(Self.numbers(blocks, "groups"))
    let ids = try questions.codes("question")
    for id in ["base", "answered"] {
      let counts = try questions.counts(id)
      #expect(
        try comparison.rates(id, of: ids)
          == counts.enumerated().map { row, count in
            try comparison.codes("response_rate_direction")[row] == nil ? nil : count
          })
      for (row, question) in ids.enumerated() {
        let parts = zip(try groups.codes("question"), try groups.counts(id))
          .filter { $0.0 == question }.compactMap(\.1)
        #expect(parts.reduce(0, +) == counts[row])
      }
    }
    let (bases, answered) = (try questions.counts("base"), try questions.counts("answered"))
    let invited = try questions.counts("invited")
    let apart = try questions.counts("not_applicable")
    let (rates, shares) = (
      try questions.shares("response_rate_percent"), try questions.shares("ja_percent")
    )
    for row in ids.indices {
      let (base, count) = (try #require(bases[row]), try #require(answered[row]))
      #expect(invited[row] == base + (apart[row] ?? 0))
      #expect(rates[row] == (base == 0 ? nil : Double(count) / Double(base)))
      // An empty row says why, and nothing else.
      #expect((shares[row] == nil) == (count == 0))
      #expect((try questions.shares("interval_low_percent")[row] == nil) == (count == 0))
      let remark = try #require(questions.table.column("remark"))
      let cell = questions.table.rows[row].cells[remark]
      #expect(cell.hasContent(.value) == (count == 0))
    }
  }

  @Test("what intervals assume is said once a page")
  func assumption() throws {
    let page = SurveySection.blocks(
      of: try [1, 2].map { SurveyFixture.published(try SurveyFixture.random(seed: $0)) },
      year: 2023)
    #expect(Self.sentences(page).count { $0 == SurveyWords.assumption } == 1)
    // No outcome of the shipped workspace comes from answers that somebody gave.
    let director = DirectorReport.document(Datasets.workspace, year: 2023).blocks
    #expect(!Self.sentences(director).contains(SurveyWords.assumption))
    // The same page, had the answers been collected.
    var collected = Datasets.workspace
    for unit in collected.units.indices {
      for index in collected.units[unit].outcomes.indices {
        let example = collected.units[unit].outcomes[index].example
        collected.units[unit].outcomes[index].computed = example
      }
    }
    let real = DirectorReport.document(collected, year: 2023).blocks
    #expect(Self.sentences(real).count { $0 == SurveyWords.assumption } == 1)
  }

  /// Two waves are two points: a change, never a trend.
  @Test("two waves make no trend", arguments: 1...10 as ClosedRange<UInt64>)
  func noTrend(seed: UInt64) throws {
    let document = ReportDocument(
      id: "survey", title: Label("Enkäter", "Surveys"), blocks: try Self.blocks(seed))
    for language in Language.allCases {
      let text = TextRenderer(language: language).render(document).lowercased()
      #expect(!text.contains("trend") && !text.contains("utveckling"))
    }
  }

  @Test("the answers of August 2023 have the base that the document prints: 22 of 45 is 49 %")
  func august() throws {
    let survey = try #require(Datasets.workspace.survey("narvardskontoret/survey"))
    let result = try survey.cube().result(wave: "2023-08")
    for id in ["professionell", "tillganglig"] {
      let question = try #require(result.question(id))
      #expect(question.base.notApplicable == 0 && question.base.concerned == 45)
      #expect(question.responseRate.map(printedPercent) == 49)
      #expect(question.positiveShare.map(printedPercent) == 95)
    }
  }
}

extension SurveySectionTests.Numbers {
  /// A count of each question, `nil` where the rate is not compared.
  func rates(_ id: String, of questions: [String?]) throws -> [Int?] {
    #expect(try codes("question") == questions)
    return try counts(id)
  }
}
