package import Diagnostics

/// A column read as trimmed text, coded, so that each distinct text is looked up only once.
package struct TextColumn {
  /// The distinct texts.
  package private(set) var values: [String] = []
  private var codes: [Int32] = []

  /// Reads a column of any type; `nil` if the table has none of that name.
  package init?(_ name: String, of table: Table) {
    guard let position = table.schema.position(of: name) else { return nil }
    codes.reserveCapacity(table.rowCount)
    var known = TextDictionary()
    for batch in table.batches {
      let column = batch.columns[position]
      if case .text(let source, let dictionary) = column.storage {
        let recoded = dictionary.values.map { Self.code($0, adding: &known) }
        for row in 0..<batch.rowCount {
          codes.append(column.nulls[row] ? -1 : recoded[Int(source[row])])
        }
      } else {
        for row in 0..<batch.rowCount {
          codes.append(Self.code(Self.text(column[row]), adding: &known))
        }
      }
    }
    values = known.values
  }

  /// The position of a row's text in ``values``; `nil` where the cell is missing or blank.
  package func code(_ row: Int) -> Int? {
    let code = codes[row]
    return code < 0 ? nil : Int(code)
  }

  /// The text of a row; `nil` where the cell is missing or blank.
  package subscript(row: Int) -> String? { code(row).map { values[$0] } }

  private static func code(_ text: String, adding known: inout TextDictionary) -> Int32 {
    let text = trimmed(text)
    return text.isEmpty ? -1 : Int32(known.code(adding: text))
  }

  private static func text(_ cell: Cell) -> String {
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
  /// Where a row stands, counted over all batches.
  package func location(ofRow row: Int) -> SourceLocation {
    var rest = row
    for batch in batches {
      if rest < batch.rowCount {
        let line = batch.lines.isEmpty ? nil : Int(batch.lines[rest])
        return SourceLocation(file: file ?? name, line: line)
      }
      rest -= batch.rowCount
    }
    return SourceLocation(file: file ?? name)
  }

  /// The table as a place.
  package var wholeLocation: SourceLocation { SourceLocation(file: file ?? name) }
}
