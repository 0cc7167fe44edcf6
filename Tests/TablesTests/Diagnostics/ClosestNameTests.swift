import Diagnostics
import Testing

@Suite("Closest names")
struct ClosestNameTests {
  static let names = ["betyg", "grupp", "kommentar", "respondent", "svar", "våg"]

  @Test(
    "The nearest name that is near enough",
    arguments: [
      ("betyg", "betyg"), ("betygg", "betyg"), ("betg", "betyg"), ("ebtyg", "betyg"),
      ("BETYG", "betyg"),
      ("respodnent", "respondent"), ("komentarer", "kommentar"), ("kom", "kommentar"),
      ("sva", "svar"),
      ("vag", "våg"), ("resp", "respondent"), ("xyz", nil), ("", nil), ("b", nil),
      ("betygsättning", nil),
    ] as [(String, String?)])
  func closest(typed: String, name: String?) {
    #expect(closestName(to: typed, in: Self.names) == name)
  }

  @Test("Ties go to the first, and nothing is near nothing")
  func ties() {
    #expect(closestName(to: "ab", in: ["aa", "bb"]) == "aa")
    #expect(closestName(to: "ab", in: ["ac", "ad"]) == "ac")
    #expect(closestName(to: "a", in: []) == nil)
  }

  @Test("Suggestions in words")
  func words() {
    #expect(suggestion(for: "betygg", among: Self.names) == "did you mean 'betyg'?")
    #expect(suggestion(for: "xyz", among: ["a", "b"]) == "known: a, b")
    #expect(suggestion(for: "xyz", among: []) == nil)
    #expect(suggestion(for: "xyz", among: (0..<13).map { "k\($0)" }) == nil)
  }
}
