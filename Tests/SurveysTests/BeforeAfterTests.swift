import Diagnostics
import Surveys
import TableFixtures
import Testing

struct BeforeAfterTests {
  static let columns = ["assignment", "municipality", "phase", "respondent", "score", "paused"]

  static let rows: [[String]] = [
    ["a", "borås", "before", "1", "3.0", ""], ["a", "borås", "before", "2", "3", ""],
    ["a", "borås", "After", "1", "3,3", ""], ["a", "borås", "after", "2", "3.3", "false"],
    ["b", "mark", "before", "1", "4", ""], ["b", "mark", "after", "1", "4.2", ""],
    ["b", "mark", "after", "2", "4.2", ""], ["c", "mark", "before", "1", "2", ""],
    ["c", "mark", "after", "1", "5", "true"], ["d", "", "before", "1", "2", ""],
    ["e", "", "before", "1", "2", ""], ["e", "", "after", "1", "4", ""],
    ["f", "", "", "", "", "true"],
  ]

  static func measurement(_ rows: [[String]] = rows) -> GroupMeasurement {
    GroupMeasurement(table("groups", columns, rows))
  }

  @Test func groupsAreComparedByTheirMeans() throws {
    let measurement = Self.measurement()
    #expect(measurement.diagnostics == [])
    let result = try measurement.result()
    #expect(result.assignments.map(\.assignment) == ["a", "b", "e"])
    #expect(result.assignments.map(\.countBefore) == [2, 1, 1])
    #expect(result.assignments.map(\.countAfter) == [2, 2, 1])
    #expect(result.assignments.map(\.municipality) == ["borås", "mark", nil])
    // 3.0 to 3.3 is exactly +10 %, 4 to 4.2 is +5 %, 2 to 4 is +100 %.
    #expect(result.assignments.map { $0.reaches(0.10) } == [true, false, true])
    #expect(abs(try #require(result.assignments[1].relativeChange) - 0.05) < 1e-12)
    #expect(abs(result.assignments[1].absoluteChange - 0.2) < 1e-12)
    #expect(result.paused == ["c", "f"])
    #expect(result.measuredOnce.map(\.assignment) == ["d"])
    #expect(result.measuredOnce.map(\.phase) == [.before])
    #expect(result.summary.measured == 3 && result.summary.reached == 2)
    // (10 + 5 + 100) / 3
    #expect(abs(try #require(result.summary.meanRelativeChange) - 1.15 / 3) < 1e-12)
    #expect(result.byMunicipality.map(\.municipality) == ["borås", "mark", nil])
    #expect(result.byMunicipality.map(\.summary.reached) == [1, 0, 1])
  }

  @Test func anotherThreshold() throws {
    #expect(try Self.measurement().result(threshold: 0.05).summary.reached == 3)
    #expect(try Self.measurement().result(threshold: 0.5).summary.reached == 1)
    #expect(throws: Diagnostic.self) { try Self.measurement().result(threshold: .nan) }
  }

  @Test func aMeanOfZeroHasNoRelativeChange() throws {
    let result = try Self.measurement([
      ["a", "", "before", "1", "0", ""], ["a", "", "after", "1", "3", ""],
    ]).result()
    #expect(result.assignments[0].relativeChange == nil)
    #expect(result.assignments[0].reaches(0.1) == nil)
    #expect(result.summary.measured == 1 && result.summary.comparable == 0)
    #expect(result.summary.meanRelativeChange == nil)
  }

  @Test func nothingToMeasure() throws {
    let result = try Self.measurement([]).result()
    #expect(result.assignments.isEmpty && result.summary.measured == 0)
    #expect(result.summary.meanRelativeChange == nil)
  }

  @Test func orderOfRowsDoesNotMatter() throws {
    let expected = try Self.measurement().result()
    var random = SeededGenerator(state: 3)
    for _ in 0..<20 {
      let result = try Self.measurement(Self.rows.shuffled(using: &random)).result()
      #expect(result == expected)
    }
  }

  static let refusals: [(rows: [[String]], message: String)] = [
    (
      [["a", "", "efter", "1", "3", ""]],
      """
      groups.csv:2: error[measurement]: column 'phase' holds an unknown word
        the row is not counted
        fix: did you mean 'after'?
        value: 'efter'
      """
    ),
    (
      [["a", "", "before", "1", "bra", ""], ["a", "", "before", "2", "bra", ""]],
      """
      groups.csv:2: error[measurement]: column 'score' is not a number
        the row is not counted; 1 more row has the same problem
        fix: write a number such as 3.5
        value: 'bra'
      """
    ),
    (
      [["a", "", "before", "1", "0x10", ""]],
      """
      groups.csv:2: error[measurement]: column 'score' is not a number
        the row is not counted
        fix: write a number such as 3.5
        value: '0x10'
      """
    ),
    (
      [["a", "", "before", "1", "", ""]],
      """
      groups.csv:2: error[measurement]: column 'score' is empty
        the row is not counted
        fix: give a number
      """
    ),
    (
      [["a", "", "", "1", "3", ""]],
      """
      groups.csv:2: error[measurement]: column 'phase' is empty
        the row is not counted
        fix: write before or after
      """
    ),
    (
      [["", "", "before", "1", "3", ""]],
      """
      groups.csv:2: error[measurement]: column 'assignment' is empty
        the row is not counted
        fix: name the assignment
      """
    ),
    (
      [["a", "", "before", "1", "3", ""], ["a", "", "before", "1", "4", ""]],
      """
      groups.csv:3: error[measurement]: a respondent scores assignment 'a' twice in phase 'before'
        the row is not counted
        fix: remove one of the two
        value: '1'
      """
    ),
    (
      [["a", "", "before", "1", "3", "ja"]],
      """
      groups.csv:2: error[measurement-paused]: column 'paused' is not true or false
        the row counts as not paused
        fix: write true or false
        value: 'ja'
      """
    ),
    (
      [["a", "borås", "before", "1", "3", ""], ["a", "mark", "after", "1", "3", ""]],
      """
      groups.csv:3: error[measurement-municipality]: assignment 'a' is in both 'borås' and 'mark'
        all its rows count for 'borås'
        fix: correct one of the two
      """
    ),
  ]

  @Test(arguments: refusals.indices)
  func refusal(index: Int) {
    let (rows, message) = Self.refusals[index]
    let found = Self.measurement(rows).diagnostics.map { $0.formatted(showingValue: true) }
    #expect(found == [message])
  }

  @Test func missingColumns() {
    let found = GroupMeasurement(table("groups", ["assignment", "fas", "scor"], [])).diagnostics
    #expect(
      found.map(\.description) == [
        """
        groups.csv: error[survey-column]: table 'groups' has no column 'phase'
          measurements need assignment, phase, score
          fix: add the column
        """,
        """
        groups.csv: error[survey-column]: table 'groups' has no column 'score'
          measurements need assignment, phase, score
          fix: rename column 'scor' to 'score'
        """,
      ])
  }
}
