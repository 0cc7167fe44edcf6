internal import Tables

/// One table among those that are united.
struct UnitedPart {
  let table: Table
  /// Columns that say where the rows come from, with their value.
  let ids: [(name: String, value: String)]
  /// New names of columns.
  let names: [String: String]

  /// One table of the rows of all. Columns of one name become one, of the narrowest type that fits all
  /// (``ColumnType/widened(with:)``); a column of nothing but nulls has no say. A table that lacks a column has nulls there. Columns whose type is
  /// known beforehand hold null for what does not fit.
  static func table(
    of parts: [UnitedPart], named name: String, types: [String: ColumnType] = [:]
  ) -> Table {
    var fields: [Field] = []
    var isOpen: Set<String> = []
    var positions: [String: Int] = [:]
    for part in parts {
      let own = part.ids.map { Field($0.name, .text) } + part.fields
      for (index, field) in own.enumerated() {
        let hasValues = index < part.ids.count || part.hasValues(index - part.ids.count)
        if let position = positions[field.name] {
          guard hasValues else { continue }
          if isOpen.remove(field.name) != nil {
            fields[position] = field
            continue
          }
          fields[position].type = fields[position].type.widened(with: field.type)
          fields[position].isPercent = fields[position].isPercent && field.isPercent
        } else {
          positions[field.name] = fields.count
          fields.append(field)
          if !hasValues { isOpen.insert(field.name) }
        }
      }
    }
    for (name, type) in types {
      if let position = positions[name] { fields[position].type = type }
    }
    let chunks = parts.flatMap { part in part.table.chunks.map { part.chunk($0, as: fields) } }
    return Table(name: name, schema: Schema(fields), chunks: chunks)
  }

  private func hasValues(_ column: Int) -> Bool {
    table.chunks.contains { chunk in
      let cells = chunk.columns[column]
      return (0..<chunk.rowCount).contains { cells[$0] != .null }
    }
  }

  private var fields: [Field] {
    table.schema.fields.map { Field(newName($0.name), $0.type, isPercent: $0.isPercent) }
  }

  /// A column whose own name is taken by another's meaning keeps it with the table's mark.
  private func newName(_ name: String) -> String {
    if let new = names[name] { return new }
    let isTaken = names.values.contains(name) || ids.contains { $0.name == name }
    return isTaken ? name + "_in_file" : name
  }

  private func chunk(_ chunk: Chunk, as fields: [Field]) -> Chunk {
    let own = Dictionary(
      self.fields.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    let columns = fields.map { field -> Vector in
      if let position = own[field.name], chunk.columns[position].type == field.type {
        return chunk.columns[position]
      }
      let constant = ids.first { $0.name == field.name }.map { Cell.text($0.value) }
      var builder = ColumnBuilder(field.type)
      for row in 0..<chunk.rowCount {
        let cell = own[field.name].map { chunk.columns[$0][row] } ?? constant ?? .null
        builder.append(Self.converted(cell, to: field.type))
      }
      return builder.column
    }
    return Chunk(columns: columns, rowCount: chunk.rowCount)
  }

  private static func converted(_ cell: Cell, to type: ColumnType) -> Cell {
    switch (cell, type) {
    case (.null, _), (.text, .text): cell
    case (.text(let text), .real): number(text)
    case (.text(let text), .boolean): Bool(text).map { .boolean($0) } ?? .null
    case (.text, _): .null
    case (.integer(let value), .real): .real(Double(value))
    case (.date(let day), .timestamp): Timestamp(day).map { .timestamp($0) } ?? .null
    case (_, .text): cell.written.map { .text($0) } ?? .null
    default: cell
    }
  }

  /// A number among words, as the readers of goals and outcomes take it: `15 000`.
  private static func number(_ text: String) -> Cell {
    let digits = text.filter { !$0.isWhitespace }
    let isNumber = digits.utf8.allSatisfy("0123456789.+-eE".utf8.contains)
    return isNumber ? Double(digits).map { .real($0) } ?? .null : .null
  }
}
