internal import Diagnostics
internal import Tables

/// Finds out how a text is written: encoding, delimiter, names and types.
struct CSVOpener {
  let raw: ByteStore
  let options: CSVOptions
  let partSize: Int
  let sampling: FileSourceOptions.Sample
  /// Whether to look at all of the text, because a sample was wrong or everything is to be told.
  var isThorough = false
  /// How values are read, and what becomes of faults.
  let context: ColumnContext

  var faults: FaultPolicy { context.faults }

  /// A text with the types of its columns.
  struct Opened {
    var text: CSVContent
    var columns: FoundColumns
    var dialect: CSVDialect
    var isComplete: Bool
    var assumed: Set<Int>
    /// Warnings and notes.
    var problems: ProblemList
  }

  /// - Throws: A ``Diagnostic`` for what ends the reading. Where all is told, that is anything for which
  ///   the text has to be mended: a ``ScanFault`` or a diagnostic of which
  ///   ``MendedReading`` says more.
  func open() throws -> Opened {
    var problems = ProblemList(file: raw.name)
    let decoded = try decode(&problems)
    let (text, header, dialect) = try layout(decoded, &problems)
    let survey = TypeSurvey(text: text, options: options, sampling: sampling, context: context)
    let isSmall = text.store.size.map { $0 <= sampling.wholeLimit } ?? false
    var finding = try isThorough || isSmall ? survey.whole() : survey.sample()
    var told = problems
    var columns = try self.columns(text, header, finding, &told)
    if !finding.isComplete, Self.isAmbiguous(columns) {
      finding = try survey.whole()
      told = problems
      columns = try self.columns(text, header, finding, &told)
    }
    if finding.isComplete {
      var odd = OddValues(columns, context.parser)
      if !odd.isDone {
        try text.forEachRecords(includesFirst: !columns.hasHeader) { matrix, start in
          odd.look(at: matrix, from: start)
          return !odd.isDone
        }
      }
      columns.placed.add(odd.found)
    }
    var lines = text.lines
    told.add(columns.placed, &lines)
    return Opened(
      text: text, columns: columns, dialect: dialect.with(columns),
      isComplete: finding.isComplete, assumed: finding.assumed, problems: told)
  }

  private func columns(
    _ text: CSVContent, _ header: HeaderRow, _ finding: TypeSurvey.Finding,
    _ problems: inout ProblemList
  ) throws -> FoundColumns {
    let columns = header.columns(
      finding.types, delimiter: text.shape.delimiter, from: text.bodyStart, problems: &problems)
    if faults == .thrown,
      let name = columns.names.first(where: {
        !(options.types[$0].map(ColumnType.ofFiles.contains) ?? true)
      }), let type = options.types[name]
    {
      throw CSVProblem.queryTypeDeclared(column: name, type).diagnostic(at: raw.name)
    }
    return columns
  }

  /// Whether a column of text would have another type with the other decimal mark, or seems to be of
  /// numbers or days but for some values: then a sample is not enough to tell.
  private static func isAmbiguous(_ columns: FoundColumns) -> Bool {
    let other = DecimalMark(isComma: !columns.mark.isComma, isKnown: true)
    return zip(columns.evidence, columns.plans).contains { evidence, plan in
      plan.type == .text && !plan.isDeclared
        && (evidence.reading(other).type != .text || !evidence.doubts(columns.mark).isEmpty)
    }
  }
}
