internal import Labels
internal import Surveys
internal import Workspace

extension SurveySection {
  /// The newest waves that are shown beside each other.
  private static let mostWaves = 6

  /// The waves that have been sent out until this one, the oldest first.
  private var waves: [Wave] {
    Array(
      survey.definition.waves.filter {
        $0.date <= result.wave.date && survey.dispositions(wave: $0.id).invited > 0
      }.sorted { ($0.date, $0.id) < ($1.date, $1.id) }.suffix(Self.mostWaves))
  }

  /// Who answered in each wave, a row a group; nothing where there is one wave, or one group. What a wave
  /// withholds is a gap.
  var waveBlocks: [Block] {
    let waves = waves
    guard waves.count > 1, survey.definition.groups.count > 1 else { return [] }
    let table = waveTable(waves)
    let isExample =
      waves.contains(where: \.isInvented) || survey.definition.groups.contains(where: \.isInvented)
    var chart = ReportChart(
      id: table.id, title: table.title, kind: .dots, table: table.id,
      labels: Dimension.group.id, figures: waves.map(Self.column),
      rows: table.rows.indices.map { table.key(of: $0) })
    chart.rowTargets = Dictionary(
      goals.filter { $0.figure == .returned }.map {
        ($0.group ?? Member.totalID, Fact(.share($0.target)))
      }, uniquingKeysWith: { first, _ in first })
    return [.table(table), .chart(chart)].marked(asExample: isExample)
  }

  /// The name of the column of a wave: letters and digits, other signs by their number, so that `1.2` and
  /// `1-2` have two names.
  private static func column(_ wave: Wave) -> String {
    let id = wave.id.lowercased().unicodeScalars.map { sign in
      switch sign {
      case "a"..."z", "0"..."9": String(sign)
      case "-": "_"
      default: "x" + String(sign.value, radix: 16)
      }
    }
    return "rr2_\(id.joined())_percent"
  }

  private func waveTable(_ waves: [Wave]) -> ReportTable {
    let groups = survey.definition.groups
    let rows =
      groups.map { (Member($0.id, $0.label), String?.some($0.id)) } + [(Member.total(), nil)]
    let table = ReportTable(
      id: "\(prefix)-response-by-wave",
      title: Label("Svarsfrekvens per omgång", "Response rate by wave"),
      columns: [.dimension(.group, Label("Mottagare", "Recipients"))]
        + waves.map { wave in
          ReportColumn(Self.column(wave), wave.label.capitalised)
            .of(.wave, Member(wave.id, wave.label))
        },
      rows: rows.map { member, group in
        ReportRow(
          [.member([member])] + waves.map { .fact(rate($0, group)) },
          locations: [survey.definition.location], totalOf: group == nil ? .group : nil)
      },
      notes: [
        Footnote(
          "Svarade av tillfrågade (AAPOR RR2), med ersättare.",
          "Answered out of asked (AAPOR RR2), with substitutes.")
      ])
    return explained(table)
  }

  private func rate(_ wave: Wave, _ group: String?) -> Fact? {
    let counts =
      group.map { survey.dispositions(wave: wave.id, group: $0) }
      ?? survey.dispositions(wave: wave.id)
    guard counts.invited > 0 else { return nil }
    let base = Base.part(Double(counts.returned), of: Double(counts.invited))
    return Fact(.share(Double(counts.returned) / Double(counts.invited)), base: base)
      .unless(withheldResponses(group, wave: wave))
  }
}
