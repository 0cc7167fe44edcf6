public import Indicators
internal import Query
public import Tables

/// A case log of a unit: its definition and, for those who ask, its counts.
///
/// The cases themselves stay in this target; see ``WorkspaceRows``.
public struct UnitCaseLog: Sendable {
  /// What the log is made of, without its examples where the workspace shows none.
  public let definition: CaseLogDefinition
  /// Holds data of persons.
  let log: CaseLog
  private let counted: Counted

  /// What was counted of the cases; each of it once.
  private final class Counted: Sendable {
    let years = OnceValue<[Int], Never>()
    let newestDays = OnceValues<CalendarDate, CalendarDate?, Never>()
    let cubes = OnceValues<Reading, CaseCube, Never>()
    let published = OnceValues<Publication, CaseLogDisclosure, Never>()
  }

  /// How the log is read.
  private struct Reading: Hashable {
    let asOf: CalendarDate
    let calendar: WorkingCalendar
    let year: Int?
  }

  /// What is published of a reading, and by which rules.
  private struct Publication: Hashable {
    let reading: Reading
    let rules: DisclosureRules
    let definition: CaseLogDefinition
  }

  init(_ log: CaseLog) {
    self.init(definition: log.definition, log: log, counted: Counted())
  }

  private init(definition: CaseLogDefinition, log: CaseLog, counted: Counted) {
    self.definition = definition
    self.log = log
    self.counted = counted
  }

  /// The years in which cases were received, in order.
  public var years: [Int] { counted.years.value { log.years } }

  /// The newest day in the log that does not come after a day; `nil` when there is none.
  public func newestDay(notAfter last: CalendarDate) -> CalendarDate? {
    counted.newestDays.value(last) { log.newestDay(notAfter: last) }
  }

  /// Everything that is shown of a year, or of all years, as the log stood at the end of a day; counted
  /// once a load.
  public func cube(
    asOf: CalendarDate, calendar: WorkingCalendar, year: Int? = nil
  ) -> CaseCube {
    let cube = counted.cubes.value(Reading(asOf: asOf, calendar: calendar, year: year)) {
      log.cube(asOf: asOf, calendar: calendar, year: year)
    }
    return cube.definition == definition ? cube : cube.restricted(to: definition)
  }

  /// The log with the cases that had come in by the end of a day.
  func known(by day: CalendarDate) -> UnitCaseLog { UnitCaseLog(log.received(by: day)) }

  /// What may be shown of a year, or of all years: its counts, and which of them are withheld. Decided
  /// once a load.
  public func published(
    _ rules: DisclosureRules, asOf: CalendarDate, calendar: WorkingCalendar, year: Int? = nil
  ) -> PublishedCaseLog {
    let cube = cube(asOf: asOf, calendar: calendar, year: year)
    let reading = Reading(asOf: asOf, calendar: calendar, year: year)
    let disclosure = counted.published.value(
      Publication(reading: reading, rules: rules, definition: definition)
    ) { CaseLogDisclosure(cube, rules: rules) }
    return PublishedCaseLog(cube: cube, disclosure: disclosure)
  }

  /// The log without what is made up; `nil` if that is all of it.
  var withoutExamples: UnitCaseLog? {
    definition.withoutExamples.map { UnitCaseLog(definition: $0, log: log, counted: counted) }
  }
}
