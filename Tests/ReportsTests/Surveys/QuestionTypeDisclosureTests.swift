import Diagnostics
import Disclosure
import Labels
import Surveys
import TableFixtures
import Tables
import Testing

@testable import Reports
@testable import Workspace

/// What readers can compute about few persons from what is told of questions of every type.
@Suite struct QuestionTypeDisclosureTests {
  /// Groups of any size who answer a yes or no, a question after it, a rating, a number, one with several
  /// answers and a ranking; an index of the rating and the yes or no.
  static func survey(seed: UInt64) throws -> PublishedSurvey {
    var random = SeededGenerator(state: seed)
    let scale = AnswerScale(
      id: "scored",
      answers: [
        AnswerOption(id: "ja", label: Label("ja", "yes"), isPositive: true, score: 1),
        AnswerOption(id: "nej", label: Label("nej", "no"), score: 0),
      ])
    func question(_ id: String, _ kind: QuestionKind, _ scale: AnswerScale?) -> Question {
      var question = Question(id: id, label: Label(same: id), scale: scale)
      question.kind = kind
      return question
    }
    func parts(_ id: String, _ kind: QuestionKind, _ scale: AnswerScale) -> [Question] {
      let options = ["a", "b", "c"].map { AnswerOption(id: $0, label: Label(same: $0)) }
      return options.enumerated().map { position, option in
        var part = question("\(id)-\(option.id)", kind, scale)
        part.parent = QuestionParent(
          id: id, label: Label(same: id), part: option.label, options: options, position: position)
        return part
      }
    }
    var follow = question("follow", .one, scale)
    follow.condition = [AnswerRequirement(["first": ["nej"]])]
    var index = question("index", .index, .found("index"))
    index.index = IndexParts(items: ["first", "rating"], required: 1)
    let questions =
      [
        question("first", .one, scale), follow,
        question("rating", .rating, AnswerScale.builtIn["agree-5"]),
        question("number", .number, .found("number")),
      ] + parts("several", .several, .chosen) + parts("order", .ranking, .places(3)) + [index]
    let groups = ["a", "b", "c", "d"]
    let definition = SurveyDefinition(
      id: "enhet/enkat", title: Label(same: "Enkäten"), scale: scale,
      groups: groups.map { RecipientGroup(id: $0, label: Label(same: $0)) },
      waves: [SurveyFixture.definition(questions: 1).waves[1]], questions: questions,
      breakdowns: [Breakdown(column: "part", label: Label("Del", "Part"))],
      location: SourceLocation(file: "survey.yaml"))
    var (people, answers): ([[String]], [[String]]) = ([], [])
    for group in groups {
      for number in 0..<Int.random(in: 0...11, using: &random) {
        let person = "\(group)\(number)"
        people.append([
          "w1", person, group, "complete", "false", "p\(Int.random(in: 0...2, using: &random))",
        ])
        func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        let order = ["a", "b", "c"].shuffled(using: &random)
        let first = pick(["ja", "nej", "nej", ""])
        let chosen = ["a", "b", "c"].filter { _ in Bool.random(using: &random) }
        answers += [
          ["first", first], ["rating", pick(["1", "2", "3", "4", "5", ""])],
          ["number", pick(["1", "20", "300", "4000", ""])],
          ["several", (chosen.isEmpty ? ["a"] : chosen).joined(separator: ";")],
          ["order", order.prefix(Int.random(in: 2...3, using: &random)).joined(separator: ";")],
        ].map { ["w1", person] + $0 }
        if first == "nej" { answers.append(["w1", person, "follow", pick(["ja", "nej", ""])]) }
      }
    }
    func table(_ name: String, _ columns: [String], _ rows: [[String]]) -> Table {
      textTable(
        name, columns: columns, rows: rows.map { $0.map { $0.isEmpty ? nil : $0 } },
        file: "\(name).csv")
    }
    let cube = SurveyData(
      definition: definition,
      invitations: table(
        "invitations", ["wave", "respondent", "group", "disposition", "substitute", "part"], people),
      responses: table("responses", ["wave", "respondent", "question", "answer"], answers)
    ).cube()
    return SurveyFixture.published(cube, minimum: 5)
  }

  private static func parts(_ row: QuestionResult) -> [(part: SurveyPart, tally: AnswerTally)] {
    [(.all, row.tally)] + row.byGroup.map { (.group($0.key), $0.tally) }
      + row.breakdowns.flatMap { breakdown in
        breakdown.rows.map {
          (.value($0.key, column: breakdown.breakdown.column), $0.tally)
        }
      }
  }

  private static func isTold(_ survey: PublishedSurvey, _ question: Question, _ part: SurveyPart)
    -> Bool
  {
    survey.disclosure.reasonForFigures(
      wave: "w1", question: question, part: part, scale: survey.cube.definition.scale(of: question))
      == nil
  }

