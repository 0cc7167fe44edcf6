import Diagnostics
import Labels
import Tables
import Testing

@testable import Surveys

/// Waves, groups and breakdowns that nobody answered.
@Suite struct ExampleWavesTests {
  private static let provenance = Provenance(
    stated: Label("andelar", "shares"), invented: Label("en omgång", "a wave"))

  /// A survey of two waves with the same answers.
  private static func data(
    invented: Set<String> = [], provenance: Provenance? = provenance
  ) -> SurveyData {
    var definition = Narvard.definition(
      waves: ["w0", "w1"].enumerated().map { index, id in
        var wave = Narvard.wave(id, year: 2020 + index)
        wave.isInvented = invented.contains(id)
        return wave
      },
      breakdowns: [
        Breakdown(
          column: "municipality", label: Label(same: "m"),
          isInvented: invented.contains("municipality"))
      ])
    definition.provenance = provenance
    for index in definition.groups.indices {
      definition.groups[index].isInvented = invented.contains(definition.groups[index].id)
    }
    return Narvard.data(
      definition, invitations: Narvard.invitations(wave: "w0") + Narvard.invitations(wave: "w1"),
      responses: Narvard.wide(Narvard.answers(wave: "w0") + Narvard.answers(wave: "w1")))
  }

  private static let first = NotCompared.invented(wave: Label(same: "w0"))

  @Test(
    "what is made up has not changed",
    arguments: [
      ([], nil, nil), ([], provenance, nil), (["w0"], provenance, first),
      (["w1"], provenance, NotCompared.invented(wave: Label(same: "w1"))),
      (["w0", "w1"], provenance, first),
      (
        [],
        Provenance(stated: Label("s", "s"), matched: Label("m", "m")), NotCompared.reconstructed
      ),
    ] as [([String], Provenance?, NotCompared?)])
  func comparison(invented: [String], provenance: Provenance?, reason: NotCompared?) throws {
    let data = Self.data(invented: Set(invented), provenance: provenance)
    for acknowledging in [false, true] {
      let comparison = WaveComparison(
        current: try data.cube().result(wave: "w1"), previous: try data.cube().result(wave: "w0"),
        acknowledgingBreak: acknowledging)
      #expect(comparison.notCompared == reason)
      #expect(comparison.questions.allSatisfy { ($0.share == nil) == (reason != nil) })
    }
  }

  @Test func reasonsInWords() {
    #expect(Self.first.reason == Label("w0 är ett påhittat exempel", "w0 is an invented example"))
    #expect(
      NotCompared.reconstructed.reason
        == Label(
          "svaren är ett rekonstruerat exempel", "the answers are a reconstructed example"))
  }

  @Test("without examples the rest counts as before")
  func withoutExamples() throws {
    let all = Self.data(invented: ["w0", "municipality", "styrgrupp"]).cube()
    let rest = all.restricted(to: try #require(all.definition.withoutExamples))
    let (before, after) = (try all.result(wave: "w1"), try rest.result(wave: "w1"))
    #expect(after.questions.map(\.tally) == before.questions.map(\.tally))
    #expect(after.counts == before.counts)
    #expect(before.groups.map(\.group.id).contains("styrgrupp"))
    #expect(!after.groups.map(\.group.id).contains("styrgrupp"))
    #expect(after.questions.allSatisfy { $0.breakdowns.isEmpty })
    #expect(throws: Diagnostic.self) { try rest.result(wave: "w0") }
    #expect(
      Self.data(provenance: Provenance(stated: Label("s", "s"), matched: Label("m", "m")))
        .definition.withoutExamples == nil)
    #expect(Set(rest.waves.keys) == ["w1"])
    #expect(rest.waves["w1"]?.repeats.isEmpty == true)
    #expect(rest.waves["w1"]?.breakdowns.values.allSatisfy(\.isEmpty) == true)
    #expect(all.waves["w1"]?.repeats.keys.contains("w0") == true)
  }
}
