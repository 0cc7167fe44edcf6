package import Query
internal import Tables
internal import Workspace

/// What of a query's result is published.
package struct Publication: Sendable {
  /// How much of the result is withheld.
  package let withheld: WithheldFigures
  /// The tables of counts that it is made of, as they are published.
  let tables: [PublishedTable]
  private let keyCount: Int
  /// The groups that are shown; `nil` for all.
  private let groups: Set<[String?]>?
  /// The groups in which each aggregate is shown; `nil` for all.
  private let figures: [Set<[String?]>?]

  init(_ query: PublishableQuery, tables: [PublishedTable], _ control: QueryDisclosure) {
    self.tables = tables
    let count = query.groups.keys.count
    keyCount = count
    let shown = tables.map { control.shown(of: $0, groupedBy: count) }
    let all = control.groups(of: query.groups)
    groups = tables[0].withheld.isEmpty ? nil : all.subtracting(tables[0].withheld)
    figures = query.figures.map { figure in
      zip(query.tables, shown).first { $0.0 == figure && figure != query.groups }?.1
    }
    let rows = groups ?? all
    withheld = WithheldFigures(
      rowCount: all.subtracting(rows).count,
      figureCount: figures.reduce(0) { $0 + ($1.map { rows.subtracting($0).count } ?? 0) })
  }

  /// Puts the groups as they are published in the place of the groups.
  package var revision: StatementRun.Revision {
    { query, rows in
      guard let groups = PublishableQuery.groups(in: query.plan) else {
        throw QueryError("this statement is not published: its groups are not found")
      }
      let types = groups.types
      let names = types.indices.map { "column\($0)" }
      let chunks = try rows(BoundQuery(plan: groups, names: names)).map(shown)
      let table = Table(
        name: "published", schema: Schema(zip(names, types).map { Field($0, $1) }), chunks: chunks)
      let scan = Scan(
        name: table.name, source: TableSource(table), columns: Array(types.indices))
      return BoundQuery(
        plan: try PublishableQuery.replacingGroups(in: query.plan, with: .scan(scan)),
        names: query.names)
    }
  }

  /// The groups that are shown, those of their figures empty that are not.
  private func shown(_ chunk: Chunk) -> Chunk {
    let keys = (0..<chunk.rowCount).map { row in
      (0..<keyCount).map { chunk.columns[$0][row].written }
    }
    let rows = keys.indices.filter { groups?.contains(keys[$0]) ?? true }
    let columns = chunk.columns.enumerated().map { place, column in
      let shown = place < keyCount ? nil : figures[place - keyCount]
      return Vector(
        rows.map { row in shown?.contains(keys[row]) ?? true ? column[row] : .null },
        type: column.type)
    }
    return Chunk(columns: columns, rowCount: rows.count)
  }
}

/// How much of a result is withheld: of few persons, or so that nothing about such a group follows.
package struct WithheldFigures: Hashable, Sendable {
  /// Rows that are left out.
  package var rowCount = 0
  /// Figures in other rows that are left empty.
  package var figureCount = 0

  /// Whether everything is shown.
  package var isEmpty: Bool { rowCount == 0 && figureCount == 0 }

  /// How much, in words.
  package var text: String {
    [(rowCount, "row", "rows"), (figureCount, "figure", "figures")].filter { $0.0 > 0 }
      .map { "\($0) \($0 == 1 ? $1 : $2)" }.joined(separator: " and ")
      + ", of few persons or so that no such figure follows"
  }
}
