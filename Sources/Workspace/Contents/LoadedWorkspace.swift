public import Diagnostics
public import Indicators
public import Labels
public import Plans
internal import Query
public import Surveys
public import Tables

/// A workspace as it was read: definitions, data, computed outcomes and every problem found.
public struct LoadedWorkspace: Sendable {
  /// The folder as the user typed it.
  public var folder: String
  /// Its title.
  public var title: Label
  /// The year that reports are about unless another is asked for.
  public var year: Int { didSet { computed = ComputedOnce() } }
  /// The day that running years are told of, and the day that was asked for.
  public var day = ReportingDay()
  /// Which days are worked.
  public var calendar: WorkingCalendar
  /// Which plans are followed up, and when.
  public var followUps: PlanFollowUps
  /// The limits of verdicts.
  public var rules: AssessmentRules { didSet { computed = ComputedOnce() } }
  /// How few answers may stand behind a figure.
  public var disclosure = DisclosureRules()
  /// Whether reports tell what people wrote in surveys; they only count it unless somebody asks for it.
  public var showsComments = false
  /// How its pages look.
  public var appearance = Appearance()
  /// The documents that facts come from, by short name.
  public var documents: [Document] { didSet { computed = ComputedOnce() } }
  /// The units in the order of the definition.
  public var units: [UnitContents] { didSet { computed = ComputedOnce() } }
  /// Labels of codes by column.
  public var codes: CodeLabels { didSet { computed = ComputedOnce() } }
  /// Units of measure by Swedish name.
  public var measurementUnits: [String: MeasurementUnit]
  /// Contradictions and gaps that are known to stand in the sources.
  public var contradictions: [Contradiction] { didSet { computed = ComputedOnce() } }
  /// Findings that may stand as they are.
  public var acknowledgements: [Acknowledgement] = [] { didSet { computed = ComputedOnce() } }
  /// The values that goals state for questions of surveys.
  public var surveyTargets: [SurveyTarget] = []
  /// The outcomes that are computed from a question, by `unit/folder/question`.
  var questionOutcomes: [String: [String]] = [:]
  /// What is wrong with the files.
  public var diagnostics: [Diagnostic]
  /// What follows from all this. A change of what it follows from begins it anew.
  var computed = ComputedOnce()

  /// Every goal of every unit and year.
  public var goals: [Goal] { computed.goals.value { units.flatMap(\.goals) } }
  /// Every outcome of every unit and year.
  public var outcomes: [Outcome] { computed.outcomes.value { units.flatMap(\.outcomes) } }
  /// The years that goals are set for.
  public var years: [Int] { Set(goals.map(\.year)).sorted() }

  /// A unit by name.
  public func unit(_ id: String) -> UnitContents? { units.first { $0.id == id } }

  /// A survey by `unit/folder`.
  public func survey(_ name: String) -> UnitSurvey? {
    units.flatMap(\.surveys).first { $0.definition.id == name }
  }

  /// A case log by `unit/folder`.
  public func caseLog(_ name: String) -> UnitCaseLog? {
    units.flatMap(\.caseLogs).first { $0.definition.id == name }
  }

  /// A table by `unit/name`.
  func table(_ name: String) -> UnitTable? {
    units.flatMap(\.allTables).first { $0.table.name == name }
  }
}

/// A document that facts come from.
public struct Document: Hashable, Sendable {
  /// The short name that rows refer to.
  public var id: String
  /// The file name of the document.
  public var file: String
  /// Its title.
  public var title: Label
  /// What it is called where there is little room; `nil` for its title.
  public var shortTitle: Label?
}

/// Everything that belongs to one unit.
public struct UnitContents: Sendable {
  /// The name of its folder.
  public var id: String
  /// Its name.
  public var label: Label
  /// What it is called where there is little room; `nil` for its name.
  public var shortLabel: Label?
  /// What it was called before, if that was something else.
  public var formerNames: [Label] = []
  /// The unit that it is a part of now, by the name of its folder; `nil` for one that is by itself.
  public var mergedInto: String?
  /// Goals of all years.
  public var goals: [Goal] = []
  /// Outcomes of all years.
  public var outcomes: [Outcome] = []
  /// Surveys.
  public var surveys: [UnitSurvey] = []
  /// Case logs.
  public var caseLogs: [UnitCaseLog] = []
  /// Groups measured before and after.
  public var beforeAfters: [BeforeAfterStudy] = []
  /// Activities of its plans.
  public var activities: [Activity] = []
  /// Areas of internal control.
  public var controls: [ControlArea] = []
  /// Measures of its projects.
  public var projectMeasures: [ProjectMeasure] = []
  /// Every table of the folder, named `unit/name`. Some hold rows of persons, such as the scores of a
  /// before-after study: what shows things gets ``tables``.
  var allTables: [UnitTable] = []
  /// Rules that figures must agree by.
  public var consistencyRules: [ConsistencyRule] = []
  /// How it wants its report.
  public var template = ReportTemplate()
  /// Whether only what was known in the course of a year is here.
  var isInterim = false

