package import Tables

extension SurveyData {
  /// How many were invited, as a table: `wave`, `group`, `invited`; a row for each group of which
  /// somebody was. Those who are not eligible are none of them.
  package var populationTable: Table {
    let names = counted.names
    var counts = names.waveNames.map { _ in names.groupNames.map { _ in 0 } }
    for person in counted.roster.people where person.disposition.isInvited {
      counts[person.wave][person.group] += 1
    }
    let parts = counts.indices.flatMap { wave in
      counts[wave].indices.filter { counts[wave][$0] > 0 }.map { (wave, $0) }
    }
    return Table(
      name: "population",
      columns: [
        (PopulationColumn.wave, Vector(parts.map { Optional(names.waveNames[$0.0]) })),
        (PopulationColumn.group, Vector(parts.map { Optional(names.groupNames[$0.1]) })),
        (PopulationColumn.invited, Vector(parts.map { Optional(counts[$0.0][$0.1]) })),
      ])
  }
}
