public import Tables

extension CSVWriter {
  /// A table as the text of a CSV file.
  ///
  /// `CSVReader` reads the same table back: same names, types, values and nulls. A null is an
  /// empty field and the empty text is `""`. Numbers of type real always bear a decimal mark or
  /// an exponent. Quotes do not make a value text, so a text column whose values would be read as
  /// numbers, days, truth values or missing words has each of those values as `="007"`, which
  /// keeps them text here and in Excel; so has a header that would be taken for a row of data.
  ///
  /// What a file cannot say: the type of a column of nulls only (it comes back as text), whole
  /// numbers of 19 digits (text), numbers that are not finite (null), and names that are empty or
  /// stand twice (renamed). Declare `CSVOptions.types` to get the first two back as they were.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - dialect: How to write it. With a byte order mark the text starts with U+FEFF.
  ///   - guardsFormulas: See ``guardsFormulas``; a guarded text is not read back as it was.
  /// - Returns: The text; empty for a table without columns.
  public static func write(
    _ table: Table, dialect: CSVDialect = .standard, guardsFormulas: Bool = false
  ) -> String {
    writer(table, dialect, guardsFormulas).text
  }

  /// A table as the bytes of a CSV file, in the encoding of the dialect. The parameters are those
  /// of ``write(_:dialect:guardsFormulas:)``.
  public static func bytes(
    of table: Table, dialect: CSVDialect = .standard, guardsFormulas: Bool = false
  ) -> [UInt8] {
    writer(table, dialect, guardsFormulas).bytes
  }

  private static func writer(
    _ table: Table, _ dialect: CSVDialect, _ guardsFormulas: Bool
  ) -> CSVWriter {
    var writer = CSVWriter(dialect: dialect, guardsFormulas: guardsFormulas)
    guard !table.schema.fields.isEmpty else { return writer }
    let check = TextColumnCheck()
    if dialect.hasHeader { writer.appendHeader(table.schema, check) }
    let areKept = table.schema.fields.indices.map { column in
      check.needsMarks(table.chunks.map { $0.columns[column] })
    }
    for chunk in table.chunks {
      for row in 0..<chunk.rowCount {
        for (position, column) in chunk.columns.enumerated() {
          writer.append(
            column, row, isPercent: table.schema.fields[position].isPercent,
            areKept[position] ? check : nil)
        }
        writer.endRow()
      }
    }
    return writer
  }

  private mutating func appendHeader(_ schema: Schema, _ check: TextColumnCheck) {
    let areKept = !check.isHeader(schema)
    for name in schema.names {
      var name = name
      name.withUTF8 { appendText($0, areKept ? check : nil) }
    }
    endRow()
  }

  private mutating func append(
    _ column: Vector, _ row: Int, isPercent: Bool, _ check: TextColumnCheck?
  ) {
    if case .text(let codes, let pool) = column.storage, !column.isNull(row) {
      appendText(pool[codes[row]], check)
    } else {
      append(column[row], isPercent: isPercent)
    }
  }

  /// Adds a text, marked if it needs to be.
  private mutating func appendText(_ bytes: Bytes, _ check: TextColumnCheck?) {
    if ExcelText.isMarked(bytes) || check?.isTyped(bytes) ?? false {
      appendKept(bytes)
    } else {
      appendText(bytes)
    }
  }
}
