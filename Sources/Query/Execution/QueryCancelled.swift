/// Thrown by a run that ``Execution/cancel()`` ended.
package struct QueryCancelled: Error, Hashable, Sendable, CustomStringConvertible {
  package init() {}
  package var description: String { "the query was cancelled" }
}
