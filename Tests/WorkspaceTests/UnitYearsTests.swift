import Indicators
import Plans
import Testing
import Workspace

/// What belongs to which year.
@Suite struct UnitYearsTests {
  private func unit(_ files: [String: String]) throws -> UnitContents {
    try WorkspaceFolder.loadCases(files).units[0]
  }

  static let header = "id,area,label_sv,status,when,period_start,period_end,document,line\n"

  /// A row, and the years it belongs to. The document `plan` states outcomes of 2026; the usual year is
  /// 2026 as well.
  @Test(
    "rows of plans",
    arguments: [
      ("x,y,z,pagar,2020,,,plan,1", [2026]), ("x,y,z,pagar,2020,,,other,1", [2020]),
      ("x,y,z,pagar,2020-2022,,,,", [2020, 2021, 2022]),
      ("x,y,z,pagar,,2023-05,2024-02-01,,", [2023, 2024]), ("x,y,z,pagar,,,,,", [2026]),
    ])
  func rows(row: String, years: [Int]) throws {
    let unit = try unit(["a/activities.csv": Self.header + row + "\n"])
    #expect(unit.planYears(usual: 2026) == years)
    for year in 2019...2027 {
      #expect(unit.activities(in: year, usual: 2026).isEmpty != years.contains(year))
    }
  }

  @Test("a document belongs to the year that most of its outcomes are about")
  func document() throws {
    let unit = try unit([
      "a/activities.csv": Self.header + "x,y,z,pagar,,,,plan,1\n",
      "a/outcomes.csv": """
      id,target_id,year,label_sv,value,value_unit,document,line
      o1,g1,2026,i tid,,procent,plan,3
      o2,,2026,x,1,procent,plan,3
      o3,,2025,x,1,procent,plan,3
      """,
    ])
    #expect(unit.planYears(usual: 2020) == [2026])
    #expect(unit.years(usual: 2020) == [2026])
  }

  /// The documents: plans and internal control are those of 004, the annual report of 2023; Westum's
  /// project is that of 002, 2016; Creare Vivere's that of 003, July 2012.
  @Test("the shipped plans") func shipped() {
    let years = Dictionary(
      uniqueKeysWithValues: Datasets.workspace.units.map {
        ($0.id, $0.planYears(usual: Datasets.workspace.year))
      })
    #expect(
      years.filter { !$0.value.isEmpty } == [
        "kansli": [2023], "business-region-boras": [2023], "westum": [2016],
        "creare-vivere": [2012],
      ])
  }

  @Test("findings have the newest year of their figures") func findings() throws {
    let workspace = try WorkspaceFolder.loadCases([
      "a/computed.yaml": "{}",
      "a/outcomes.csv": """
      id,target_id,year,label_sv,value,value_unit,document,line
      o1,g1,2026,i tid,5,procent,plan,3
      o2,,2025,x,1,procent,plan,3
      """,
      "a/sizes.csv": "year,size\n2023,1\n2024,2\n",
      "a/plain.csv": "size\n1\n",
      "a/rules.csv": """
      id,label_sv,label_en,table,by,where,left,right
      r1,x,x,,,,o1,o2
      r2,x,x,a/sizes,,,sum(size),7
      r3,x,x,a/sizes,,year = 2023,sum(size),7
      r4,x,x,a/sizes,year,,sum(size),7
      r5,x,x,a/plain,,,sum(size),7
      r6,x,x,a/plain,,,sum(size),o2 + 7
      r7,x,x,a/plain,,,sum(nothing),7
      """,
    ])
    #expect(workspace.findings().map(\.year) == [nil, 2026, 2024, 2023, 2023, 2024, nil, 2025])
  }
}
