internal import Query

/// Says that a query of persons' rows is not published, and what one looks like that is.
struct PublicationRefusal {
  /// The table that is asked for.
  let source: PublishableQuery.Source

  /// A refusal; with the shape of a query that passes unless there is a better hint.
  func callAsFunction(_ message: String, hint: String? = nil) -> QueryError {
    let columns = (source.fixed + ["…"]).joined(separator: ", ")
    return QueryError(
      message,
      hint: hint ?? "SELECT \(columns), count(*) FROM \(source.name) GROUP BY \(columns)")
  }
}
