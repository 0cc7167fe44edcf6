import Diagnostics
import TableFixtures
import Tables
import Testing

@testable import Plans

@Suite("Internal control") struct InternalControlTests {
  /// The plan of 2023 (004:3–269): number, section, points, frequency, continuous, result, line.
  static let plan = InternalControlPlan(
    literalTable(
      """
      number,section,area,control_points_count,per_year,lopande,result,result_note,document,line
      1,ekonomi,rakenskapsinformation,1,1,0,ok,,004,8
      2,ekonomi,redovisning,3,2,0,ok,alla punkter enligt plan,004,13
      3,ekonomi,fakturering,1,2,0,ok,,004,42
      4,ekonomi,moms-skatter,1,2,0,ok,,004,47
      5,ekonomi,drift-investering,1,2,0,ok,,004,53
      6,ekonomi,attestratt,3,1,1,ok,lista upprättad,004,65
      7,ekonomi,loner,2,2,0,ok,,004,86
      8,ekonomi,arvoden-reserakningar,3,2,0,ok,,004,105
      9,ekonomi,foretagskort,1,2,0,ok,,004,136
      10,ekonomi,representation,1,2,0,ok,,004,142
      11,ekonomi,handkassa,1,2,0,ok,,004,144
      12,ekonomi,behorighet-it,1,2,0,ok,,004,150
      13,ekonomi,mobiltelefoner,1,12,0,ok,,004,162
      14,ekonomi,tilltrade,1,1,0,ok,,004,170
      15,ekonomi,diarie-post,1,1,0,ok,,004,184
      16,styrdokument,delegationsordning,1,1,0,ok,,004,189
      17,styrdokument,avtal,1,2,0,ok,,004,191
      18,styrdokument,dokument,1,2,0,ok,,004,196
      19,styrdokument,inkop-upphandling,1,2,0,ok,,004,202
      20,styrdokument,kris-sakerhet,2,2,0,pagar,,004,211
      21,styrdokument,personal,2,1,0,pagar,,004,226
      22,styrdokument,arbetsmiljo,1,2,0,ok,,004,249
      23,styrdokument,slutredovisning-projekt,1,2,0,ok,,004,257
      24,styrdokument,dataskydd,1,4,0,pagar,enligt plan,004,269
      """, file: "control.csv"))

  @Test("24 areas and 33 control points") func totals() {
    #expect(Self.plan.diagnostics.isEmpty)
    let followUp = InternalControlFollowUp(
      areas: Self.plan.areas, year: 2023, asOf: day("2023-12-31"))
    #expect(followUp.total.areas == 24)
    #expect(followUp.total.controlPoints == 33)
    // 6 once, 16 twice, one four and one twelve times a year.
    #expect(followUp.total.plannedControls == 54)
    #expect(followUp.total.done == 21)
    #expect(followUp.total.open == 3)
    #expect(followUp.total.continuous == 1)
    #expect(followUp.bySection.map(\.key) == ["ekonomi", "styrdokument"])
    #expect(followUp.bySection.map(\.areas) == [15, 9])
    #expect(followUp.bySection.map(\.controlPoints) == [22, 11])
    #expect(followUp.byFrequency.map(\.key) == ["1", "2", "4", "12"])
    #expect(followUp.byFrequency.map(\.areas) == [6, 16, 1, 1])
  }

  @Test("deviations have six months from the last day of the year when no day is stated")
  func deviations() {
    let inTime = InternalControlFollowUp(
      areas: Self.plan.areas, year: 2023, asOf: day("2024-06-30"))
    #expect(inTime.deviations.map(\.area.number) == [20, 21, 24])
    #expect(inTime.deviations.map(\.due) == Array(repeating: day("2024-06-30"), count: 3))
    #expect(inTime.deviations.allSatisfy { !$0.isDateStated })
    #expect(inTime.deviations.allSatisfy { !$0.isLate })
    let late = InternalControlFollowUp(
      areas: Self.plan.areas, year: 2023, asOf: day("2024-07-01"))
    #expect(late.deviations.filter(\.isLate).count == 3)
    #expect(late.deviations.first?.area.source.documentLine == 211)
  }

  @Test("a stated day, a month, and results that are missing or not known") func dates() {
    let plan = InternalControlPlan(
      literalTable(
        """
        area,control_points_count,per_year,result,control_date
        a,1,1,avvikelse,2023-08-31
        b,1,1,pagar,2023-08
        c,,,,
        d,1,1,avikelse,2023
        e,1,1,avvikelse,2023-02-30
        """))
    #expect(plan.diagnostics.map(\.code) == ["control-result", "plan-date"])
    #expect(plan.diagnostics.first?.reason == "did you mean 'avvikelse'?")
    let followUp = InternalControlFollowUp(
      areas: plan.areas, year: 2023, asOf: day("2024-03-01"))
    #expect(followUp.deviations.map(\.area.area) == ["a", "b", "e"])
    // Six months after 31 August is the last day of February.
    #expect(
      followUp.deviations.map(\.due) == [day("2024-02-29"), day("2024-02-29"), day("2024-06-30")])
    #expect(followUp.deviations.map(\.isLate) == [true, true, false])
    #expect(followUp.deviations.map(\.isDateStated) == [true, true, false])
    #expect(followUp.total.withoutResult == 2)
    #expect(followUp.byFrequency.map(\.key) == ["1", nil])
  }

  @Test("missing columns are errors with the closest name") func columns() {
    let plan = InternalControlPlan(
      literalTable("area,resultat,per_year,control_points_count\na,ok,1,1"))
    #expect(plan.diagnostics.map(\.code) == ["plan-column"])
    #expect(
      plan.diagnostics.first?.found == ["area", "resultat", "per_year", "control_points_count"])
    #expect(plan.diagnostics.first?.description.contains("per_year") == false)
  }
}
