import Foundation
import Tables
import Workspace

/// A workspace in a folder of its own, for one load.
enum WorkspaceFolder {
  /// One unit with a case log of 2026 and an outcome that is computed from it.
  static let cases: [String: String] = [
    "nyckeltal.yaml": """
    title: {sv: Mål, en: Goals}
    year: 2026
    documents: {plan: {file: plan.pdf, title: Plan}}
    units: [a]
    """,
    "measurement-units.csv": "unit,label_en,dimension,factor\nprocent,per cent,share,1\n",
    "a/unit.yaml": "label: A",
    "a/targets.csv": """
    id,year,label_sv,measure,target_value,target_unit,direction,document,line
    g1,2026,i tid,share,90,procent,at_least,plan,1
    """,
    "a/outcomes.csv": """
    id,target_id,year,label_sv,value,value_unit,document,line
    o1,g1,2026,i tid,,procent,plan,3
    """,
    "a/computed.yaml": "o1: {cases: a/cases, limit: svar, measure: within}",
    "a/cases/cases.yaml": """
    title: {sv: Ärenden, en: Cases}
    columns: {id: nr, received: in, answered: ut}
    about_persons: false
    limits:
      - {id: svar, label: {sv: fem dagar, en: five days}, from: in, to: ut, working_days: 5}
    """,
    // Case 2 is open for three days on 27 November, and 4 is answered in the time to come.
    "a/cases/cases.csv": """
    nr,in,ut
    1,2026-11-02,2026-11-04
    2,2026-11-24,
    3,2026-11-27,
    4,2026-11-16,2026-12-24
    """,
  ]

  static func load(_ files: [String: String], day: ReportingDay = ReportingDay()) throws
    -> LoadedWorkspace
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try WorkspaceLoader.load(folder: folder.path, day: day)
  }

  /// The files of the workspace with cases, some of them replaced.
  static func loadCases(
    _ changes: [String: String] = [:], today: String? = nil, asked: String? = nil
  ) throws -> LoadedWorkspace {
    try load(
      cases.merging(changes, uniquingKeysWith: { $1 }),
      day: ReportingDay(
        today: today.flatMap { CalendarDate(iso: $0) },
        asked: asked.flatMap { CalendarDate(iso: $0) }
      ))
  }
}
