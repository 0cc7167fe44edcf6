import Diagnostics
import Labels
import Tables

@testable import Indicators

/// A log of the kind that a data protection officer keeps.
enum CaseFixture {
  static let fiveDays = CaseLimit(
    id: "svarstid", label: Label("svar inom fem arbetsdagar", "answer within five working days"),
    from: "inkom", to: "besvarat", duration: .workingDays(5))
  static let seventyTwoHours = CaseLimit(
    id: "imy", label: Label("anmälan inom 72 timmar", "notification within 72 hours"),
    from: "inkom", to: "besvarat", duration: .hours(72))

  static let columns = CaseColumns(
    id: "nr", received: "inkom", answered: "besvarat", pausedFrom: "paus_fran",
    pausedTo: "paus_till", closed: "avslutat", category: "typ")

  static func definition(
    limits: [CaseLimit] = [fiveDays], subsets: [CaseSubset] = []
  ) -> CaseLogDefinition {
    CaseLogDefinition(
      id: "dso-arenden", title: Label("Ärenden", "Cases"), columns: columns, limits: limits,
      subsets: subsets)
  }

  /// Rows of `nr,inkom,besvarat,paus_fran,paus_till,avslutat,typ`.
  static func log(
    _ rows: String, limits: [CaseLimit] = [fiveDays], subsets: [CaseSubset] = []
  ) -> CaseLog {
    CaseLog(
      definition: definition(limits: limits, subsets: subsets),
      table: caseTable("nr,inkom,besvarat,paus_fran,paus_till,avslutat,typ\n" + rows))
  }

  static func elapsed(_ row: String, asOf: String, limit: CaseLimit = fiveDays) -> CaseOutcome? {
    log(row, limits: [limit]).outcomes(
      limit: limit, asOf: caseDay(asOf), calendar: .sverige
    ).first
  }
}
