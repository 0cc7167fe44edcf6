package import Query
package import Tables

/// The results of a script in one format, one below the other.
package final class ResultDocument: ResultHandler {
  private let format: ResultFormat
  private let sink: any ByteSink
  private let style: ResultStyle
  private let isWhole: Bool
  /// Whether the results are the elements of one array.
  private var isArray = false
  /// Writes the result of the statement that runs.
  private var writer: (any ResultWriter)?
  /// Writes all results, where they are sheets of one workbook.
  private var workbook: XLSXResultWriter?

  /// A document.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - sink: Gets the bytes.
  ///   - style: What the format leaves open.
  ///   - isWhole: Whether the script is all that the sink gets. One document of JSON holds one value:
  ///     of several statements, an array of their results.
  package init(
    _ format: ResultFormat, to sink: any ByteSink, style: ResultStyle = ResultStyle(),
    isWhole: Bool = true
  ) {
    self.format = format
    self.sink = sink
    self.style = style
    self.isWhole = isWhole
  }

  package func open(statements count: Int) throws {
    if format == .xlsx { workbook = try XLSXResultWriter(sink, isOnly: count == 1) }
    isArray = format == .json && count > 1 && isWhole
    if isArray { try sink.append("[") }
  }

  package func begin(_ statement: ScriptStatement) throws {
    if let workbook {
      writer = workbook
      return
    }
    // The results of several statements are told apart by an empty line.
    if statement.index > 0, format != .ndjson { try sink.append(isArray ? "," : "\n") }
    writer = format.writer(to: sink, style)
  }

  package func columns(_ columns: [QueryColumn]) throws { try writer?.begin(columns) }

  package func rows(_ chunk: Chunk) throws { try writer?.write(chunk) }

  package func end(_ summary: StatementSummary) throws {
    // Where people look on; a file is the same whatever the time it took.
    try writer?.finish(duration: style.terminalWidth == nil ? nil : summary.duration)
  }

  package func close() throws {
    if isArray { try sink.append("]\n") }
    try workbook?.close()
  }
}
