import Labels
import Testing

@testable import Indicators

/// The words of outcomes.csv as facts/README.md lists them, and what ``AssessmentRules`` makes of
/// each.
@Suite struct StatedStatusTests {
  static let words: [(slug: String, verdict: Verdict)] = [
    ("genomfort", .met), ("pagar", .notMet), ("paborjad", .notMet), ("uppnatt", .met),
    ("fortsatter", .notMet), ("planerad", .cannotAssess), ("ej_genomfort", .notMet),
    ("ej_paborjad", .notMet), ("god_maluppfyllelse", .met), ("lopande", .met),
    ("prognos", .cannotAssess), ("avford", .notMet), ("avslutad", .met),
    ("battre_an_budget", .met), ("ej_beviljat", .notMet), ("ej_i_fas", .notMet),
    ("ej_igang", .notMet), ("ej_klart", .notMet), ("ej_prioriterad", .notMet),
    ("ej_uppnatt", .notMet), ("enligt_plan", .met), ("forlangd", .notMet),
    ("framskjuten", .notMet), ("hog_maluppfyllelse", .met), ("i_fas", .met),
    ("i_fas_med_avvikelse", .nearly), ("inom_tid", .met), ("nedlagt", .notMet),
    // Of activities.csv; outcomes read from the narrative use it.
    ("delvis", .nearly),
  ]

  @Test("each word has the verdict that the rules state", arguments: words)
  func verdicts(slug: String, verdict: Verdict) throws {
    #expect(try #require(StatedStatus(rawValue: slug)).verdict == verdict)
  }

  @Test("there is no word beside them")
  func complete() {
    #expect(Set(StatedStatus.allCases.map(\.rawValue)) == Set(Self.words.map(\.slug)))
  }

  /// A goal with a figure fails by these words alone; "ej klart" may have reached its number.
  @Test("words for nothing done")
  func notDone() {
    #expect(
      Set(StatedStatus.allCases.filter(\.saysNotDone).map(\.rawValue)) == [
        "ej_genomfort", "ej_paborjad", "ej_prioriterad", "ej_igang", "ej_beviljat", "nedlagt",
        "avford",
      ])
    #expect(StatedStatus.allCases.filter(\.saysNotDone).allSatisfy { $0.verdict == .notMet })
  }

  @Test("labels are there in both languages, and no two are the same")
  func labels() {
    let labels = StatedStatus.allCases.map(\.label)
    #expect(labels.allSatisfy { !$0.swedish.isEmpty && !$0.english.isEmpty })
    #expect(Set(labels).count == labels.count)
  }
}
