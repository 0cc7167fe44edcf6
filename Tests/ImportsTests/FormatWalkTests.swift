internal import Diagnostics
internal import Foundation
internal import Indicators
internal import Labels
internal import Testing
internal import Workspace

@testable import Imports

/// Two rounds from files of other programs, from the first look to the loaded workspace. The files are those of
/// `Files/make`.
struct FormatWalkTests {
  private static func file(_ name: String) -> String {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/Files/\(name)"
  }

  private static let invited = [("Chefer", 8), ("Handläggare", 15), ("Stab", 22)].map {
    (group: $0.0, count: $0.1)
  }

  @Test(
    "SPSS, Stata and Excel: both rounds, persons linked, nothing to say by hand",
    arguments: [
      ("januari.sav", "september.zsav"), ("januari.sav", "september.dta"),
      ("januari.xlsx", "september.xlsx"),
    ])
  func rounds(first: String, second: String) throws {
    let workspace = try TestWorkspace()
    var request = workspace.request(Self.file(first), invited: Self.invited)
    request.goals = ["minst 60 % svarsfrekvens"]
    let january = try workspace.apply(request)
    #expect(january.problems.map(\.message.english) == [])
    #expect(january.waves.map(\.wave.id) == ["2026-01"])
    #expect(january.rowsOut == 27)
    #expect(january.groups.map(\.text) == ["Chefer", "Handläggare", "Stab"])
    #expect(
      january.questions.map(\.wording) == [
        "Jag har tydliga mål", "Jag får stöd av min chef", "Hur reser du till arbetet?",
        "Något mer?",
      ])
    #expect(january.questions.map(\.type).prefix(2) == [.one, .one])
    #expect(january.redacted == 1)
    let september = try workspace.apply(workspace.request(Self.file(second)))
    #expect(september.problems.map(\.message.english) == [])
    #expect(september.waves.map(\.again) == [27])
    #expect(september.rowsOut == 32)
    let loaded = try WorkspaceLoader.load(folder: workspace.path)
    #expect(loaded.diagnostics.filter { $0.severity != .note }.map(\.message) == [])
    // 32 of 45.
    let values = try #require(loaded.units.first).outcomes.compactMap(\.value)
    #expect(values.contains { abs($0 - 32.0 / 45 * 100) < 0.05 })
    #expect(!workspace.text("responses.csv").contains("exempel.se"))
  }

  /// Of the answers that the file names nobody chose `Segway`; one is known by its place all the same. That somebody
  /// does not know is no answer.
  @Test("short names and named answers of SPSS") func namedAnswers() throws {
    let workspace = try TestWorkspace()
    try workspace.apply(workspace.request(Self.file("januari.sav"), invited: Self.invited))
    let yaml = workspace.text("survey.yaml")
    #expect(yaml.contains(#"{id: "mal", label: "Jag har tydliga mål"}"#))
    #expect(yaml.contains("scale: agree-5"))
    #expect(yaml.contains(#"{id: "segway", label: "Segway"}"#))
    let lines = workspace.text("responses.csv").split(separator: "\n")
    #expect(lines[0] == "wave,respondent,group,answered,mal,stod,resa,ovrigt")
    // The first answered 1, does not know, and takes the bus.
    #expect(lines[1].hasSuffix(",chefer,2026-01-01,1,,buss,"))
  }

  @Test("the first look at a file of SPSS has the words of its questions")
  func overview() throws {
    let overview = FileOverview(try Export(reading: Self.file("januari.sav")))
    #expect(overview.questions.map(\.question.wording).contains("Hur reser du till arbetet?"))
    let figures = try #require(
      overview.questions.first { $0.question.wording == "Jag har tydliga mål" }?.all)
    // 27 rows, of which every fifth.
    #expect(figures.counts == [6, 6, 5, 5, 5])
  }
}
