internal import Indicators
internal import Labels
internal import Workspace

/// How long answers took, held against a limit.
struct AnswerTimeSection {
  private let section: CaseLogSection
  private let limit: CaseLimit
  private let classes: [AnswerTimeClass]

  /// The times of a limit; nothing where they may not be shown, or none is known.
  init(_ section: CaseLogSection, _ limit: CaseLimit, _ classes: [AnswerTimeClass]?) {
    self.section = section
    self.limit = limit
    self.classes = classes ?? []
  }

  /// The classes and their picture; one class on each side of the limit says no more than the counts.
  var blocks: [Block] {
    guard classes.count(where: \.isWithin) > 1 || classes.count(where: { !$0.isWithin }) > 1 else {
      return []
    }
    let table = table
    return [
      .table(table),
      .chart(
        ReportChart(
          id: table.id, title: table.title, kind: .histogram, table: table.id,
          labels: Dimension.answerTime.id, figures: ["answered"], positions: "at_most",
          target: Fact(.number(length), unit: limitUnit, precision: .upTo(1)))),
    ]
  }

  private var length: Double {
    switch limit.duration {
    case .workingDays(let days): Double(days)
    case .hours(let hours): hours
    }
  }

  private var limitUnit: FactUnit {
    switch limit.duration {
    case .workingDays:
      FactUnit(
        id: "working_days", one: Label("arbetsdag", "working day"), several: section.unit(limit))
    case .hours:
      FactUnit(id: "hours", one: Label("timme", "hour"), several: section.unit(limit))
    }
  }

  private var table: ReportTable {
    let unit = section.unit(limit)
    let title = Label(
      "\(limit.label.swedish.capitalisedFirst), svarstid i \(unit.swedish)",
      "\(limit.label.english.capitalisedFirst), time in \(unit.english)")
    let least = Fact(.count(section.disclosure.minimum))
    let isMerged = section.log.definition.isAboutPersons
    let ends = includedEnds
    let note = Sentence(
      "Besvarade ärenden efter svarstid i \(unit.swedish), \(ends.swedish)."
        + (isMerged
          ? " Tider med färre än \(least) ärenden är sammanslagna med sina grannar." : "")
        + (hasWidths ? " Klasserna är olika breda: en hög stapel kan vara en bred klass." : ""),
      "Answered cases by time in \(unit.english), \(ends.english)."
        + (isMerged
          ? " Times with fewer than \(least) cases are put together with their neighbours." : "")
        + (hasWidths ? " The classes are not equally wide: a high bar may be a wide class." : ""))
    return ReportTable(
      id: "\(section.stem)-\(limit.id)-times", title: title,
      columns: [
        .data("as_of"), .dimension(.answerTime, unit.capitalised), .data("above"), .data("at_most"),
        ReportColumn("answered", Label("Besvarade", "Answered")),
        ReportColumn("within_limit", Label("Inom gränsen", "Within limit")),
      ],
      rows: classes.map { span in
        ReportRow(
          [
            .day(section.log.asOf), .member(id(span), label(span)), .fact(time(span.above)),
            .fact(span.atMost.map(time)), .count(span.count), .flag(span.isWithin),
          ], locations: section.locations)
      }, notes: [Footnote(note)], context: section.context)
  }

  /// Whether classes are of several widths, that without an end left aside.
  private var hasWidths: Bool {
    let widths = classes.compactMap { span in span.atMost.map { $0 - span.above } }
    return (widths.max() ?? 0) > 1.5 * (widths.min() ?? 0)
  }

  /// Days are whole, so that classes share no end; of hours one class ends where the next begins.
  private var includedEnds: Label {
    switch limit.duration {
    case .workingDays: Label("båda ändarna medräknade", "both ends included")
    case .hours: Label("den övre änden medräknad", "the upper end included")
    }
  }

  private func time(_ value: Double) -> Fact { Fact(.number(value), precision: .upTo(1)) }

  private func id(_ span: AnswerTimeClass) -> String {
    "\(plain(span.above))-\(span.atMost.map(plain) ?? "")"
  }

  private func plain(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }

  /// `3`, `4–6`, `over 10`: working days are whole, and begin with the one after the class before. So
  /// does the first class beyond a limit of no days, which is above 0 like the one within it.
  private func label(_ span: AnswerTimeClass) -> Label {
    guard let atMost = span.atMost else {
      return words(span.above) { Label("över \($0.swedish)", "over \($0.english)") }
    }
    var first = span.above
    if case .workingDays = limit.duration, span.above > 0 || !span.isWithin { first += 1 }
    if first == atMost { return words(atMost) { $0 } }
    return words(first) { low in
      words(atMost) { Label("\(low.swedish)–\($0.swedish)", "\(low.english)–\($0.english)") }
    }
  }

  private func words(_ value: Double, _ text: (Label) -> Label) -> Label {
    let figures = [Language.swedish, .english].map { NumberStyle($0).text(value, upTo: 1) }
    return text(Label(figures[0], figures[1]))
  }
}
