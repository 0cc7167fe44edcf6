import Labels
import Testing

@testable import Reports

/// What goals want, in words: the qualifiers of the documents stand where a reader expects them.
@Suite struct GoalTargetTests {
  @Test(
    "targets of the shipped workspace",
    arguments: [
      // "drygt 80", all of them (004:2099).
      (
        "dso-2023-granskning-verksamheter", "drygt 80 verksamheter (alla)",
        "just over 80 entities (all)"
      ),
      // "ca 75", all of them (001:90).
      ("dso-2025-granskning-verksamheter", "ca 75 verksamheter (alla)", "about 75 entities (all)"),
      ("navet-2012-steps-pedagoger", "ca 350 pedagoger", "about 350 educators"),  // 000:625
      ("navet-2012-temabesok-elever", "≥ 20 000 elever", "≥ 20,000 pupils"),  // 000:618
      // "minst motsvarande" 1 000 (000:626).
      ("navet-2012-forskolepedagoger", "≥ 1 000 förskolepedagoger", "≥ 1,000 preschool educators"),
      // "efter sex månader" (004:2396).
      ("mc-2023-sexmanadersuppfoljning", "genomfört (efter 6 månader)", "done (after 6 months)"),
      ("mc-2023-facklig-traff", "genomfört (varje år)", "done (every year)"),  // 004:2314
      ("dso-2023-utbildningar", "genomfört (på uppdrag)", "done (on request)"),  // 004:2138
      // Every 14th day (004:924).
      ("kansli-2023-lockryd", "≤ 14 dagar (mellan gångerna)", "≤ 14 days (between times)"),
      ("dso-2023-svarstid", "≤ 5 arbetsdagar (alla)", "≤ 5 working days (all)"),  // 004:2177
      // One to three courses (002:83).
      (
        "westum-2016-kobra-utbildningar-min", "1–3 utbildningar per partner",
        "1–3 training courses per partner"
      ),
    ])
  func target(id: String, swedish: String, english: String) throws {
    let goal = try #require(Datasets.workspace.goals.first { $0.id == id })
    let words = GoalWords().target(goal, keeps: nil)
    #expect(words.swedish.replacing("\u{A0}", with: " ") == swedish)
    #expect(words.english.replacing("\u{A0}", with: " ") == english)
  }
}
