internal import Diagnostics
internal import Tables

/// A file that a ``TableReader`` has read as a whole, as the source of a query.
struct ReadSource: ChunkSource {
  private let table: TableSource
  /// What is wrong in the file and was not an error.
  let problems: [Diagnostic]
  let emptyColumns: Set<Int>

  /// Reads a file.
  ///
  /// - Throws: Its first error.
  init(_ path: String, written text: TextOptions = TextOptions()) throws {
    var options = TableOptions()
    options.text = text
    let reading = try TableFile.read(path, named: path, options: options)
    if let error = reading.diagnostics.first(where: { $0.severity == .error }) { throw error }
    table = TableSource(reading.table)
    problems = reading.diagnostics
    let fields = reading.table.schema.fields
    emptyColumns = Set(
      fields.indices.filter { column in
        fields[column].type == .text && reading.columns[column].declaredType == nil
          && reading.table.chunks.allSatisfy { chunk in
            (0..<chunk.rowCount).allSatisfy { chunk.columns[column].isNull($0) }
          }
      })
  }

  var schema: Schema { table.schema }
  var rowCount: Int? { table.rowCount }
  var byteCount: Int? { nil }

  func open(columns: [Int]) -> any ChunkScan { table.open(columns: columns) }
}
