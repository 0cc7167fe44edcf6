import Foundation
import Tables
import Workspace

/// A small workspace with faults of a test's choice.
enum DamagedWorkspace {
  static let files: [String: String] = [
    "nyckeltal.yaml": """
    title: {sv: Mål, en: Goals}
    year: 2026
    documents: {plan: {file: plan.pdf, title: Plan}}
    units: [a, b]
    """,
    "measurement-units.csv": "unit,label_en,dimension,factor\nbesök,visits,visits,1\n",
    "a/unit.yaml": "label: {sv: Biblioteket, en: The library}",
    "a/targets.csv": """
    id,year,label_sv,measure,target_value,target_unit,direction,document,line
    g1,2026,besök,count,100,besök,at_least,plan,1
    g2,2026,lån,count,100,besök,at_least,plan,2
    g3,2026,kurser,count,100,besök,at_least,plan,3
    """,
    "a/outcomes.csv": """
    id,target_id,year,label_sv,value,value_unit,document,line
    o1,g1,2026,besök,110,besök,plan,4
    o2,g2,2026,lån,50,besök,plan,5
    o3,g3,2026,kurser,40,besök,plan,6
    """,
    "b/unit.yaml": "label: {sv: Badet, en: The baths}",
  ]

  static func load(
    _ changes: [String: String?] = [:], today: String? = nil, asked: String? = nil
  ) throws -> LoadedWorkspace {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files.merging(changes.compactMapValues(\.self), uniquingKeysWith: { $1 })
    where changes[name] != .some(nil) {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try WorkspaceLoader.load(
      folder: folder.path,
      day: ReportingDay(
        today: today.flatMap { CalendarDate(iso: $0) },
        asked: asked.flatMap { CalendarDate(iso: $0) }
      ))
  }
}
