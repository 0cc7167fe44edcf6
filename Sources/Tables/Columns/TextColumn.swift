package import Diagnostics

/// A column read as trimmed text, coded, so that each distinct text is looked up only once.
///
/// Here texts are the same as people see them: by canonical equivalence, as Swift compares strings,
/// whatever bytes a program chose for an å. Everywhere else they are the same by their bytes.
package struct TextColumn {
  /// The distinct texts.
  package private(set) var values: [String] = []
  private var codes: [Int32] = []

  /// Reads a column of any type; `nil` if the table has none of that name.
  package init?(_ name: String, of table: Table) {
    guard let position = table.schema.position(of: name) else { return nil }
    var known: [String: Int32] = [:]
    // Chunks share a few pools as a rule, whose texts are looked at once.
    var recoded: [[Int32]] = []
    var pools: [ObjectIdentifier: Int] = [:]
    var chunks: [(column: Vector, recoded: Int)] = []
    for chunk in table.chunks {
      let column = chunk.columns[position]
      guard case .text(let source, let pool) = column.storage else {
        chunks.append((column, recoded.count))
        recoded.append((0..<chunk.rowCount).map { code(Self.text(column[$0]), &known) })
        continue
      }
      let place = pools[ObjectIdentifier(pool)] ?? recoded.count
      if place == recoded.count {
        recoded.append([])
        pools[ObjectIdentifier(pool)] = place
      }
      // Only as far as the pool is used: a part of a table has texts that stand elsewhere.
      let used = Self.highest(source, column.nulls).map { Int($0) + 1 } ?? 0
      for text in recoded[place].count..<max(used, recoded[place].count) {
        recoded[place].append(code(pool.string(UInt32(text)), &known))
      }
      chunks.append((column, place))
    }
    codes = Array(unsafeUninitializedCapacity: table.rowCount) { codes, count in
      for (column, place) in chunks {
        let rows = count..<count + column.count
        Self.write(column, recoded[place], to: UnsafeMutableBufferPointer(rebasing: codes[rows]))
        count = rows.upperBound
      }
    }
  }

  /// The highest code of a row that is not null.
  private static func highest(_ codes: [UInt32], _ nulls: Nulls?) -> UInt32? {
    guard let nulls, nulls.isAny else { return codes.max() }
    return codes.indices.lazy.filter { !nulls[$0] }.map { codes[$0] }.max()
  }

  /// Writes the codes of a chunk's rows: by the codes of a pool, or row by row.
  private static func write(
    _ column: Vector, _ recoded: [Int32], to codes: UnsafeMutableBufferPointer<Int32>
  ) {
    guard case .text(let source, _) = column.storage else {
      for row in codes.indices { codes[row] = recoded[row] }
      return
    }
    recoded.withUnsafeBufferPointer { recoded in
      source.withUnsafeBufferPointer { source in
        guard let nulls = column.nulls else {
          for row in codes.indices { codes[row] = recoded[Int(source[row])] }
          return
        }
        for row in codes.indices {
          codes[row] = nulls[row] ? -1 : recoded[Int(source[row])]
        }
      }
    }
  }

  /// The position of a row's text in ``values``; `nil` where the cell is missing or blank.
  package func code(_ row: Int) -> Int? {
    let code = codes[row]
    return code < 0 ? nil : Int(code)
  }

  /// For each row the answer for its text, or `blank` where the cell is missing or blank.
  package func mapped<Answer>(_ answers: [Answer], blank: Answer) -> [Answer] {
    Array(unsafeUninitializedCapacity: codes.count) { mapped, count in
      write(answers, blank: blank, to: mapped)
      count = codes.count
    }
  }

  /// Writes ``mapped(_:blank:)`` to memory that holds nothing yet.
  package func write<Answer>(
    _ answers: [Answer], blank: Answer, to memory: UnsafeMutableBufferPointer<Answer>
  ) {
    let all = [blank] + answers
    all.withUnsafeBufferPointer { all in
      codes.withUnsafeBufferPointer { codes in
        for row in codes.indices { memory.initializeElement(at: row, to: all[Int(codes[row]) + 1]) }
      }
    }
  }

  /// The text of a row; `nil` where the cell is missing or blank.
  package subscript(row: Int) -> String? { code(row).map { values[$0] } }

  private mutating func code(_ text: String, _ known: inout [String: Int32]) -> Int32 {
    let text = trimmed(text)
    if text.isEmpty { return -1 }
    if let code = known[text] { return code }
    let code = Int32(values.count)
    values.append(text)
    known[text] = code
    return code
  }

  /// The text of a cell as a text column reads it; `nil` for a missing one.
  package static func text(of cell: Cell) -> String? { cell == .null ? nil : text(cell) }

  static func text(_ cell: Cell) -> String {
    switch cell {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    // A whole column turns real for one half; 3.0 is still what someone wrote as 3.
    case .real(let number): Int64(exactly: number).map { String($0) } ?? String(number)
    case .numeric(let number): number.description
    case .boolean(let truth): truth ? "true" : "false"
    case .date(let day): day.description
    case .timestamp(let moment): moment.description
    case .interval(let length): length.description
    }
  }
}

extension Table {
  /// Where a row stands, counted over all chunks.
  package func location(ofRow row: Int) -> SourceLocation {
    SourceLocation(file: file ?? name, line: lines[row])
  }

  /// The text of one cell, for messages; `nil` where there is none.
  package func text(_ name: String, ofRow row: Int) -> String? {
    let text = trimmed(TextColumn.text(cell(name, ofRow: row)))
    return text.isEmpty ? nil : text
  }

  /// The table as a place.
  package var wholeLocation: SourceLocation { SourceLocation(file: file ?? name) }
}
