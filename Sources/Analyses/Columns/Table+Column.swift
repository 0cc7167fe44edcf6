internal import Diagnostics
internal import Tables

extension Table {
  /// The position of a column that a person named.
  ///
  /// - Throws: A diagnostic `column` with the closest name.
  func position(ofNamed name: String) throws(Diagnostic) -> Int {
    if let position = schema.position(of: name) { return position }
    throw Diagnostic(
      .error, "column", at: wholeLocation, "there is no column '\(name)'",
      fixes: [closestName(to: name, in: schema.names).map { "write '\($0)'" }].compactMap(\.self),
      found: schema.names)
  }
}
