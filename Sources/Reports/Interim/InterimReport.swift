internal import Indicators
internal import Labels
internal import Plans
internal import Surveys
internal import Tables
internal import Workspace

/// What an interim report (*delårsrapport*) says beyond the report of a year: as of which day it is, what
/// is expected of the whole year, which follow-ups are due.
///
/// The figures themselves are those of a workspace that was loaded as of the day: it holds nothing that
/// was not known then.
struct InterimReport {
  let workspace: LoadedWorkspace
  let day: CalendarDate

  /// `nil` where the workspace was not asked for a day in the course of a year.
  init?(_ workspace: LoadedWorkspace) {
    guard let day = workspace.day.interim else { return nil }
    self.workspace = workspace
    self.day = day
  }

  /// The director's page as an interim report.
  func document(_ page: ReportDocument) -> ReportDocument {
    told(page, title: title, subtitle: Sentence(workspace.title), units: workspace.units)
  }

  /// The report of a unit as an interim report.
  func document(_ report: ReportDocument, of unit: UnitContents) -> ReportDocument {
    let title = Label(
      "\(unit.label.swedish): delårsrapport per \(day.words.swedish)",
      "\(unit.label.english): interim report as of \(day.words.english)")
    return told(report, title: title, subtitle: Sentence(workspace.title), units: [unit])
  }

  /// `Delårsrapport per 31 augusti 2023`.
  var title: Label {
    Label(
      "Delårsrapport per \(day.words.swedish)", "Interim report as of \(day.words.english)")
  }

  /// What the report is about, and what it leaves out.
  var scope: Sentence {
    Sentence(
      Label(
        "Läget vid utgången av den \(day.words.swedish). Det som inte kan vara känt då räknas som pågår, "
          + "och inget som blev känt senare är med.",
        "The state at the end of \(day.words.english). What could not be known by then counts as under "
          + "way, and nothing that became known later is included."))
  }

  /// The follow-ups of the year, where the plans of the units have any.
  func followUps(of units: [UnitContents]) -> [Block] {
    FollowUpSection(workspace: workspace, units: units, day: day).blocks
  }

  private func told(
    _ report: ReportDocument, title: Label, subtitle: Sentence, units: [UnitContents]
  ) -> ReportDocument {
    var told = report
    told.title = title
    told.subtitle = subtitle
    let assessments = units.flatMap { workspace.assessments(year: day.year, unit: $0.id) }
    told.blocks.insert(
      contentsOf: ForecastSection(
        workspace: workspace, assessments: assessments, day: day, namesUnits: units.count > 1
      ).blocks + followUps(of: units), at: report.endOfFirstSection)
    told.blocks.insert(.paragraph(.sentences([scope, newest(units)])), at: 0)
    return told
  }

  /// The newest that is known of the year.
  private func newest(_ units: [UnitContents]) -> Sentence {
    var days: [CalendarDate] = []
    for unit in units {
      let stated = unit.outcomes.filter { $0.statedValue != nil || $0.statedStatus != nil }
      days += stated.map(\.lastDay)
      days += unit.surveys.flatMap(\.definition.waves).map(\.date)
      days += unit.caseLogs.compactMap { $0.newestDay(notAfter: day) }
      days += unit.activities.compactMap { $0.asOf?.last }
      days += unit.controls.compactMap { $0.controlDate?.last }
    }
    guard let newest = days.filter({ $0.year == day.year && $0 <= day }).max() else {
      return Sentence(
        Label(
          "Inget om \(day.year) hade blivit känt den dagen.",
          "Nothing about \(day.year) had become known by that day."))
    }
    return Sentence(
      Label(
        "Den senaste uppgiften är från den \(newest.words.swedish).",
        "The latest information is from \(newest.words.english)."))
  }
}

extension ReportDocument {
  /// Where the second section begins: before the first large heading that follows a table.
  fileprivate var endOfFirstSection: Int {
    var hasTable = false
    for (place, block) in blocks.enumerated() {
      switch block {
      case .table: hasTable = true
      case .heading(1, _) where hasTable: return place
      default: break
      }
    }
    return blocks.count
  }
}

extension CalendarDate {
  /// The day in words: `31 augusti 2023`, `31 August 2023`.
  var words: Label {
    let (year, month, day) = parts
    let names = Label.month(month)
    return Label("\(day) \(names.swedish) \(year)", "\(day) \(names.english) \(year)")
  }
}
