package import Query
internal import Workspace

/// Statements about persons whose results are published together, such as the cells of a notebook.
///
/// Each is decided about beside what is on record and the statements before it, so that a statement gives
/// the same whenever the same ones stand before it; once on record it gives that for ever.
package struct PublishedStatements: Sendable {
  private let catalogue: WorkspaceCatalogue
  private let options: QueryOptions
  private let publications: [String: Result<Publication, any Error>]

  /// Decides about statements, in their order.
  ///
  /// - Parameters:
  ///   - statements: The statements. What is wrong with one is said when its result is asked for.
  ///   - catalogue: The tables.
  ///   - options: How the statements run.
  ///   - isRecorded: Whether what is published is put on the workspace's record.
  package init(
    _ statements: [String], in catalogue: WorkspaceCatalogue, options: QueryOptions,
    isRecorded: Bool
  ) {
    self.catalogue = catalogue
    self.options = options
    var tables: [PublishedTable] = []
    var publications: [String: Result<Publication, any Error>] = [:]
    for sql in statements where publications[sql] == nil {
      let result = Result {
        let run = PublishedRun(sql, in: catalogue, options: options)
        return try isRecorded ? run.recorded() : run.planned(beside: tables)
      }
      if case .success(let publication) = result { tables += publication.tables }
      publications[sql] = result
    }
    self.publications = publications
  }

  /// What is published of a statement's result.
  ///
  /// - Throws: Why it is refused, and what goes wrong in its run.
  package func result(of sql: String) throws -> QueryResult {
    guard let publication = try publications[sql]?.get() else {
      throw QueryError("the statement is not among those that are published")
    }
    return try Database(catalogue: catalogue).query(sql, options, revision: publication.revision)
  }
}
