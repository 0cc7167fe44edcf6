internal import Labels
internal import Query
internal import Reports
internal import TableFiles
internal import Tables

/// What a cell gave.
struct CellResult: Sendable {
  /// What is shown.
  var document: ReportDocument
  /// The rows, for cells and figures that use it; of a command its data.
  var table: Table?
  /// The hash of what it gave.
  var hash: ContentHash
  /// What went wrong.
  var failure: CellFailure?
}

extension CellResult {
  /// The rows of a query.
  init(_ result: QueryResult, of cell: NotebookCell) throws(CellFailure) {
    let table = result.table(named: cell.label)
    self.init(
      document: try ResultDocument(cell: cell).document(of: table), table: table,
      hash: ContentHash(of: table))
  }

  /// What a command said. Its data is that of the one table in it.
  init(_ document: ReportDocument, of cell: NotebookCell, language: Language) {
    let data = document.dataTables
    var table: Table?
    if data.count == 1 {
      let text = CSVRenderer(language: language).render(data[0])
      table =
        CSVReader.read(
          bytes: Array(text.utf8), named: cell.label,
          options: CSVOptions(missingWords: [], tableName: cell.label)
        ).table
    }
    var shown = document
    shown.blocks = document.blocks.compactMap { block in
      switch (block, cell.options.showing) {
      case (_, .all), (.table, .table), (.chart, .chart): block
      case (.table(var table), .chart):
        {
          table.audience = .dataFiles; return .table(table)
        }()
      default: nil
      }
    }
    self.init(
      document: shown, table: table,
      hash: ContentHash(of: [JSONRenderer(languages: [language]).render(document)]))
  }

  /// A cell that could not be run.
  init(_ failure: CellFailure, of cell: NotebookCell) {
    self.init(
      document: FailureDocument.document(failure, of: cell),
      hash: ContentHash(of: ["failed", failure.message] + failure.fixes), failure: failure)
  }
}

extension ContentHash {
  /// The hash of a table: names and types of its columns, and the values row by row, however they are
  /// cut.
  init(of table: Table) {
    let hasher = ContentHasher()
    hasher.add(UInt64(table.schema.fields.count))
    for field in table.schema.fields {
      hasher.add(field.name)
      hasher.add(field.type.rawValue)
    }
    hasher.add(UInt64(table.rowCount))
    for column in table.schema.fields.indices {
      let vectors = table.chunks.map { $0.columns[column] }
      hasher.add(nullsOf: vectors)
      for vector in vectors { hasher.add(valuesOf: vector) }
    }
    self = hasher.hash
  }
}

extension ContentHasher {
  /// The rows of a column that are null, counted through all of its vectors.
  fileprivate func add(nullsOf vectors: [Vector]) {
    add(UInt64(vectors.reduce(0) { $0 + $1.nullCount }))
    var start = 0
    for vector in vectors {
      if vector.nullCount > 0 {
        for row in 0..<vector.count where vector.isNull(row) { add(UInt64(start + row)) }
      }
      start += vector.count
    }
  }

  /// The values of the rows that are not null, whatever stands in the others: the same bytes, one after the
  /// other, however a column is cut.
  fileprivate func add(valuesOf vector: Vector) {
    let rows = vector.nullCount == 0 ? nil : (0..<vector.count).filter { !vector.isNull($0) }
    func add<Value>(raw values: [Value]) {
      (rows.map { $0.map { values[$0] } } ?? values).withUnsafeBytes { self.add($0) }
    }
    switch vector.storage {
    case .integer(let values), .timestamp(let values): add(raw: values)
    case .real(let values): add(raw: values)
    case .date(let values): add(raw: values)
    case .boolean(let values): add(raw: values)
    case .text(let codes, let pool):
      for row in rows ?? Array(codes.indices) {
        let bytes = pool[codes[row]]
        self.add(UInt64(bytes.count))
        self.add(UnsafeRawBufferPointer(bytes))
      }
    case .interval, .numeric:
      for row in rows ?? Array(0..<vector.count) { self.add(vector[row].written ?? "") }
    }
  }
}