  @Test(
    "no mean, score or quantile rests on fewer than five", arguments: 1...60 as ClosedRange<UInt64>)
  func few(seed: UInt64) throws {
    let survey = try Self.survey(seed: seed)
    for row in try survey.cube.result(wave: "w1").questions {
      for (part, tally) in Self.parts(row) where (1..<5).contains(tally.base.answered) {
        #expect(!Self.isTold(survey, row.question, part), "\(row.question.id) \(part)")
      }
    }
    let ids = ["mean", "nps", "median", "lower_quartile", "upper_quartile", "top_percent", "alpha"]
    for block in SurveySection.blocks(of: [survey], year: 2023) {
      guard case .table(let table) = block, let answered = table.column("answered") else {
        continue
      }
      for row in table.rows {
        guard case .count(1..<5)? = row.cells[answered].fact?.value else { continue }
        for id in ids {
          guard let fact = table.column(id).flatMap({ row.cells[$0].fact }) else { continue }
          #expect(fact.isWithheld, "\(table.id) \(id)")
        }
      }
    }
  }

  /// The attacker of means: every mean that is told, times the number who answered, is a known sum over
  /// groups, and the values of the breakdown add up to the groups. A row of few that is a linear combination
  /// of known sums is computed by whoever tries.
  @Test(
    "no sum of few follows from the sums that are told", arguments: 1...60 as ClosedRange<UInt64>)
  func sums(seed: UInt64) throws {
    let survey = try Self.survey(seed: seed)
    for row in try survey.cube.result(wave: "w1").questions
    where row.question.kind.disclosureRule == .figures {
      let parts = Self.parts(row)
      // A column for each group and value; the total is the sum of the groups.
      var columns: [SurveyPart: Int] = [:]
      for (part, _) in parts where part != .all { columns[part] = columns.count }
      func vector(_ part: SurveyPart) -> [Double] {
        var vector = Array(repeating: 0.0, count: columns.count)
        for (other, column) in columns {
          if other == part { vector[column] = 1 }
          if part == .all, case .group = other { vector[column] = 1 }
        }
        return vector
      }
      var link = vector(.all)
      for (other, column) in columns { if case .value = other { link[column] = -1 } }
      let empty = parts.filter { $0.tally.base.answered == 0 }.map { vector($0.part) }
      let told = parts.filter { Self.isTold(survey, row.question, $0.part) }.map { vector($0.part) }
      let known = [link] + told + empty
      for (part, tally) in parts where (1..<5).contains(tally.base.answered) {
        #expect(
          Self.rank(known + [vector(part)]) > Self.rank(known),
          "\(row.question.id) \(part) of seed \(seed)")
      }
    }
  }

  private static func rank(_ rows: [[Double]]) -> Int {
    var rows = rows
    var rank = 0
    for column in (rows.first ?? []).indices {
      guard let pivot = rows.indices.dropFirst(rank).first(where: { abs(rows[$0][column]) > 1e-9 })
      else { continue }
      rows.swapAt(rank, pivot)
      for row in rows.indices where row != rank {
        let factor = rows[row][column] / rows[rank][column]
        for place in rows[row].indices { rows[row][place] -= factor * rows[rank][place] }
      }
      rank += 1
    }
    return rank
  }

  @Test(
    "an index is withheld where an item is, a conditional question and its base where its condition is",
    arguments: 1...60 as ClosedRange<UInt64>)
  func dependent(seed: UInt64) throws {
    let survey = try Self.survey(seed: seed)
    let result = try survey.cube.result(wave: "w1")
    func row(_ id: String) throws -> QuestionResult { try #require(result.question(id)) }
    let (first, follow) = try (row("first"), row("follow"))
    for (part, _) in Self.parts(first) {
      let isHidden = !Self.isTold(survey, first.question, part)
      #expect(survey.disclosure.hidesBase(wave: "w1", question: "follow", part: part) == isHidden)
      if isHidden { #expect(!Self.isTold(survey, follow.question, part)) }
      if try isHidden || !Self.isTold(survey, row("rating").question, part) {
        #expect(try !Self.isTold(survey, row("index").question, part))
      }
    }
    // What is hidden is on no page, in numbers of those asked neither.
    for block in SurveySection.blocks(of: [survey], year: 2023) {
      guard case .table(let table) = block, table.id == "enkat-groups",
        let base = table.column("base")
      else { continue }
      for index in table.rows.indices where table.key(of: index).hasPrefix("follow/") {
        let group = String(table.key(of: index).dropFirst("follow/".count))
        let isHidden = survey.disclosure.hidesBase(
          wave: "w1", question: "follow", part: .group(group))
        #expect(table.rows[index].cells[base].fact?.isWithheld == isHidden)
      }
    }
  }

  /// The audit knows that first places add up to those who answered, and choices to at least as many.
  @Test("parts of a question are decided about together", arguments: 1...30 as ClosedRange<UInt64>)
  func families(seed: UInt64) throws {
    let survey = try Self.survey(seed: seed)
    var rules = DisclosureRules()
    rules.minimumAnswers = 5
    for set in SurveyDisclosure.sets(survey.cube, rules: rules) {
      let decision = set.decided(audits: true)
      for (cell, entry) in decision.entries {
        #expect(entry.isProtected || decision.known.contains(cell), "\(cell) of seed \(seed)")
      }
    }
    // Of two things put first by few, one is the rest of the other: both are withheld or none.
    let result = try survey.cube.result(wave: "w1")
    for group in survey.cube.definition.groups {
      let first = result.questions.filter { $0.question.kind == .ranking }
      let hidden = first.count {
        survey.disclosure.reason(
          wave: "w1", question: $0.question.id, part: .group(group.id), answer: "1") != nil
      }
      #expect(hidden != 1, "\(group.id) of seed \(seed)")
    }
  }
}
