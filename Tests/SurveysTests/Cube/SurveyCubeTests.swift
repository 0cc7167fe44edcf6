import Diagnostics
import Labels
import Surveys
import TableFixtures
import Tables
import Testing

/// The cube against a count of the rows by hand, and sums that hold for every survey.
@Suite struct SurveyCubeTests {
  private typealias Person = RandomPanel.Person

  /// What some persons said to a question, counted one by one.
  private static func tally(_ people: [Person], _ question: Question) -> AnswerTally {
    let asked = people.filter { $0.disposition.isInvited && RandomPanel.asks(question, $0) }
    let texts = asked.filter(\.disposition.isReturned).map { $0.answers[question.id] ?? "" }
    return AnswerTally(
      counts: RandomPanel.scale.answers.map { option in
        AnswerCount(option: option, count: texts.count { $0 == option.id })
      }, notApplicable: texts.count { $0 == "ej aktuellt" }, missing: texts.count { $0.isEmpty },
      notReturned: asked.count { !$0.disposition.isReturned })
  }

  private static func dispositions(_ people: [Person]) -> DispositionCounts {
    people.reduce(into: DispositionCounts()) { $0[$1.disposition] += 1 }
  }

  @Test("results are a count of the rows", arguments: 1...20 as ClosedRange<UInt64>)
  func results(seed: UInt64) throws {
    let panel = RandomPanel(seed: seed)
    let data = panel.data
    #expect(data.diagnostics.filter { $0.severity == .error } == [])
    let cube = data.cube()
    for wave in RandomPanel.waves {
      for group in [nil] + RandomPanel.groups.map(Optional.some) {
        let people = panel.people.filter {
          $0.wave == wave && (group == nil || $0.group == group)
        }
        let ordinary = people.filter { !$0.isSubstitute }
        let result = try cube.result(wave: wave, group: group)
        #expect(result.counts == Self.dispositions(people))
        #expect(result.people.countsWithoutSubstitutes == Self.dispositions(ordinary))
        #expect(cube.dispositions(wave: wave, group: group) == result.counts)
        #expect(
          result.questions.map(\.question)
            == RandomPanel.questions.filter {
              (wave != "w0" || $0.versions.isEmpty) && (group.map($0.isAsked) ?? true)
            })
        for row in result.questions {
          let expected = Self.tally(people, row.question)
          #expect(row.tally == expected)
          let substitutes = Self.tally(people.filter(\.isSubstitute), row.question).base.invited
          #expect(
            row.withoutSubstitutes
              == (substitutes == 0 ? nil : Self.tally(ordinary, row.question)))
          for part in row.byGroup {
            #expect(part.tally == Self.tally(people.filter { $0.group == part.key }, row.question))
          }
          for part in row.breakdowns.flatMap(\.rows) {
            #expect(
              part.tally
                == Self.tally(people.filter { $0.municipality == part.key }, row.question))
          }
        }
      }
    }
  }

  @Test("totals are the sums of their cells", arguments: 1...20 as ClosedRange<UInt64>)
  func sums(seed: UInt64) throws {
    let cube = RandomPanel(seed: seed).data.cube()
    for (id, cells) in cube.waves {
      let result = try cube.result(wave: id)
      let groups = try RandomPanel.groups.map { try cube.result(wave: id, group: $0) }
      #expect(result.counts == cells.dispositions.values.reduce(.init(), +))
      #expect(result.counts == groups.map(\.counts).reduce(.init(), +))
      #expect(result.groups.map(\.outcome) == groups.map(\.people))
      for row in result.questions {
        let parts = groups.compactMap { $0.question(row.question.id)?.tally }
        let cellsOfRow = try #require(cells.answers[row.question.id]).values
        let breakdown = try #require(cells.breakdowns[row.question.id]?["municipality"]).values
        for all in [parts, Array(cellsOfRow), Array(breakdown)] {
          #expect(all.dropFirst().reduce(all[0], +) == row.tally)
        }
        #expect(row.byGroup.map(\.tally) == parts)
      }
    }
  }

  @Test("pairs are found person by person", arguments: 1...20 as ClosedRange<UInt64>)
  func pairs(seed: UInt64) throws {
    let panel = RandomPanel(seed: seed)
    let cube = panel.data.cube()
    for (earlier, later) in [("w0", "w1"), ("w1", "w2"), ("w0", "w2")] {
      let both = panel.people.filter { $0.wave == later }.compactMap { now in
        panel.people.first { $0.wave == earlier && $0.respondent == now.respondent }.map {
          (then: $0, now: now)
        }
      }
      for group in [nil] + RandomPanel.groups.map(Optional.some) {
        let persons = both.filter {
          group == nil || ($0.then.group == group && $0.now.group == group)
        }
        #expect(cube.persons(wave: later, with: earlier, group: group) == persons.count)
        let found = cube.pairs(wave: later, with: earlier, group: group)
        for question in RandomPanel.questions {
          func count(_ then: Bool, _ now: Bool) -> Int {
            persons.count {
              $0.then.isPositive(question.id) == then && $0.now.isPositive(question.id) == now
            }
          }
          let expected = AnswerPairs(
            both: count(true, true), gained: count(false, true), lost: count(true, false),
            neither: count(false, false))
          #expect(found[question.id] ?? AnswerPairs() == expected)
        }
        let comparison = try cube.comparison(wave: later, with: earlier, group: group)
        #expect(
          comparison
            == WaveComparison(
              current: try cube.result(wave: later, group: group),
              previous: try cube.result(wave: earlier, group: group), pairs: found))
      }
      // Everybody who came back is in one group both times, or has moved.
      let cells = try #require(cube.waves[later]?.repeats[earlier])
      #expect(cells.persons.values.reduce(0, +) == both.count)
      #expect((cells.persons[.moved] ?? 0) == both.count { $0.then.group != $0.now.group })
    }
    #expect(cube.waves["w0"]?.repeats == [:])
  }

  @Test("the order of the rows does not show", arguments: 1...5 as ClosedRange<UInt64>)
  func order(seed: UInt64) throws {
    let panel = RandomPanel(seed: seed)
    var random = SeededGenerator(state: seed)
    let shuffled = Narvard.data(
      RandomPanel.definition,
      invitations: panel.people.shuffled(using: &random).map {
        [
          $0.wave, $0.respondent, $0.group, $0.disposition.rawValue, "\($0.isSubstitute)",
          $0.municipality,
        ]
      },
      responses: Narvard.long(
        panel.people.shuffled(using: &random).flatMap { person in
          person.answers.map { [person.wave, person.respondent, $0.key, $0.value] }
        }))
    #expect(shuffled.cube() == panel.data.cube())
  }

  @Test("an unknown group is an error with the closest name") func unknownGroup() throws {
    let cube = Narvard.data().cube()
    let error = #expect(throws: Diagnostic.self) {
      try cube.result(wave: Narvard.wave, group: "styrgrup")
    }
    #expect(
      error?.formatted() == """
        survey.yaml: error[survey-group]: survey 'narvard' has no group 'styrgrup'
          fix: did you mean 'styrgrupp'?
        """)
  }
}
