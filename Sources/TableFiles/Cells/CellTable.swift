internal import Diagnostics
internal import Tables

/// Rows of cells on their way into columns.
final class CellTable {
  private(set) var columns: [CellColumn] = []
  private(set) var lines: [Int32] = []
  /// The rows of the blocks that are done.
  private(set) var blocks: [Int] = []
  /// The row of the block that is being read.
  private(set) var row = 0
  /// About how many bytes the table takes.
  private var size = 0
  private let memoryLimit: Int
  let file: String

  init(file: String, memoryLimit: Int = SystemCalls.mostInMemory) {
    self.file = file
    self.memoryLimit = memoryLimit
  }

  @inline(__always)
  func column(_ index: Int) -> CellColumn {
    while columns.count <= index { columns.append(CellColumn(before: blocks)) }
    return columns[index]
  }

  /// Adds a text to the row that is being read. Once the table takes too much memory none is added: the
  /// end of the row tells. A small file may put one long text into thousands of columns.
  func text(_ bytes: Bytes, _ index: Int) {
    if size <= memoryLimit { size += column(index).text(bytes, at: row) }
  }

  /// Adds a text by its number among those of a workbook.
  func text(_ bytes: Bytes, shared number: Int, _ index: Int) {
    if size <= memoryLimit { size += column(index).text(bytes, shared: number, at: row) }
  }

  /// Ends a row.
  ///
  /// - Parameter line: Where it stands in the file.
  /// - Throws: A diagnostic if the table takes too much memory.
  func endRow(_ line: Int) throws(Diagnostic) {
    lines.append(Int32(clamping: line))
    row += 1
    size += MemoryLayout<Int32>.size
    // Wide sheets are read in short blocks, so that what waits takes little.
    if row >= (columns.count > 1024 ? 4096 : Chunk.capacity) || size > memoryLimit { try cut() }
  }

  /// Ends the last block.
  func finish() throws(Diagnostic) { if row > 0 { try cut() } }

  private func cut() throws(Diagnostic) {
    for column in columns { size += column.cut(row) }
    blocks.append(row)
    row = 0
    if size > memoryLimit { throw FormatProblem.tooLarge.diagnostic(at: file) }
  }

  /// Puts the rows of another table first.
  func prepend(_ other: CellTable) {
    for index in other.columns.indices { _ = column(index) }
    for (index, column) in columns.enumerated() {
      column.prepend(
        index < other.columns.count
          ? other.columns[index] : CellColumn(before: other.blocks))
    }
    lines = other.lines + lines
    blocks = other.blocks + blocks
  }

  /// Puts labels in the place of the codes of a column, if it has one for each value.
  func replace(_ index: Int, _ labels: [Cell: String]) {
    let column = column(index)
    var used: Set<Cell> = []
    for piece in column.pieces {
      for row in 0..<piece.count where piece[row] != .null {
        let code = piece[row].asCode
        if used.contains(code) { continue }
        guard labels[code] != nil else { return }
        used.insert(code)
      }
    }
    if used.isEmpty { return }
    let labelled = CellColumn()
    for piece in column.pieces {
      for row in 0..<piece.count {
        guard var label = labels[piece[row].asCode] else { continue }
        size += label.withUTF8 { labelled.text($0, at: row) }
      }
      size += labelled.cut(piece.count)
    }
    columns[index] = labelled
  }

  /// The table, once all rows are read.
  ///
  /// - Parameters:
  ///   - names: The position of each column that the table gets, and its name.
  ///   - options: What is known about the table.
  ///   - problems: Gets what does not fit.
  /// - Returns: The table.
  func table(
    _ names: [(position: Int, name: String)], _ options: TableOptions,
    _ problems: inout FormatProblems
  ) -> Table {
    let csv = CSVOptions(missingWords: options.missingWords)
    let parser = ValueParser(missing: MissingWords(options.missingWords))
    let inText = MissingWords(csv.missingWordsInText)
    var fields: [Field] = []
    var vectors: [[Vector]] = []
    for name in options.types.keys.sorted() where !names.contains(where: { $0.name == name }) {
      problems.add(.unknownDeclaredColumn(name, names: names.map(\.name)))
    }
    for (position, name) in names {
      var declared = options.types[name]
      if let type = declared, !ColumnType.ofFiles.contains(type) {
        problems.add(.queryTypeDeclared(name, type))
        declared = .text
      }
      let typed = column(position).typed(declared, parser, inText)
      func place(_ row: Int) -> CellPlace { CellPlace(row: Int(lines[row]), column: position) }
      if let mixed = typed.mixed {
        problems.add(
          .mixed(column: name, mixed.type, odd: mixed.odd, others: mixed.others),
          at: place(mixed.row))
      }
      for misfit in typed.misfits {
        problems.add(.misfit(column: name, typed.type), at: place(misfit.row), value: misfit.value)
      }
      if typed.misfitCount > typed.misfits.count {
        problems.count(
          .misfit(column: name, typed.type), typed.misfitCount - typed.misfits.count)
      }
      fields.append(Field(name, typed.type))
      vectors.append(typed.vectors)
    }
    let chunks = blocks.indices.map { block in
      Chunk(columns: vectors.map { $0[block] }, rowCount: blocks[block])
    }
    return Table(
      name: options.tableName ?? csv.tableName(for: TableFile.place(file).file),
      schema: Schema(fields), chunks: chunks, lines: SourceLines(lines), file: file)
  }
}

extension Cell {
  /// The value as labels name it: 2 for the number 2.0.
  fileprivate var asCode: Cell {
    if case .real(let value) = self { .code(value) } else { self }
  }
}
