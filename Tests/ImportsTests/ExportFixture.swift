internal import Testing

@testable import Imports

/// A file of a tool as a test has it: written by this project, in the layout that the tool's profile names.
struct ExportFixture: CustomTestStringConvertible, Sendable {
  let tool: String
  let names: [String]
  let rows: [[String]]

  var raw: RawExport {
    RawExport(
      file: "\(tool).csv", names: names,
      columns: names.indices.map { column in rows.map { $0[column] } })
  }

  var testDescription: String { tool }
}
