import Workspace

@testable import Reports

/// Every document of the shipped workspace: the reports of all years, and those of one kind of section.
enum EveryDocument {
  static let all: [ReportDocument] = {
    let workspace = Datasets.workspace
    return workspace.years.flatMap { year in
      ReportSet(workspace, year: year).parts.map(\.document)
        + [
          SectionReports.plans(workspace, units: workspace.units, year: year),
          SectionReports.caseLogs(workspace, units: workspace.units, year: year),
          SectionReports.surveys(workspace, units: workspace.units, year: year),
        ].compactMap(\.self)
    }
  }()

  /// Its tables, with what they are called in messages.
  static let tables: [(name: String, table: ReportTable)] = all.flatMap { document in
    document.tables.map { ("\(document.id)/\($0.id)", $0) }
  }
}

extension ReportDocument {
  /// What it says in sentences: paragraphs, remarks, the words of cells.
  var sentences: [Sentence] {
    blocks.flatMap { block -> [Sentence] in
      switch block {
      case .paragraph(let sentence), .note(let sentence): [sentence]
      case .table(let table):
        table.notes.map(\.text)
          + table.rows.flatMap(\.cells).compactMap {
            if case .words(let sentence) = $0 { sentence } else { nil }
          }
      case .heading, .chart: []
      }
    }
  }

  /// Its charts.
  var charts: [ReportChart] {
    blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }
}

extension ReportTable {
  /// What the dimensions other than one say of a row.
  func members(of row: Int, but dimension: Dimension) -> [ReportCell] {
    columns.indices.filter { columns[$0].dimension.map { $0 != dimension } ?? false }
      .map { rows[row].cells[$0] }
  }
}
