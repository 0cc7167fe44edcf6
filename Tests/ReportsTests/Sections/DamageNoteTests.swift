import Labels
import Testing
import Workspace

@testable import Reports

/// A page that lacks something says so before anything else.
@Suite struct DamageNoteTests {
  static let faults: [(changes: [String: String?], Label?)] = [
    ([:], nil),
    (
      ["a/outcomes.csv": "id,year,label_sv\no1,x,y\n"],
      Label("1 fel i filerna för Biblioteket.", "1 error in the files of The library.")
    ),
    (
      ["b/unit.yaml": nil],
      Label(
        "1 fel i filerna för b (enheten saknas).",
        "1 error in the files of b (the unit is missing).")
    ),
    (
      ["a/computed.yaml": "o8: {formula: '1'}\no9: {formula: '1'}", "b/unit.yaml": "label: [B"],
      Label(
        "2 fel i filerna för Biblioteket, 1 fel i filerna för b (enheten saknas).",
        "2 errors in the files of The library, 1 error in the files of b (the unit is missing).")
    ),
    (
      ["measurement-units.csv": "unit,label_en,dimension,factor\nbesök,v,v,1\nx,x,x,0\n"],
      Label("1 fel i arbetsytans egna filer.", "1 error in the workspace’s own files.")
    ),
  ]

  @Test(arguments: faults.indices) func note(index: Int) throws {
    let (changes, label) = Self.faults[index]
    let workspace = try DamagedWorkspace.load(changes)
    let pages = [
      DirectorReport.document(workspace, year: 2026),
      GoalList.document(workspace, year: 2026, units: ["a", "b"]),
    ]
    for page in pages {
      guard let label else {
        #expect(!page.blocks.contains { if case .note = $0 { true } else { false } })
        continue
      }
      let note = try #require(page.blocks[0].note)
      #expect(note.swedish.hasPrefix("Ofullständig: " + label.swedish), "\(note.swedish)")
      #expect(note.english.hasPrefix("Incomplete: " + label.english), "\(note.english)")
    }
  }

  @Test("the page of a unit tells of its own files and the workspace's") func unit() throws {
    let workspace = try DamagedWorkspace.load(["b/unit.yaml": nil])
    let sound = UnitReport.document(workspace, unit: workspace.units[0], year: 2026, findings: [])
    #expect(sound?.blocks.contains { if case .note = $0 { true } else { false } } == false)
  }
}
