internal import Diagnostics
internal import Tables

extension Table {
  /// A problem for each column that must be there and is not.
  func problems(needing columns: [String], for purpose: String) -> [Diagnostic] {
    columns.filter { schema.position(of: $0) == nil }.map { column in
      Diagnostic(
        .error, "survey-column", at: wholeLocation,
        "table '\(name)' has no column '\(column)'",
        because: "\(purpose) need \(columns.joined(separator: ", "))",
        fixes: [
          closestName(to: column, in: schema.names).map { "rename column '\($0)' to '\(column)'" }
            ?? "add the column"
        ], found: schema.names)
    }
  }
}
