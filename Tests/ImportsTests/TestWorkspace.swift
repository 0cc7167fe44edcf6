import Foundation
import Labels
import Reports

@testable import Imports

/// A workspace for one test, with files to bring in beside it. It goes when the test ends.
final class TestWorkspace {
  let path: String
  let key: PseudonymKey
  let unit: String

  init(unit: String = "Kansliet") throws {
    path = NSTemporaryDirectory() + "nyckeltal-imports-\(UUID().uuidString)"
    guard
      let key = PseudonymKey(
        hexadecimal: (0..<32).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    else { throw CocoaError(.coderInvalidValue) }
    self.key = key
    self.unit = try WorkspaceFiles(path).make(title: "Kommunen", unit: unit, year: 2026)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file of a tool beside the workspace's units.
  func file(_ name: String, _ names: [String], _ rows: [[String]]) throws -> String {
    var table = TextTable(names)
    table.rows = rows
    let file = "\(path)/\(name)"
    try Data(table.bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func request(_ file: String, invited: [(group: String, count: Int)] = []) -> ImportRequest {
    ImportRequest(file: file, workspace: path, invited: invited)
  }

  @discardableResult
  func apply(_ request: ImportRequest, at time: String = "2026-10-01T09:00:00") throws -> ImportPlan
  {
    let store = try ImportStore(path)
    let plan = try ImportPlanner.plan(request, key: key)
    if plan.isReady, plan.isAnything { try store.apply(plan, at: time) }
    return plan
  }

  /// The text of a file of the survey.
  func text(_ name: String, survey: String = "enkat") -> String {
    let data = FileManager.default.contents(atPath: "\(path)/\(unit)/\(survey)/\(name)")
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Every file of the unit with what it holds.
  var snapshot: [String: Data] {
    let names =
      FileManager.default.enumerator(atPath: "\(path)/\(unit)")?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: "\(path)/\(unit)/\(name)").map { (name, $0) }
      })
  }
}

extension TestWorkspace {
  /// A workspace with the first round of the leaders' survey.
  static func january() throws -> (TestWorkspace, plan: ImportPlan) {
    let workspace = try TestWorkspace()
    let file = try workspace.file(
      "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [5, 9, 13]))
    var request = workspace.request(file, invited: LeadersSurvey.invited)
    request.goals = ["minst 60 % svarsfrekvens"]
    request.title = "Vår enkät"
    return (workspace, try workspace.apply(request))
  }

  /// The file of its second round.
  func september(extra: [[String]] = []) throws -> String {
    try file(
      "september.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 9, [6, 12, 14]) + extra)
  }
}

/// The unit lead's case: an export of Microsoft Forms with three groups and six questions, in two rounds.
enum LeadersSurvey {
  static let names = [
    "ID", "Start time", "Completion time", "Email", "Name", "Vilken grupp tillhör du?",
    "Jag har tydliga mål", "Jag får stöd av min chef", "Vi når våra mål", "Hur nöjd är du?",
    "Hur når du oss?", "Något mer?",
  ]
  static let invited = [("chefer", 8), ("handläggare", 15), ("stab", 22)].map {
    (group: $0.0, count: $0.1)
  }

  /// So many of each group answer in a month; the later, the more agree.
  static func rows(month: Int, _ sizes: [Int]) -> [[String]] {
    let groups = ["Chefer", "Handläggare", "Stab"]
    let agreement = [
      "Instämmer inte alls", "Instämmer inte", "Varken eller", "Instämmer", "Instämmer helt",
    ]
    let satisfaction = ["Missnöjd", "Varken eller", "Nöjd", "Mycket nöjd"]
    var rows: [[String]] = []
    for (group, size) in sizes.enumerated() {
      for person in 0..<size {
        let n = rows.count + 1
        let step = min(4, (person + group) % 4 + (month > 6 ? 1 : 0))
        rows.append([
          "\(n)", "\(month)/\(n % 20 + 1)/2026 8:00:00", "\(month)/\(n % 20 + 1)/2026 8:05:00",
          "p\(group)\(person)@exempel.se", "Person \(n)", groups[group], agreement[step],
          agreement[(step + 1) % 5], agreement[min(4, step + 1)],
          satisfaction[(person + month) % 4],
          person % 2 == 0 ? "Telefon;E-post;" : "Telefon;", person == 1 ? "Ring p@exempel.se" : "",
        ])
      }
    }
    return rows
  }
}

/// A preview as its readers see it.
enum TextRendering {
  static func both(_ plan: ImportPlan) -> [String] {
    let document = ImportPreview.document(plan)
    return Language.allCases.map { TextRenderer(language: $0).render(document) }
  }
}
