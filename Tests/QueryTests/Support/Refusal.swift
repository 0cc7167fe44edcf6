@testable import Query

/// The whole text of an error, or what came instead of one.
func refusal<Result>(_ body: () throws(QueryError) -> Result) -> String {
  do {
    return "no error but \(try body())"
  } catch {
    return error.description
  }
}
