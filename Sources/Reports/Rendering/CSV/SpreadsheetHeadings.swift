internal import Labels

/// What a person reads above the columns of a data file, where programs read ids.
///
/// A heading stands by itself: no column of readers beside it explains it, and no two are the same.
struct SpreadsheetHeadings {
  let language: Language

  /// The headings of the columns of a table's data file.
  func headings(_ ids: [String], in table: ReportTable) -> [String] {
    let all = table.columns.flatMap(HeadedColumn.of)
    let exported = all.filter(\.isExported)
    var taken: Set<String> = []
    return ids.enumerated().map { place, id in
      let column = place < exported.count ? exported[place] : HeadedColumn(id: id)
      let heading = heading(column, all)[language]
      // Two columns of a workspace's own table may bear one label; their ids tell them apart.
      guard !taken.insert(heading).inserted else { return heading }
      let longer = "\(heading) (\(column.id))"
      taken.insert(longer)
      return longer
    }
  }

  private func heading(_ column: HeadedColumn, _ all: [HeadedColumn]) -> Label {
    if let header = column.header, !Self.leanOnReaders.contains(column.id) {
      return header.isEmpty ? Label("Rad", "Row") : withPercent(header, column.id)
    }
    // A column for everyone bears the label of the code; one for readers says the same in words.
    let twin = all.first { $0.id == "\(column.id)_label" }
    if let twin, twin.isExported, twin.isShown { return code(heading(twin, all)) }
    if column.id.hasSuffix("_count"),
      let header = all.first(where: { $0.id == column.id.dropLast(6) + "_percent" })?.header
    {
      return Label("\(header.swedish), antal", "\(header.english), count")
    }
    if let words = Self.words[column.id] { return words }
    let readers = twin ?? all.first { $0.id == column.id && $0.isShown && !$0.isExported }
    return readers?.header.map { withPercent($0, column.id) } ?? Label(same: column.id)
  }

  private func code(_ label: Label) -> Label {
    Label("\(label.swedish), kod", "\(label.english), code")
  }

  /// Data files hold shares in per cent, without the sign.
  private func withPercent(_ header: Label, _ id: String) -> Label {
    guard id.hasSuffix("_percent"), !header.swedish.contains("%") else { return header }
    return Label("\(header.swedish), %", "\(header.english), %")
  }

  /// Columns whose heading for readers is cut short, or says only "now" and leans on its neighbour.
  private static let leanOnReaders: Set = [
    "response_rate_percent", "response_rate_change_points", "previous_positive_percent",
    "positive_percent", "positive_change_points", "fulfilment_percent",
  ]
}

/// A column that a heading can be taken from: of a data file, or of readers only.
private struct HeadedColumn {
  var id: String
  /// What readers see above it; `nil` where they do not see it.
  var header: Label?
  var isShown = false
  var isExported = true

  init(id: String) { self.id = id }

  /// What readers see of a column heads the export of the same.
  static func of(_ column: ReportColumn) -> [HeadedColumn] {
    let isNamed = column.header != Label(same: column.id)
    var columns = column.exports.map { export in
      var headed = HeadedColumn(id: export.id)
      let isSeen = export.aspect == column.shows
      if isSeen || (isNamed && column.shows == nil && export.aspect == .value) {
        headed.header = column.header
      }
      headed.isShown = isSeen
      return headed
    }
    if column.shows != nil, !columns.contains(where: \.isShown) {
      var readers = HeadedColumn(id: column.id)
      (readers.header, readers.isShown, readers.isExported) = (column.header, true, false)
      columns.insert(readers, at: 0)
    }
    return columns
  }
}

