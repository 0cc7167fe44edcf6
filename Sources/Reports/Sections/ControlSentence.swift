internal import Labels
internal import Plans

/// What is said above the tables of internal control: what was planned, and what came out.
struct ControlSentence {
  let areas: Int
  var controlPoints = 0
  var plannedControls = 0.0
  var done = 0
  var open = 0
  var withoutResult = 0

  var label: Label { .sentences([planned, results]) }

  private var planned: Label {
    let areas = Noun(
      Label("kontrollområde", "control area"), Label("kontrollområden", "control areas")
    ).counted(areas)
    let points = Noun(
      Label("kontrollpunkt", "control point"), Label("kontrollpunkter", "control points"))
    var parts = [points.some(controlPoints)].compactMap(\.self)
    if plannedControls > 0 {
      let one = plannedControls == 1
      parts.append(
        Label(
          "\(NumberStyle(.swedish).text(plannedControls, upTo: 1)) planerad\(one ? "" : "e") "
            + "kontroll\(one ? "" : "er") under året",
          "\(NumberStyle(.english).text(plannedControls, upTo: 1)) planned control\(one ? "" : "s") in "
            + "the year"))
    }
    guard !parts.isEmpty else { return Label("\(areas.swedish).", "\(areas.english).") }
    let words = Label.list(parts)
    return Label(
      "\(areas.swedish) med \(words.swedish).", "\(areas.english) with \(words.english).")
  }

  private var results: Label? {
    func said(_ count: Int, _ swedish: (String, String), _ english: (String, String)) -> Label? {
      guard count > 0 else { return nil }
      let who =
        count < areas
        ? Label("\(count)", "\(count)") : areas == 1 ? Label("Det", "It") : Label("Alla", "All")
      return count == 1
        ? Label("\(who.swedish) \(swedish.0)", "\(who.english) \(english.0)")
        : Label("\(who.swedish) \(swedish.1)", "\(who.english) \(english.1)")
    }
    let parts = [
      said(
        done, ("är utan anmärkning", "är utan anmärkning"),
        ("is without remark", "are without remark")),
      open == areas && areas > 1
        ? Label("Inget är avslutat", "None is concluded")
        : said(
          open, ("är inte avslutat", "är inte avslutade"), ("is not concluded", "are not concluded")
        ),
      said(
        withoutResult, ("saknar angivet resultat", "saknar angivet resultat"),
        ("has no stated result", "have no stated result")),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    let words = Label.list(parts)
    return Label("\(words.swedish).", "\(words.english).")
  }
}

extension ControlSentence {
  init(_ count: ControlCount) {
    self.init(
      areas: count.areas, controlPoints: count.controlPoints,
      plannedControls: count.plannedControls, done: count.done, open: count.open,
      withoutResult: count.withoutResult)
  }
}