  init(id: String, label: Label) {
    self.id = id
    self.label = label
  }

  /// The tables of figures: those whose definition says how they are shown.
  public var tables: [UnitTable] { allTables.filter { $0.definition?.layout != nil } }

  /// The tables that hold financial statements.
  public var accounts: [UnitTable] { allTables.filter { $0.definition?.statements != nil } }
}

/// A table of a unit and what its definition says about it.
public struct UnitTable: Sendable {
  /// The rows.
  public var table: Table
  /// How to show it; `nil` for tables that are only computed with.
  public var definition: TableDefinition?
}

/// How a table of figures is shown and checked.
public struct TableDefinition: Hashable, Sendable {
  /// Its title.
  public var title: Label
  /// What of its rows is stated and what is made up; `nil` for rows that were collected.
  public var provenance: Provenance?
  /// The unit of the figures.
  public var measurementUnit: String?
  /// The column that says on which day each row became known; `nil` where rows have no days.
  public var day: String?
  /// The layout of a cross table, if it is one.
  public var layout: CrossLayout?
  /// How its rows are statements, if they are.
  public var statements: StatementLayout?
}

/// Which columns span a cross table, and where its stated totals stand.
public struct CrossLayout: Hashable, Sendable {
  /// The column of figures.
  public var value: String
  /// The column whose codes are the rows.
  public var rows: String
  /// The column whose codes are the columns.
  public var columns: String
  /// The code of the row that states totals.
  public var rowTotal: String?
  /// The code of the column that states totals.
  public var columnTotal: String?
}

/// Which columns of a table of accounts tell its statements and their items.
///
/// Further columns have a fixed meaning: `year`; `label_sv`, `label_en`; `note`, the number of the note that
/// explains an item; `is_total`, 1 for stated sums; `part_of`, the item above that a row is a part of.
public struct StatementLayout: Hashable, Sendable {
  /// The column of amounts.
  public var value: String
  /// The column whose codes are the items.
  public var rows: String
  /// The column whose codes are the statements.
  public var statements: String
  /// The code of the statement that holds the notes, one a number in `note`.
  public var notes: String?
}

/// A group study: the same groups measured before and after.
public struct BeforeAfterStudy: Sendable {
  /// The name in the unit.
  public var id: String
  /// Its title.
  public var title: Label
  /// What of its rows is stated and what is made up; `nil` for rows that were collected.
  public var provenance: Provenance?
  /// The year it belongs to.
  public var year: Int
  /// The goal it answers.
  public var goal: String?
  /// What came out.
  public var result: BeforeAfterResult
  /// The table it rests on.
  public var table: String
  /// Where its rows begin; `nil` for a table without rows.
  public var location: SourceLocation?
}

/// Labels of the codes that stand in data, by column.
public struct CodeLabels: Sendable {
  private var labels: [String: [String: Label]] = [:]

  /// No labels: every code is its own.
  public init() {}

  mutating func add(_ code: String, column: String, _ label: Label) {
    labels[column, default: [:]][code] = label
  }

  /// The label of a code; a code without one is its own label.
  public func label(_ code: String, column: String) -> Label {
    labels[column]?[code] ?? Label(same: code)
  }
}

/// A contradiction, an error or a gap that is known to stand in the sources.
public struct Contradiction: Hashable, Sendable {
  /// Its number.
  public var id: String
  /// What kind it is, as a slug.
  public var kind: String
  /// The unit it is about.
  public var unit: String
  /// What it is about.
  public var label: Label
  /// The two values, as written.
  public var values: [String]
  /// Where they stand.
  public var sources: [DocumentReference]
  /// A remark.
  public var note: Label
  /// Where the workspace lists it.
  public var location: SourceLocation
}

extension Contradiction {
  /// The kind as a report shows it.
  public var kindLabel: Label {
    switch kind {
    case "motsagelse": Label("motsägelse", "contradiction")
    case "raknefel": Label("räkne- eller datafel", "arithmetic or data error")
    case "tvetydighet": Label("tvetydighet", "ambiguity")
    case "lucka": Label("lucka", "gap")
    case "enhetsbyte": Label("enhetsbyte", "change of unit")
    case "namnvariant": Label("namnvariant", "variant of a name")
    default: Label(same: kind)
    }
  }
}
