internal import Labels
internal import Surveys
internal import Tables

/// When those answered who did, where the responses say so.
extension SurveySection {
  /// How many answered on each day, and the response rate at its end; `nil` where no day is known, or where
  /// it is not shown how many answered.
  var dayTable: ReportTable? {
    let days = survey.returnsByDay(wave: result.wave.id).sorted { $0.key < $1.key }
    guard !days.isEmpty, withheldResponses(nil) == nil else { return nil }
    let invited = result.counts.invited
    let undated = result.counts.returned - days.reduce(0) { $0 + $1.value }
    var sum = 0
    let rows = days.map { day, count in
      sum += count
      let rate = Fact(
        .share(Double(sum) / Double(invited)), base: .part(Double(sum), of: Double(invited)))
      return ReportRow(
        [
          .member(day.description, Label(same: day.description)), .count(count), .count(sum),
          .fact(rate),
        ], locations: [survey.definition.location])
    }
    let missing = Fact(.count(undated))
    return ReportTable(
      id: "\(prefix)-response-days",
      title: Label("Svarsfrekvens dag för dag", "Response rate day by day"),
      columns: [
        .dimension("day", Label("Dag", "Day")),
        ReportColumn("returned", Label("Svarade", "Answered")),
        ReportColumn("returned_so_far", Label("Hittills", "So far")),
        ReportColumn("rr2_percent", Label("RR2", "RR2")),
      ], rows: rows,
      notes: undated > 0
        ? [
          Footnote(
            "Utan dag: \(missing) svar, som inte är med här.",
            "Without a day: \(missing) \(undated == 1 ? "answer, which is" : "answers, which are") "
              + "left out here.")
        ] : [], context: context)
  }
}
