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
    codes.reserveCapacity(table.rowCount)
    var known: [String: Int32] = [:]
    // Chunks of a column share a pool as a rule: its texts are looked at once.
    var recoded: (pool: TextPool, codes: [Int32])?
    for chunk in table.chunks {
      let column = chunk.columns[position]
      guard case .text(let source, let pool) = column.storage else {
        for row in 0..<chunk.rowCount { codes.append(code(Self.text(column[row]), &known)) }
        continue
      }
      if recoded?.pool !== pool { recoded = (pool, []) }
      for row in 0..<chunk.rowCount {
        guard !column.isNull(row) else {
          codes.append(-1)
          continue
        }
        while let count = recoded?.codes.count, count <= Int(source[row]) {
          recoded?.codes.append(code(pool.string(UInt32(count)), &known))
        }
        codes.append(recoded?.codes[Int(source[row])] ?? -1)
      }
    }
  }

  /// The position of a row's text in ``values``; `nil` where the cell is missing or blank.
  package func code(_ row: Int) -> Int? {
    let code = codes[row]
    return code < 0 ? nil : Int(code)
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

  static func text(_ cell: Cell) -> String {
    switch cell {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    // A whole column turns real for one half; 3.0 is still what someone wrote as 3.
    case .real(let number): Int64(exactly: number).map { String($0) } ?? String(number)
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
    guard let position = schema.position(of: name) else { return nil }
    var rest = row
    for chunk in chunks {
      if rest < chunk.rowCount {
        let text = trimmed(TextColumn.text(chunk.columns[position][rest]))
        return text.isEmpty ? nil : text
      }
      rest -= chunk.rowCount
    }
    return nil
  }

  /// The table as a place.
  package var wholeLocation: SourceLocation { SourceLocation(file: file ?? name) }
}
