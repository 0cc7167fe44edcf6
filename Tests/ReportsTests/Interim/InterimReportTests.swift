import Diagnostics
import Foundation
import Indicators
import Labels
import Plans
import Surveys
import Tables
import Testing
import Workspace

@testable import Reports

/// What was known in the course of a year, and what an interim report makes of it.
@Suite struct InterimReportTests {
  private static func document(
    _ workspace: LoadedWorkspace, unit: String? = "bibliotek"
  ) throws -> ReportDocument {
    guard let unit else { return DirectorReport.document(workspace, year: 2023) }
    return try #require(
      UnitReport.document(
        workspace, unit: workspace.units.first { $0.id == unit } ?? workspace.units[0], year: 2023,
        findings: workspace.findings()))
  }

  /// Every file of every format, with the folder of the test taken off.
  private static func files(_ files: [String: String]) throws -> [String: String] {
    let workspace = try InterimWorkspace.load(files, asked: InterimWorkspace.day)
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    let renderers: [any ReportRenderer] = [
      TextRenderer(language: .swedish, showsSources: true), CSVRenderer(language: .english),
      HTMLRenderer(language: .swedish), MarkdownRenderer(language: .english, showsSources: true),
      JSONRenderer(),
    ]
    let folder = try #require(workspace.units[0].goals[0].locations.first?.file)
      .replacingOccurrences(of: "/bibliotek/targets.csv", with: "")
    return Dictionary(
      uniqueKeysWithValues: try ReportSet(workspace, year: 2023).files(renderers).map { file in
        let text = String(decoding: file.content, as: UTF8.self)
        return (file.path, text.replacingOccurrences(of: folder, with: "FOLDER"))
      })
  }

  @Test("nothing that became known later is in any file") func leaks() throws {
    let whole = try Self.files(InterimWorkspace.files(onTheDay: false))
    let cut = try Self.files(InterimWorkspace.files(onTheDay: true))
    #expect(whole.keys.sorted() == cut.keys.sorted())
    #expect(whole["2023-08-31/bibliotek.txt"] != nil && whole["2023-08-31/index.html"] != nil)
    for (path, text) in whole where text != cut[path] {
      let pairs = zip(
        text.components(separatedBy: "\n"), (cut[path] ?? "").components(separatedBy: "\n"))
      let first = pairs.first { $0 != $1 }
      Issue.record("\(path): \(first?.0.prefix(300) ?? "") | \(first?.1.prefix(300) ?? "")")
    }
  }

  @Test("what was removed makes a difference where the year is over") func differs() throws {
    let whole = try InterimWorkspace.load(InterimWorkspace.files(onTheDay: false), asked: nil)
    let cut = try InterimWorkspace.load(InterimWorkspace.files(onTheDay: true), asked: nil)
    #expect(try Self.document(whole) != Self.document(cut))
  }

  /// By day: the verdict, and the outcome that decides.
  static let verdicts: [(day: String?, goal: String, verdict: Verdict, value: Double?)] = [
    ("2023-08-31", "visits", .underWay, 640), ("2023-05-15", "visits", .underWay, 310),
    ("2023-03-31", "visits", .underWay, nil), (nil, "visits", .met, 1040),
    ("2023-12-31", "visits", .met, 1040),
    // Two courses are two courses, however the year ends; of a share nobody knows.
    ("2023-08-31", "courses", .met, 2), ("2023-03-31", "courses", .underWay, 1),
    (nil, "courses", .met, 4),
    // Two of three in time on 31 August, 4 of 5 with a late one after December.
    ("2023-08-31", "intime", .underWay, 200.0 / 3), ("2023-02-01", "intime", .underWay, nil),
    ("2023-08-31", "happy", .underWay, nil), (nil, "happy", .met, 100),
    ("2023-08-31", "lent", .underWay, nil), (nil, "lent", .notMet, 430),
    // Done is done.
    ("2023-08-31", "site", .met, nil), ("2023-05-31", "site", .underWay, nil),
  ]

  @Test("what cannot be known is under way", arguments: verdicts.indices)
  func verdict(index: Int) throws {
    let (day, goal, verdict, value) = Self.verdicts[index]
    let workspace = try InterimWorkspace.load(asked: day)
    let assessment = try #require(
      workspace.assessments(year: 2023).first { $0.goal.id == goal })
    #expect(assessment.verdict == verdict)
    #expect(assessment.deciding?.value == value)
    if verdict == .underWay, value == nil { #expect(assessment.reason == .notOver) }
  }

  @Test("facts come in on their days") func known() throws {
    let unit = try InterimWorkspace.load().units[0]
    #expect(unit.surveys.flatMap(\.definition.waves).map(\.id) == ["w1"])
    #expect(unit.activities.map(\.status) == [.carriedOut, nil, nil])
    #expect(unit.activities.map(\.plannedCount) == [nil, 4, nil])
    #expect(unit.controls.map(\.result) == [.ok, nil])
    #expect(unit.projectMeasures.map(\.id) == ["p1"])
    #expect(unit.goals.allSatisfy { $0.cause.isEmpty && $0.nextStep.isEmpty })
    #expect(unit.goals.first { $0.id == "lent" }?.owner == Label(same: "chefen"))
    let end = try InterimWorkspace.load(asked: "2023-12-31")
    #expect(end.units[0].goals.map(\.year).max() == 2023)
    #expect(end.units[0].activities.map(\.status) == [.carriedOut, .carriedOut, .ended])
    #expect(end.contradictions.count == 1)
    #expect(InterimReport(end) == nil)
  }

  /// R: v <- c(700, 730, …, 985); the drift method of Hyndman and Athanasopoulos 2021, section 5.5:
  /// 1013.5, 95 % 983.2226 to 1043.777, and 1 - pnorm((1000 - 1013.5) / 15.44794) = 0.8089144.
  @Test("the forecasts of the owner and of the series") func forecasts() throws {
    let document = try Self.document(InterimWorkspace.load())
    let table = try #require(document.tables.first { $0.id == ForecastSection.id })
    #expect(
      table.rows.indices.map { table.key(of: $0) } == [
        "visits/bibliotek/owner", "visits/bibliotek/series",
      ])
    let owner = try #require(table.fact(row: "visits/bibliotek/owner", column: "forecast"))
    #expect(owner.value == .number(960) && owner.interval == nil)
    #expect(table[row: "visits/bibliotek/owner", column: "goal_probability"] == ReportCell.none)
    #expect(
      table[row: "visits/bibliotek/owner", column: "basis"]
        == .text(Label(same: "2023-08, brev:8")))
    let series = try #require(table.fact(row: "visits/bibliotek/series", column: "forecast"))
    #expect(series.value == .number(1013.5))
    let interval = try #require(series.interval)
    #expect(abs(interval.lower - 983.2226) < 5e-5)
    #expect(abs(interval.upper - 1043.777) < 5e-4)
    let probability = try #require(
      table.fact(row: "visits/bibliotek/series", column: "goal_probability"))
    guard case .probability(let value) = probability.value else {
      Issue.record("no probability")
      return
    }
    #expect(abs(value - 0.8089144) < 5e-8)
    #expect(
      table[row: "visits/bibliotek/series", column: "outlook"]
        == .member("met", Label("målet nås", "met")))
  }

  @Test("a series that is too short, broken or an example gives no forecast")
  func noForecast() throws {
    func point(_ year: Int, _ kind: TrendPoint.Kind = .outcome, name: String = "v") -> TrendPoint {
      TrendPoint(
        year: year, value: Double(year % 7 * year), kind: kind, id: "\(year)",
        definition: .init(name: name, unit: nil))
    }
    func isFound(_ points: [TrendPoint]) -> Bool {
      YearForecast(of: 2023, IndicatorTrend(indicator: "i", points: points)) != nil
    }
    #expect(isFound((2014...2022).map { point($0) }))
    #expect(!isFound((2015...2022).map { point($0) }))
    #expect(!isFound((2010...2021).map { point($0) }))
    #expect(!isFound((2010...2022).filter { $0 != 2018 }.map { point($0) }))
    #expect(!isFound((2010...2022).map { point($0, $0 == 2018 ? .plan : .outcome) }))
    #expect(!isFound((2010...2022).map { point($0, name: $0 < 2018 ? "w" : "v") }))
  }

  static let followUps: [(day: String, states: [String], told: [Double])] = [
    ("2023-03-31", ["to_come", "to_come", "to_come"], [0, 0, 0]),
    ("2023-04-30", ["due", "to_come", "to_come"], [1, 0, 0]),
    ("2023-08-31", ["overdue", "due", "to_come"], [1, 0, 0]),
    ("2023-12-30", ["overdue", "overdue", "due"], [1, 0, 0]),
  ]

  @Test("follow-ups are done, due, overdue or to come", arguments: followUps.indices)
  func states(index: Int) throws {
    let (day, states, told) = Self.followUps[index]
    let document = try Self.document(InterimWorkspace.load(asked: day))
    let table = try #require(document.tables.first { $0.id == FollowUpSection.id })
    let found = table.rows.map { row -> String? in
      if case .member(let members) = row.cells[3] { members[0].id } else { nil }
    }
    #expect(found == states)
    #expect(table.rows.map { $0.cells[4].fact?.base } == told.map { .part($0, of: 3) })
  }

  @Test("a follow-up is done when every activity has a status") func done() throws {
    var files = InterimWorkspace.files(onTheDay: false)
    files["bibliotek/activities.csv"] = files["bibliotek/activities.csv"]?
      .replacingOccurrences(of: "genomfort,2023-12", with: "pagar,2023-04-12")
      .replacingOccurrences(of: "avslutad,,", with: "avslutad,2023-08-15,")
    let document = try Self.document(InterimWorkspace.load(files, asked: "2023-08-31"))
    let texts = document.blocks.compactMap { block -> Label? in
      if case .paragraph(let sentence) = block { sentence.label } else { nil }
    }
    #expect(
      texts.contains(
        Label(
          "Uppföljningar av planerna: 1 ska göras nu, 1 är gjord och 1 kommer.",
          "Follow-ups of the plans: 1 is due now, 1 is done and 1 is to come.")))
  }

  @Test("titles and the first words, in both languages") func words() throws {
    let workspace = try InterimWorkspace.load()
    let page = try Self.document(workspace, unit: nil)
    #expect(
      page.title
        == Label("Delårsrapport per 31 augusti 2023", "Interim report as of 31 August 2023"))
    let unit = try Self.document(workspace)
    #expect(
      unit.title
        == Label(
          "Biblioteket: delårsrapport per 31 augusti 2023",
          "The library: interim report as of 31 August 2023"))
    guard case .paragraph(let first)? = unit.blocks.first else {
      Issue.record("no first words")
      return
    }
    #expect(first.label.swedish.hasSuffix("Den senaste uppgiften är från den 31 augusti 2023."))
    #expect(first.label.english.hasSuffix("The latest information is from 31 August 2023."))
    let early = try Self.document(InterimWorkspace.load(asked: "2023-01-10"))
    guard case .paragraph(let nothing)? = early.blocks.first else { return }
    #expect(nothing.label.swedish.hasSuffix("Inget om 2023 hade blivit känt den dagen."))
    #expect(nothing.label.english.hasSuffix("Nothing about 2023 had become known by that day."))
    #expect(early.blocks.contains(.paragraph(ForecastSection.nothing)) == false)
  }

  @Test("a report of the whole year says nothing of an interim one") func wholeYear() throws {
    for asked in [nil, "2023-12-31"] {
      let document = try Self.document(InterimWorkspace.load(asked: asked))
      #expect(document.title == Label("Biblioteket", "The library"))
      #expect(!document.tables.contains { $0.id == ForecastSection.id })
    }
  }

  @Test("an interim figure gives way to that of the whole year in a series") func series() throws {
    let trend = try #require(
      try InterimWorkspace.load(asked: nil).assessor.allTrends.first { $0.indicator == "visits" })
    #expect(trend.change(to: 2023)?.absolute == 55)
    let interim = try #require(
      try InterimWorkspace.load().assessor.allTrends.first { $0.indicator == "visits" })
    #expect(interim.change(to: 2023) == nil)
  }
}
