internal import Testing

@testable import Imports

/// Words of a usual scale other than its own.
struct ScaleWordsTests {
  /// Answers bear the words of the form, also in questions to which nobody gave one of them; and the next
  /// round may give an answer that the first did not.
  @Test func wordsOfTheForm() throws {
    let words = [
      "Stämmer inte alls", "Stämmer ganska dåligt", "Stämmer ganska bra", "Stämmer helt",
    ]
    func rows(_ month: Int, _ count: Int) -> [[String]] {
      (1...10).map { n in
        ["2026-0\(month)-1\(n % 9 + 1)", words[n % count], words[n % 2], "p\(n)@exempel.se"]
      }
    }
    let workspace = try TestWorkspace()
    let names = ["datum", "Första", "Andra", "E-post"]
    let first = try workspace.file("first.csv", names, rows(1, 3))
    try workspace.apply(workspace.request(first, invited: [(group: "", count: 12)]))
    let yaml = workspace.text("survey.yaml")
    #expect(yaml.contains(#"{id: "4", label: "stämmer ganska bra", positive: true, score: 4}"#))
    // Both questions are on the scale of the survey.
    #expect(yaml.contains(#"- {id: "q2", label: "Andra"}"#))
    let second = try workspace.file("second.csv", names, rows(6, 4))
    let plan = try workspace.apply(workspace.request(second))
    #expect(plan.problems.isEmpty)
    #expect(plan.rowsOut == 10)
  }
}
