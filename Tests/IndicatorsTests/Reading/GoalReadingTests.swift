import Diagnostics
import Labels
import Tables
import Testing

@testable import Indicators

@Suite struct GoalReadingTests {
  static let vocabulary = IndicatorVocabulary(measurementUnits: IndicatorFixture.units)

  private func read(
    _ text: String, hasLines: Bool = true
  ) -> (goals: [Goal], diagnostics: [Diagnostic]) {
    Goal.read(
      indicatorTable(text, file: "targets.csv", hasLines: hasLines), unit: "enhet",
      vocabulary: Self.vocabulary)
  }

  @Test("a full row")
  func fullRow() throws {
    let (goals, diagnostics) = read(
      """
      id,year,label_sv,label_en,measure,target_value,target_unit,direction,qualifier,kind,part_of,range,indicator,document,line,note_sv,note_en
      helg,2012,Besök på helger,Weekend visits,count,15 000,besök,at_least,ca; minst,goal,grupp,,besok,000,619,anm,remark
      tak,2012,Tak,,money,60000,kr,at_most,,condition,,,,000,160,,
      """)
    #expect(diagnostics.isEmpty)
    #expect(
      goals[0]
        == Goal(
          id: "helg", unit: "enhet", year: 2012, label: Label("Besök på helger", "Weekend visits"),
          measure: .count, target: 15_000, upperTarget: nil,
          measurementUnit: IndicatorFixture.units["besök"], direction: .atLeast,
          qualifiers: [.about, .atLeast], kind: .goal, group: "grupp", range: nil,
          indicator: "besok", note: Label("anm", "remark"),
          sources: [DocumentReference(document: "0", line: 619)],
          locations: [SourceLocation(file: "targets.csv", line: 2)]))
    #expect(goals[1].kind == .condition)
    // A missing language takes the other's text.
    #expect(goals[1].label == Label(same: "Tak"))
    #expect(goals[1].group == nil)
  }

  @Test(
    "until when a plan runs",
    arguments: [("", "2023-12-31"), ("2024", "2024-12-31"), ("2024-06-30", "2024-06-30")])
  func ends(text: String, day: String) {
    let (goals, diagnostics) = read("id,year,label_sv,ends\na,2023,x,\(text)")
    #expect(diagnostics.isEmpty)
    #expect(goals[0].lastDay.description == day)
  }

  @Test("an end that is none, or before its year", arguments: ["våren", "2022", "2024-02-30"])
  func badEnds(text: String) {
    let (goals, diagnostics) = read("id,year,label_sv,ends\na,2023,x,\(text)")
    #expect(goals[0].ends == nil)
    let what =
      text == "2022"
      ? "the plan ends before the goal's year" : "column 'ends' holds neither a year nor a day"
    #expect(
      diagnostics.map { $0.formatted() } == [
        """
        targets.csv:2: error[goal-ends]: \(what)
          a plan runs on until then; empty is the end of 2023
          fix: write a year or a day, such as 2024 or 2024-06-30
        """
      ])
  }

  /// 1–3 courses per partner (002, Kobra).
  @Test(
    "two ends of a range are one goal, in any order",
    arguments: [("1", "3"), ("3", "1"), ("2", "2")])
  func range(first: String, second: String) throws {
    let (goals, diagnostics) = read(
      """
      id,year,label_sv,measure,target_value,direction,qualifier,range,document,line
      a-min,2016,Kurser,count,\(first),at_least,intervall,kobra,002,10
      annat,2016,Annat,count,5,at_least,,,002,11
      a-max,2016,Kurser,count,\(second),at_most,intervall,kobra,002,12
      """)
    #expect(diagnostics.isEmpty)
    #expect(goals.map(\.id) == ["a-min", "annat"])
    let goal = goals[0]
    #expect(goal.direction == .range)
    #expect(goal.target == min(Double(first) ?? 0, Double(second) ?? 0))
    #expect(goal.upperTarget == max(Double(first) ?? 0, Double(second) ?? 0))
    #expect(goal.qualifiers.isEmpty)
    #expect(goal.sources.map(\.line) == [10, 12])
    #expect(goal.locations.map(\.line) == [2, 4])
  }

  @Test("a range with one known end has no upper target, so no figure can be outside")
  func halfRange() {
    let (goals, _) = read(
      "id,year,label_sv,measure,target_value,direction,range\na,2016,x,count,1,at_least,r\nb,2016,x,count,,at_most,r"
    )
    #expect(goals.count == 1)
    #expect(goals[0].target == 1)
    #expect(goals[0].upperTarget == nil)
  }

  @Test("a target without a direction is noted; a condition is not")
  func noDirection() {
    let (goals, diagnostics) = read(
      """
      id,year,label_sv,measure,target_value,kind
      a,2023,x,count,5,
      b,2023,x,count,5,condition
      c,2023,x,count,,
      """)
    #expect(goals.count == 3)
    #expect(
      diagnostics.map { $0.formatted() } == [
        """
        targets.csv:2: note[goal-direction]: goal 'a' has a target value but no direction
          without a direction it cannot be judged
          fix: write at_least or at_most in the column direction
        """
      ])
  }

  @Test("ids: missing, twice, three times")
  func ids() {
    let (goals, diagnostics) = read(
      "id,year,label_sv\na,2023,x\n,2023,x\na,2023,y\na,2023,z\nb,2023,x")
    #expect(goals.map(\.id) == ["a", "a", "a", "b"])
    #expect(
      diagnostics.map { $0.formatted() } == [
        """
        targets.csv:3: error[id-missing]: the row has no id
          fix: give it a short name
        """,
        """
        targets.csv:4: error[id-duplicate]: id 'a' stands twice
          it stands first on line 2
          fix: give one of them another id
        """,
        """
        targets.csv:5: error[id-duplicate]: id 'a' stands twice
          it stands first on line 2
          fix: give one of them another id
        """,
      ])
  }

  @Test("an id twice in a table without lines")
  func noLines() {
    let (_, diagnostics) = read("id,year,label_sv\na,2023,x\na,2023,y", hasLines: false)
    #expect(
      diagnostics.map { $0.formatted() } == [
        """
        targets.csv: error[id-duplicate]: id 'a' stands twice
          fix: give one of them another id
        """
      ])
  }
}
