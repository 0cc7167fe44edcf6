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
  /// kept.
  init(of table: Table) {
    let hasher = ContentHasher()
    for field in table.schema.fields {
      hasher.add(field.name)
      hasher.add(field.type.rawValue)
    }
    for (column, _) in table.schema.fields.enumerated() {
      for chunk in table.chunks { hasher.add(chunk.columns[column]) }
    }
    hasher.add(UInt64(table.rowCount))
    self = hasher.hash
  }
}

extension ContentHasher {
  /// The values of a vector. A null counts as such, whatever stands in its place.
  fileprivate func add(_ vector: Vector) {
    if vector.nullCount > 0 {
      for row in 0..<vector.count {
        add(vector[row].written.map { "=" + $0 } ?? "")
      }
      return
    }
    switch vector.storage {
    case .integer(let values), .timestamp(let values): values.withUnsafeBytes { add($0) }
    case .real(let values): values.withUnsafeBytes { add($0) }
    case .date(let values): values.withUnsafeBytes { add($0) }
    case .boolean(let values): values.withUnsafeBytes { add($0) }
    case .text(let codes, let pool):
      for code in codes {
        let bytes = pool[code]
        add(UInt64(bytes.count))
        add(UnsafeRawBufferPointer(bytes))
      }
    case .interval:
      for row in 0..<vector.count { add(vector[row].written ?? "") }
    }
  }
}
