import Tables
import Testing

@testable import Query

/// The words of EXPLAIN.
@Suite struct ExplainTests {
  private static let answers = Plan.scan(
    Scan(
      name: "answers.csv",
      source: TableSource(
        Table(
          name: "answers",
          schema: Schema([Field("wave", .text), Field("score", .integer), Field("n", .integer)]),
          chunks: [])),
      columns: [0, 1]))
  private static let count = AggregateCall(
    AggregateSignature("count", [], .integer), arguments: [])
  private static let sum = AggregateCall(
    AggregateSignature("sum", [.integer], .integer), arguments: [1])

  private static let grouped = Plan.aggregate(
    Aggregate(
      input: .filter(
        answers,
        .and([
          .call("=", .column(0, .text), .literal(.text("it's"), .text)),
          .isNull(.number(1), negated: true),
        ])), keys: [0], sets: [[0]], calls: [count, sum]))

  static let cases: [(Plan, String)] = [
    (
      .limit(
        .project(
          .sort(grouped, [SortKey(2, isDescending: true)]), [.column(0, .text), .number(2)]),
        count: .whole(10), offset: .whole(5)),
      """
      Project  wave, sum(score)
        Limit  10 offset 5
          Sort  by sum(score) desc
            Aggregate  by wave  count(*), sum(score)
              Filter  (wave = 'it''s') and (score is not null)
                Scan  answers.csv  wave, score

      """
    ),
    (
      .join(
        Join(
          .left, answers, .distinct(answers, on: [0]), keys: [(0, 0)],
          condition: .call("<", .number(1), .call("+", .number(3), .whole(2))))),
      """
      Left join  by wave = wave  where score < (score + 2)
        Scan  answers.csv  wave, score
        Distinct  on wave
          Scan  answers.csv  wave, score

      """
    ),
    (
      .filter(
        answers,
        .subquery(
          Subquery(
            kind: .exists, plan: .filter(answers, .call("=", .number(1), .parameter(0, .integer))),
            parameters: [.number(1)], type: .boolean), at: 0)),
      """
      Filter  exists (subquery)
        Subquery
          Filter  score = outer 1
            Materialize
              Scan  answers.csv  wave, score
        Scan  answers.csv  wave, score

      """
    ),
    (
      .combine(
        SetOperation(
          .union, keepsDuplicates: true,
          .combine(SetOperation(.union, keepsDuplicates: true, answers, answers)),
          .values([[.whole(1), .whole(2)]], types: [.text, .integer]))),
      """
      Union  all
        Scan  answers.csv  wave, score
        Scan  answers.csv  wave, score
        Values  1 row

      """
    ),
  ]

  @Test(arguments: 0..<4)
  func showsTheTree(number: Int) {
    let (plan, text) = Self.cases[number]
    #expect(execution(plan).explained(analyzed: false) == text)
  }

  @Test func showsCounts() throws {
    let source = PartsSource.numbers(1234, partSize: 100)
    let run = execution(
      .filter(source.scan, .call("<", .number(0), .whole(1000))), threads: 2)
    #expect(run.explained(analyzed: true).contains("(never run)"))
    try run.run { _ in }
    let lines = run.explained(analyzed: true).split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("Filter  c1 < 1000  (rows in 1 234, out 1 000, "))
    #expect(lines[1].hasPrefix("  Scan  t  c1  (rows 1 234, parts 13, "))
    #expect(lines[2] == "Threads  2")
    #expect(lines[3].hasPrefix("Peak memory  "))
  }
}
