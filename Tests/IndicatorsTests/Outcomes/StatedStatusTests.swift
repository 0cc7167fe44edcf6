import Labels
import Testing

@testable import Indicators

/// The words of outcomes.csv as facts/README.md lists them, and what ``AssessmentRules`` makes of
/// each.
@Suite struct StatedStatusTests {
  static let words: [(slug: String, meaning: StatedStatus.Meaning, document: Verdict?)] = [
    ("genomfort", .done, nil), ("pagar", .onItsWay, nil), ("paborjad", .unfinished, nil),
    ("uppnatt", .done, .met), ("fortsatter", .onItsWay, nil), ("planerad", .expected, nil),
    ("ej_genomfort", .notDone, nil), ("ej_paborjad", .notDone, nil),
    ("god_maluppfyllelse", .done, .met), ("lopande", .done, nil), ("prognos", .expected, nil),
    ("avford", .dropped, nil), ("avslutad", .done, nil), ("battre_an_budget", .done, .met),
    ("ej_beviljat", .notDone, nil), ("ej_i_fas", .notDone, .notMet), ("ej_igang", .notDone, nil),
    ("ej_klart", .unfinished, nil), ("ej_prioriterad", .notDone, nil),
    ("ej_uppnatt", .notDone, .notMet), ("enligt_plan", .done, .met),
    ("forlangd", .onItsWay, nil), ("framskjuten", .unfinished, nil),
    ("hog_maluppfyllelse", .done, .met), ("i_fas", .done, .met),
    ("i_fas_med_avvikelse", .almost, .nearly), ("inom_tid", .done, .met),
    ("nedlagt", .notDone, nil),
    // Of activities.csv; outcomes read from the narrative use it. It is no share of 90 %.
    ("delvis", .unfinished, nil),
    // No demand: the goal drops out (004:2505).
    ("ingen_efterfragan", .dropped, nil),
  ]

  @Test("each word says what the rules state, and is a verdict or not", arguments: words)
  func meanings(slug: String, meaning: StatedStatus.Meaning, document: Verdict?) throws {
    let status = try #require(StatedStatus(rawValue: slug))
    #expect(status.meaning == meaning)
    #expect(status.documentVerdict == document)
  }

  @Test("there is no word beside them")
  func complete() {
    #expect(Set(StatedStatus.allCases.map(\.rawValue)) == Set(Self.words.map(\.slug)))
  }

  @Test("labels are there in both languages, and no two are the same")
  func labels() {
    let labels = StatedStatus.allCases.map(\.label)
    #expect(labels.allSatisfy { !$0.swedish.isEmpty && !$0.english.isEmpty })
    #expect(Set(labels).count == labels.count)
  }
}
