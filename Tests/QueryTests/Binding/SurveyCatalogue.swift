import Query
import Tables

/// A few tables without rows.
struct SurveyCatalogue: Catalogue {
  let tables: [String: Table]

  init() {
    func table(_ name: String, _ fields: [Field]) -> (String, Table) {
      (name, Table(name: name, schema: Schema(fields), chunks: []))
    }
    tables = Dictionary(
      uniqueKeysWithValues: [
        table(
          "t",
          [
            Field("a", .integer), Field("b", .integer), Field("x", .real), Field("s", .text),
            Field("d", .date), Field("ok", .boolean), Field("m", .timestamp),
          ]),
        table("u", [Field("a", .integer), Field("c", .integer), Field("y", .real)]),
        table("v", [Field("c", .integer), Field("e", .text)]),
        table(
          "Svar", [Field("Person", .integer), Field("Ålder", .integer), Field("Kön", .text)]),
        table("data/svar 2024.csv", [Field("fråga", .text), Field("Betyg", .integer)]),
        table("long", [Field(SurveyCatalogue.question, .integer), Field("k", .integer)]),
      ])
  }

  static let question = "Hur nöjd är du med vården som du fick vid ditt senaste besök hos oss?"

  func source(named name: String) -> (any ChunkSource)? { tables[name].map { TableSource($0) } }
  var tableNames: [String] { tables.keys.sorted() }
}

/// The plan and the names of a query.
func bound(_ sql: String) throws -> BoundQuery {
  switch try Binder.statement(sql, in: SurveyCatalogue()) {
  case .query(let query), .explain(let query, _), .describe(let query), .summarize(let query):
    return query
  case .showTables: throw QueryError("SHOW TABLES has no plan")
  }
}
