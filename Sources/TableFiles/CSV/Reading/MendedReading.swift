internal import Diagnostics
internal import Tables

/// Reads a text whose quotes, bytes or rows are wrong, with everything that is wrong in it told.
///
/// It is mended as ``Tokenizer`` describes, one byte at a time, and every value goes through
/// ``ValueParser``. It reads well-formed texts as well, only slowly: the fast way is compared with it.
///
/// That fields are found in two ways is the price of speed. ``RecordIndex`` tells by the parity of quotes, 64
/// bytes at a time, what lies within them, and from any part of a file on; what is wrong with a quote shows
/// in the bytes around it and changes what all later ones mean, so that one walk for both would be the
/// slow one. Both hand over the same records (`FieldMatrix`) to the same types and columns.
package struct MendedReading {
  private let name: String
  private let options: CSVOptions
  /// How values are read: none in its plainest writing spares the parser.
  private let context: ColumnContext
  private var problems: ProblemList

  package init(named name: String, _ options: CSVOptions) {
    self.name = name
    self.options = options
    context = ColumnContext(options, faults: .told, isFast: false)
    problems = ProblemList(file: name)
  }

  /// Reads the bytes of a file.
  package mutating func read(_ raw: [UInt8]) throws -> CSVFile {
    let kind = raw.prefix(FileKind.length).withUnsafeBufferPointer { FileKind($0) }
    if let kind {
      problems.add(.notText(kind))
      return nothing(.standard)
    }
    let finding = raw.withUnsafeBufferPointer {
      EncodingDetector.detect($0, declared: options.encoding)
    }
    if finding.isGuess { problems.add(.guessedEncoding) }
    let fault = TranscodingFeed.FirstFault()
    let text = try TranscodingFeed(
      ByteStore(raw, named: name), from: finding.markLength, as: finding.encoding, fault: fault
    ).rest()
    var placed = PlacedProblems()
    if let offset = fault.value { placed.add(.invalidBytes(finding.encoding), at: offset) }
    return try text.withMargins { bytes in
      placed.addZeroBytes(in: bytes, from: 0)
      let layout = CSVLayout(bytes, options)
      let dialect = layout.dialect(
        of: bytes, finding.encoding, hasMark: finding.markLength > 0)
      let file = try read(bytes, layout, dialect, &placed)
      var lines = LineCounter(ByteStore(text, named: name), from: 0)
      problems.add(placed, &lines)
      return CSVFile(
        table: file?.table ?? nothing(dialect).table, diagnostics: problems.diagnostics,
        dialect: file?.dialect ?? dialect)
    }
  }

  private func nothing(_ dialect: CSVDialect) -> CSVFile {
    let table = Table(
      name: options.tableName(for: name), schema: Schema([]), chunks: [], file: name)
    return CSVFile(table: table, diagnostics: problems.diagnostics, dialect: dialect)
  }

  /// The table, or `nil` if the text holds no row. What is wrong at places is added to `placed`.
  private mutating func read(
    _ bytes: Bytes, _ layout: CSVLayout, _ dialect: CSVDialect, _ placed: inout PlacedProblems
  ) throws -> (table: Table, dialect: CSVDialect)? {
    guard let first = layout.firstRow(in: bytes, options) else {
      problems.add(.empty)
      return nil
    }
    layout.note(first, in: &problems)
    let width = first.record.fields.count
    var tokenizer = first.rest
    var types = TypeInference(width: width, options, context)
    var rows = Self.rows(&tokenizer)
    for batch in rows {
      batch.withMatrix(width: width, in: bytes) { matrix, _ in types.count(matrix) }
    }
    placed.add(tokenizer.problems)
    let header = HeaderRow(
      first.record, in: Bytes(rebasing: bytes[..<first.rest.position]),
      isSure: layout.title != nil || first.describing != nil, options)
    let columns = header.columns(
      types, delimiter: layout.delimiter, from: 0, problems: &problems)
    // All NUL characters have been found already.
    placed.add(columns.placed.without(.zeroByte))
    if !columns.hasHeader {
      // Blank lines above the first row of a single column are rows as well.
      tokenizer = Tokenizer(
        bytes, delimiter: layout.delimiter, keepsBlankLines: width == 1, position: layout.start,
        line: layout.line)
      rows = Self.rows(&tokenizer)
    }
    return (try table(rows, columns, bytes, &placed), dialect.with(columns))
  }

  private static func rows(_ tokenizer: inout Tokenizer) -> [RecordBatch] {
    var rows: [RecordBatch] = []
    while true {
      let batch = tokenizer.next()
      if batch.count == 0 { return rows }
      rows.append(batch)
    }
  }

  private mutating func table(
    _ rows: [RecordBatch], _ columns: FoundColumns, _ bytes: Bytes,
    _ placed: inout PlacedProblems
  ) throws -> Table {
    let width = columns.plans.count
    var odd = OddValues(columns, context.parser)
    let builder = ChunkBuilder(
      Array(columns.plans.enumerated().map { ($0.offset, $0.element) }),
      context, ColumnCapacity(columns: width, rows: columns.rows))
    var chunks: [Chunk] = []
    for batch in rows {
      placed.add(
        batch.unevenRows(width: width, hasHeader: columns.hasHeader, in: bytes))
      try batch.withMatrix(width: width, in: bytes) { matrix, start in
        odd.look(at: matrix, from: start)
        builder.begin()
        try builder.add(matrix)
        chunks += builder.end()
        placed.add(builder.misfits(in: matrix.bytes, from: start))
      }
    }
    placed.add(odd.found)
    return Table(
      name: options.tableName(for: name), schema: Schema(columns.plans.map(\.field)),
      chunks: chunks,
      lines: options.recordsLines ? SourceLines(rows.flatMap(\.lines)) : .none, file: name)
  }
}
