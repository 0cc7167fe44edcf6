internal import Labels

/// What is said above the tables of internal control: what was planned, and what came out.
struct ControlSentence {
  let areas: Fact
  var controlPoints: Fact = 0
  /// Controls in a year; less than one where they are planned for every other year.
  var plannedControls: Fact = 0
  var done: Fact = 0
  var open: Fact = 0
  var withoutResult: Fact = 0

  var sentence: Sentence { .sentences([planned, results]) }

  private var planned: Sentence {
    let areas = Noun(
      Label("kontrollområde", "control area"), Label("kontrollområden", "control areas")
    ).counted(areas)
    let points = Noun(
      Label("kontrollpunkt", "control point"), Label("kontrollpunkter", "control points"))
    let controls = Noun(
      Label("planerad kontroll under året", "planned control in the year"),
      Label("planerade kontroller under året", "planned controls in the year"))
    let parts = [points.some(controlPoints), controls.some(plannedControls)].compactMap(\.self)
    guard !parts.isEmpty else { return Sentence("\(areas.swedish).", "\(areas.english).") }
    let words = Sentence.list(parts)
    return Sentence(
      "\(areas.swedish) med \(words.swedish).", "\(areas.english) with \(words.english).")
  }

  private var results: Sentence? {
    let parts = [
      said(
        done, ("är utan anmärkning", "är utan anmärkning"),
        ("is without remark", "are without remark")),
      isAll(open) && !areas.isOne
        ? Sentence("Inget är avslutat", "None is concluded")
        : said(
          open, ("är inte avslutat", "är inte avslutade"), ("is not concluded", "are not concluded")
        ),
      said(
        withoutResult, ("saknar angivet resultat", "saknar angivet resultat"),
        ("has no stated result", "have no stated result")),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    let words = Sentence.list(parts)
    return Sentence("\(words.swedish).", "\(words.english).")
  }

  private func isAll(_ count: Fact) -> Bool { count.amount == areas.amount }

  /// What is said of some areas; nothing of none.
  private func said(
    _ count: Fact, _ swedish: (one: String, several: String),
    _ english: (one: String, several: String)
  ) -> Sentence? {
    guard !count.isZero else { return nil }
    let who: Sentence =
      !isAll(count)
      ? Sentence(count) : areas.isOne ? Sentence("Det", "It") : Sentence("Alla", "All")
    return count.isOne
      ? Sentence("\(who.swedish) \(swedish.one)", "\(who.english) \(english.one)")
      : Sentence("\(who.swedish) \(swedish.several)", "\(who.english) \(english.several)")
  }
}

extension ControlSentence {
  /// The sentence above the tables of a plan: counts by section with their total, and all areas.
  init(sections: ReportTable, areas: ReportTable) {
    func total(_ column: String) -> Fact {
      sections.fact(row: Member.totalID, column: column) ?? 0
    }
    var controls = total("planned_controls")
    controls.precision = .upTo(1)
    self.init(
      areas: total("areas"), controlPoints: total("control_points"), plannedControls: controls,
      done: total("done"), open: total("open"),
      withoutResult: areas.count(column: "result") { $0 == .none })
  }
}