extension SpreadsheetHeadings {
  /// The headings of columns by id.
  static let words: [String: Label] = [
    "goal_id": Label("Målets id", "Goal id"),
    "goal_label": Label("Mål", "Goal"),
    "kind": Label("Slag, kod", "Kind, code"),
    "part_of": Label("Del av", "Part of"),
    "measure": Label("Mått, kod", "Measure, code"),
    "direction": Label("Riktning, kod", "Direction, code"),
    "qualifiers": Label("Bestämningar, kod", "Qualifiers, code"),
    "target_value": Label("Målvärde", "Target"),
    "target_upper": Label("Målvärde, övre", "Target, upper"),
    "target_unit": Label("Målvärdets enhet", "Unit of the target"),
    "outcome_id": Label("Utfallets id", "Outcome id"),
    "outcome_value": Label("Utfall", "Outcome"),
    "outcome_total": Label("Utfall, av", "Outcome, of"),
    "outcome_unit": Label("Utfallets enhet", "Unit of the outcome"),
    "stated_value": Label("Angivet värde", "Stated value"),
    "computed_value": Label("Uträknat värde", "Computed value"),
    "fulfilment_percent": Label("Uppfyllelse, %", "Fulfilment, %"),
    "verdict": Label("Bedömning, kod", "Verdict, code"),
    "reason": Label("Skäl", "Reason"),
    "stated_status": Label("Dokumentets ord, kod", "The document’s word, code"),
    "stated_verdict": Label("Dokumentets bedömning, kod", "The document’s verdict, code"),
    "verdict_differs": Label("Skiljer sig", "Differs"),
    "invited": Label("Tillfrågade", "Asked"),
    "answered": Label("Svarade", "Answered"),
    "positive": Label("Positiva", "Positive"),
    "goal_probability": Label("Sannolikhet att målet är nått", "Probability that the goal holds"),
    "interval_low_percent": Label("Intervall från, %", "Interval from, %"),
    "interval_high_percent": Label("Intervall till, %", "Interval to, %"),
    "bound_low_percent": Label("Minst möjligt, %", "Least possible, %"),
    "bound_high_percent": Label("Mest möjligt, %", "Most possible, %"),
    "trend_from_year": Label("Förändring från år", "Change from year"),
    "trend_change": Label("Förändring", "Change"),
    "trend_change_percent": Label("Förändring, %", "Change, %"),
    "unit": Label("Enhet, kod", "Unit, code"),
    "unit_of_measure": Label("Måttenhet", "Unit of measure"),
    "period": Label("Period", "Period"),
    "value": Label("Värde", "Value"),
    "total": Label("Av", "Of"),
    "indicator": Label("Mått, kod", "Indicator, code"),
    "year": Label("År", "Year"),
    "change": Label("Förändring", "Change"),
    "change_percent": Label("Förändring, %", "Change, %"),
    "question": Label("Fråga, kod", "Question, code"),
    "not_applicable": Label("Ej aktuellt", "Not applicable"),
    "item_missing": Label("Svar saknas på frågan", "Question left out"),
    "not_returned": Label("Ej inlämnat", "Not returned"),
    "item_nonresponse_percent": Label("Bortfall på frågan, %", "Item non-response, %"),
    "response_rate_percent": Label("Svarsfrekvens, %", "Response rate, %"),
    "response_rate_change_points": Label(
      "Ändring av svarsfrekvens, procentenheter", "Change of response rate, percentage points"),
    "response_rate_direction": Label(
      "Svarsfrekvensens riktning, kod", "Direction of the response rate, code"),
    "previous_positive_percent": Label("Andel positiva tidigare, %", "Positive share before, %"),
    "positive_percent": Label("Andel positiva, %", "Positive share, %"),
    "positive_change_points": Label(
      "Ändring av andel positiva, procentenheter", "Change of positive share, percentage points"),
    "positive_change_low_points": Label(
      "Ändringens intervall från, procentenheter", "Interval of the change from, percentage points"),
    "positive_change_high_points": Label(
      "Ändringens intervall till, procentenheter", "Interval of the change to, percentage points"),
    "evidence": Label("Slutsats, kod", "Finding, code"),
    "group": Label("Grupp, kod", "Group, code"),
    "non_contact": Label("Ej nådda", "Not reached"),
    "other": Label("Övriga skäl", "Other reasons"),
    "unknown": Label("Okänt skäl", "Unknown reasons"),
    "rr5_percent": Label("RR5, %", "RR5, %"),
    "rr6_percent": Label("RR6, %", "RR6, %"),
    "coop2_percent": Label("COOP2, %", "COOP2, %"),
    "con1_percent": Label("CON1, %", "CON1, %"),
    "ref1_percent": Label("REF1, %", "REF1, %"),
    "late": Label("Försenade", "Late"),
    "area": Label("Område, kod", "Area, code"),
    "activity": Label("Aktivitet, kod", "Activity, code"),
    "period_start": Label("Periodens början", "Start of the period"),
    "period_end": Label("Periodens slut", "End of the period"),
    "per_year": Label("Gånger per år", "Times a year"),
    "continuous": Label("Löpande", "Continuous"),
    "check": Label("Avstämning, kod", "Reconciliation, code"),
    "section": Label("Avsnitt, kod", "Section, code"),
    "status_slug": Label("Status, kod", "Status, code"),
    "status_basis": Label("Statusens grund, kod", "Basis of the status, code"),
    "number": Label("Tal", "Number"),
    "code": Label("Kod", "Code"),
    "finding": Label("Fyndets namn", "Name of the finding"),
    "above": Label("Längre än", "Longer than"),
    "at_most": Label("Högst", "At most"),
    "severity": Label("Allvar, kod", "Severity, code"),
    "message": Label("Vad", "What"),
    "values": Label("Värden", "Values"),
    "known": Label("Känd som", "Known as"),
    "low": Label("Intervall från", "Interval from"),
    "high": Label("Intervall till", "Interval to"),
    "mean_low": Label("Medlets intervall från", "Interval of the mean from"),
    "mean_high": Label("Medlets intervall till", "Interval of the mean to"),
    "slope_low": Label("Lutningens intervall från", "Interval of the slope from"),
    "slope_high": Label("Lutningens intervall till", "Interval of the slope to"),
    "confidence": Label("Konfidensgrad", "Confidence level"),
    "method": Label("Metod", "Method"),
    "method_id": Label("Metod, kod", "Method, code"),
    "statistic": Label("Testvärde", "Statistic"),
    "refusal": Label("Avslag", "Refusal"),
    "change_p": Label("p för brottet", "p of the change"),
    "degrees_of_freedom": Label("Frihetsgrader", "Degrees of freedom"),
    "degrees_of_freedom_below": Label("Frihetsgrader, nämnare", "Degrees of freedom, denominator"),
    "forecast_low": Label("Prognosens intervall från", "Interval of the forecast from"),
    "forecast_high": Label("Prognosens intervall till", "Interval of the forecast to"),
    "tested_on": Label("Prövad på", "Tested on"),
    "signals": Label("Signaler, kod", "Signals, code"),
    "standard_error": Label("Medelfel", "Standard error"),
    "series": Label("Serie", "Series"),
    "example": Label("Exempel", "Example"),
    "ends": Label("Slutdatum", "End date"),
    "doubted_by": Label("Ifrågasatt av", "Doubted by"),
    "reason_id": Label("Skäl, kod", "Reason, code"),
    "baseline_year": Label("Utgångsår", "Baseline year"),
    "baseline_value": Label("Utgångsvärde", "Baseline"),
    "gap": Label("Kvar till målet", "Left to the target"),
    "conditions": Label("Villkor", "Conditions"),
    "routines": Label("Rutiner", "Routines"),
    "as_of": Label("Per", "As of"),
    "role": Label("Roll, kod", "Role, code"),
    "withheld": Label("Visas inte därför att, kod", "Not shown because, code"),
    "overall": Label("Dokumentets samlade omdöme, kod", "The document’s overall verdict, code"),
    "from_year": Label("Jämfört med år", "Compared with year"),
    "returned": Label("Svarade", "Answered"),
    "within_limit": Label("Inom gränsen, antal", "Within the limit, number"),
    "judged": Label("Bedömda ärenden", "Cases judged"),
    "done_percent": Label("Plan, gjort, %", "Plan, done, %"),
    "planned": Label("Planerade", "Planned"),
    "documents": Label("Dokument", "Documents"),
    "file": Label("Fil", "File"),
    "line": Label("Rad i filen", "Line of the file"),
  ]
}
