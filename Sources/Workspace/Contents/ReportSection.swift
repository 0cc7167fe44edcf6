public import Labels

/// A section of a unit's report, in the usual order. Definitions name it by its title in either language.
public enum ReportSection: String, Hashable, Sendable, CaseIterable {
  /// The unit's goals.
  case goals
  /// Its surveys.
  case surveys
  /// Groups measured before and after.
  case beforeAfter = "before_after"
  /// Its case logs.
  case cases
  /// The activities of its plans.
  case activities
  /// Its internal control.
  case control
  /// Its projects.
  case projects
  /// Its financial statements.
  case accounts
  /// Its tables of figures.
  case tables
  /// Figures of several years.
  case changes
  /// Figures that belong to no goal.
  case figures
  /// What does not fit together in the sources.
  case contradictions

  /// Its title.
  public var title: Label {
    switch self {
    case .goals: Label("Mål", "Goals")
    case .surveys: Label("Enkäter", "Surveys")
    case .beforeAfter: Label("Före och efter", "Before and after")
    case .cases: Label("Svarstider", "Service levels")
    case .activities: Label("Aktiviteter", "Activities")
    case .control: Label("Internkontroll", "Internal control")
    case .projects: Label("Projekt", "Projects")
    case .accounts: Label("Räkenskaper", "Accounts")
    case .tables: Label("Tabeller", "Tables")
    case .changes: Label("Förändring mellan år", "Change between years")
    case .figures: Label("Övriga uppgifter", "Other figures")
    case .contradictions: Label("Motsägelser och luckor", "Contradictions and gaps")
    }
  }

  /// The section of a title in either language; `nil` where none is called so.
  init?(name: String) {
    let name = name.lowercased()
    let found = Self.allCases.first { section in
      [section.rawValue, section.title.swedish, section.title.english]
        .contains { $0.lowercased() == name }
    }
    guard let found else { return nil }
    self = found
  }

  /// What definitions may call the sections.
  static var names: [String] {
    allCases.map { $0.title.swedish.lowercased() } + allCases.map { $0.title.english.lowercased() }
  }
}
