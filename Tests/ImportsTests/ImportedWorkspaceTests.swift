internal import Diagnostics
internal import Indicators
internal import Surveys
internal import Testing
internal import Workspace

@testable import Imports

/// What imports write is what the rest of the program reads.
struct ImportedWorkspaceTests {
  /// The unit lead's case: two rounds, response rates and two goals, without a file made by hand.
  @Test func loads() throws {
    let workspace = try TestWorkspace()
    func file(_ name: String, _ month: Int, _ sizes: [Int]) throws -> String {
      try workspace.file(
        name, Array(LeadersSurvey.names.prefix(10)),
        LeadersSurvey.rows(month: month, sizes).map { Array($0.prefix(10)) })
    }
    var request = workspace.request(
      try file("januari.csv", 1, [5, 9, 13]), invited: LeadersSurvey.invited)
    request.goals = ["minst 60 % svarsfrekvens", "minst 80 % positiva på q3"]
    try workspace.apply(request)
    try workspace.apply(workspace.request(try file("september.csv", 9, [6, 12, 14])))
    let loaded = try WorkspaceLoader.load(folder: workspace.path)
    #expect(loaded.diagnostics.filter { $0.severity != .note }.map(\.message) == [])
    let unit = try #require(loaded.units.first)
    #expect(unit.goals.map(\.target) == [60, 80])
    #expect(unit.surveys.map(\.definition.waves.count) == [2])
    // 32 of the 45 who were asked answered in September.
    let values = unit.outcomes.compactMap(\.value)
    #expect(values.contains { abs($0 - 32.0 / 45 * 100) < 0.05 })
  }
}
