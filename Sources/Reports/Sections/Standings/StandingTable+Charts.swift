internal import Labels
internal import Surveys

extension StandingTable {
  /// So many questions are drawn; the table has all.
  private static let mostDrawn = 6

  /// A funnel and the possible ranks of each question on which three or more are compared: of two the table
  /// says all. Of groups only questions where one stands out, which are what a reader looks for.
  var charts: [Block] {
    let drawn = questions.filter { _, groups in
      groups.standings.count > 2
        && (compared == .units || groups.standings.contains(where: \.isOutside))
    }
    return drawn.prefix(Self.mostDrawn).flatMap { question, groups -> [Block] in
      let rows = groups.standings.map { "\(question.id)/\($0.key)" }
      let name = question.label
      var funnel = ReportChart(
        id: "\(id)-\(question.id)-funnel",
        title: Label(
          "Tratt för ”\(name.swedish)”: andel positiva och antal svar",
          "Funnel of “\(name.english)”: positive share and number of answers"),
        kind: .funnel, table: id, labels: dimension.id,
        figures: ["positive_percent", "funnel_95", "funnel_998"], rows: rows)
      funnel.positions = "answered"
      funnel.target = Fact(.share(groups.mean))
      guard groups.standings.allSatisfy({ $0.ranks != nil }) else { return [.chart(funnel)] }
      let ranks = ReportChart(
        id: "\(id)-\(question.id)-ranks",
        title: Label(
          "Möjliga platser för ”\(name.swedish)”, 1 är högst andel",
          "Possible ranks of “\(name.english)”, 1 is the highest share"),
        kind: .ranks, table: id, labels: dimension.id, figures: ["ranks"], rows: rows)
      return [.chart(funnel), .chart(ranks)]
    }
  }
}

extension GroupStandings.Standing {
  /// Whether it lies outside of where 95 % of alike groups lie.
  var isOutside: Bool { !warning.contains(count.share) }
}
