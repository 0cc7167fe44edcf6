import Diagnostics
import Foundation
import Indicators
import Labels
import Plans
import Tables
import Testing
import Workspace

@testable import Reports

/// The tables of `reports/README.md`: which section of a document is regenerated where.
@Suite struct SectionTableTests {
  /// A row of a table.
  struct Section: CustomStringConvertible {
    let document: String
    let lines: ClosedRange<Int>
    /// What the row links to, with the headings that it names there.
    let reports: [(path: String, headings: [String])]
    let hasReason: Bool

    var description: String { "\(document):\(lines.lowerBound)–\(lines.upperBound)" }
  }

  static let sections: [Section] = {
    let text = try? String(
      contentsOf: Datasets.root.appendingPathComponent("reports/README.md"), encoding: .utf8)
    var document = ""
    var sections: [Section] = []
    for line in (text ?? "").split(separator: "\n") {
      if line.hasPrefix("### ") { document = String(line.dropFirst(4).prefix(3)) }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|"), cells.count == 3 else { continue }
      let ends = cells[0].split(separator: "–").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last else { continue }
      let links = cells[2].matches(of: #/\]\((?<path>[^)]+)\)(?<rest>[^\[]*)/#)
      sections.append(
        Section(
          document: document, lines: first...last,
          reports: links.map { link in
            (
              String(link.path),
              link.rest.matches(of: #/\*(?<heading>[^*]+)\*/#).map { String($0.heading) }
            )
          }, hasReason: cells[2].hasPrefix("– ")))
    }
    return sections
  }()

  @Test("the tables are read: five documents, every row with a report or a reason") func read() {
    #expect(Set(Self.sections.map(\.document)) == ["000", "001", "002", "003", "004"])
    for section in Self.sections {
      #expect(section.hasReason != section.reports.contains { !$0.headings.isEmpty }, "\(section)")
    }
  }

  @Test("every heading that is named stands in the recorded report") func headings() throws {
    for section in Self.sections {
      for (path, headings) in section.reports {
        let report = try String(
          contentsOf: Datasets.root.appendingPathComponent("reports/\(path)"), encoding: .utf8)
        let lines = Set(report.split(separator: "\n").map { $0.lowercased() })
        for heading in headings {
          #expect(lines.contains(heading.lowercased()), "\(section): \(path) has no ‘\(heading)’")
        }
      }
    }
  }

  @Test("a report that is named has figures of the lines") func sources() throws {
    var documents: [String: Set<DocumentReference>] = [:]
    for year in Datasets.workspace.years {
      for part in ReportSet(Datasets.workspace, year: year).parts {
        documents["\(part.place.path).txt"] = Set(
          part.document.tables.flatMap(\.rows).flatMap(\.documents))
      }
    }
    for section in Self.sections {
      for (path, headings) in section.reports where !headings.isEmpty {
        let found = try #require(documents[path], "\(path)").contains {
          $0.document == section.document && section.lines.contains($0.line ?? 0)
        }
        #expect(found, "\(section): nothing of it in \(path)")
      }
    }
  }

  @Test("no transcribed figure lies outside all sections") func complete() {
    let workspace = Datasets.workspace
    var references = workspace.goals.flatMap(\.sources) + workspace.outcomes.map(\.source)
    for unit in workspace.units {
      references +=
        unit.activities.compactMap(\.source.reference)
        + unit.controls.compactMap(\.source.reference)
        + unit.projectMeasures.compactMap(\.source.reference)
        + (unit.tables + unit.accounts).flatMap(\.table.rows).compactMap(\.documentReference)
    }
    #expect(references.count > 800)
    for reference in Set(references) {
      let isNamed = Self.sections.contains {
        $0.document == reference.document && $0.lines.contains(reference.line ?? 0)
      }
      #expect(isNamed, "\(reference.text) is in no section")
    }
  }
}
