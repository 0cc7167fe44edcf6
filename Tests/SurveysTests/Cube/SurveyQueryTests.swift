import Query
import Surveys
import Testing

/// The cube against the engine, which counts the same rows as whoever asks with SQL sees them.
@Suite("The cube is what SQL counts") struct SurveyQueryTests {
  /// The last is of so many that they are counted in several pieces.
  static let panels: [(seed: UInt64, respondents: Int)] =
    (1...20).map { ($0, 40) } + [(21, 70_000)]

  /// Counts by the texts of the columns before them.
  private typealias Counts = [[String]: [Int]]

  private static func counts(
    _ sql: String, keys: Int, in database: Database
  ) throws -> Counts {
    let result = try database.query(sql)
    var counts: Counts = [:]
    for row in result.rows {
      let key = try (0..<keys).map { try row[$0, as: String.self] }
      counts[key] = try (keys..<result.columns.count).map { try row[$0, as: Int.self] }
    }
    return counts
  }

  @Test(arguments: panels) func counts(seed: UInt64, respondents: Int) throws {
    let data = RandomPanel(seed: seed, respondents: respondents).data
    let cube = data.cube()
    let database = Database(tables: [data.peopleTable, data.answersTable])

    var (people, answers): (Counts, Counts) = ([:], [:])
    for (wave, cells) in cube.waves {
      for (cell, counts) in cells.dispositions {
        for disposition in Disposition.allCases where counts[disposition] > 0 {
          people[[wave, cell.group, "\(cell.isSubstitute)", disposition.rawValue]] =
            [counts[disposition]]
        }
      }
      for (question, tallies) in cells.answers {
        for (cell, tally) in tallies {
          let counts =
            tally.counts.map { ($0.option.id, $0.count) }
            + [
              ("not-applicable", tally.base.notApplicable), ("missing", tally.base.missing),
              ("not-returned", tally.base.notReturned),
            ]
          for (code, count) in counts where count > 0 {
            answers[[wave, cell.group, "\(cell.isSubstitute)", question, code]] = [count]
          }
        }
      }
    }
    #expect(
      try people
        == Self.counts(
          """
          SELECT wave, "group", substitute, disposition, count(*) FROM people GROUP BY 1, 2, 3, 4
          """, keys: 4, in: database))
    #expect(
      try answers
        == Self.counts(
          """
          SELECT wave, "group", substitute, question, code, count(*) FROM answers
          GROUP BY 1, 2, 3, 4, 5
          """, keys: 5, in: database))
  }

  @Test(arguments: panels) func pairs(seed: UInt64, respondents: Int) throws {
    let data = RandomPanel(seed: seed, respondents: respondents).data
    let cube = data.cube()
    let database = Database(tables: [data.peopleTable, data.answersTable])
    func name(_ place: RepeatCells.Place) -> String {
      if case .group(let group) = place { group } else { "moved" }
    }

    var (persons, answers): (Counts, Counts) = ([:], [:])
    for (now, cells) in cube.waves {
      for (then, repeats) in cells.repeats {
        for (place, count) in repeats.persons { persons[[then, now, name(place)]] = [count] }
        for (question, places) in repeats.answers {
          for (place, pairs) in places {
            answers[[then, now, name(place), question]] =
              [pairs.both, pairs.gained, pairs.lost, pairs.neither]
          }
        }
      }
    }
    let place = """
      CASE WHEN a."group" = b."group" THEN a."group" ELSE 'moved' END
      """
    #expect(
      try persons
        == Self.counts(
          """
          SELECT a.wave, b.wave, \(place), count(*)
          FROM people a JOIN people b ON a.respondent = b.respondent AND a.wave < b.wave
          GROUP BY 1, 2, 3
          """, keys: 3, in: database))
    #expect(
      try answers
        == Self.counts(
          """
          SELECT a.wave, b.wave, \(place), a.question,
            count(*) FILTER (WHERE a.code = 'ja' AND b.code = 'ja'),
            count(*) FILTER (WHERE a.code <> 'ja' AND b.code = 'ja'),
            count(*) FILTER (WHERE a.code = 'ja' AND b.code <> 'ja'),
            count(*) FILTER (WHERE a.code <> 'ja' AND b.code <> 'ja')
          FROM answers a
          JOIN answers b
            ON a.respondent = b.respondent AND a.question = b.question AND a.wave < b.wave
          WHERE a.code IN ('ja', 'delvis', 'nej') AND b.code IN ('ja', 'delvis', 'nej')
          GROUP BY 1, 2, 3, 4
          """, keys: 4, in: database))
  }
}
