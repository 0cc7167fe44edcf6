internal import Tables

extension CellColumn {
  /// A column of a table, and which of its values do not fit.
  struct Typed {
    var type: ColumnType
    var vectors: [Vector]
    /// Rows, from 0, with values that are not of the type that was declared, and how many there are.
    var misfits: [(row: Int, value: String)] = []
    var misfitCount = 0
    /// Why the column is text although most of its values are of another type.
    var mixed: (type: ColumnType, odd: Int, others: Int, row: Int)?
  }

  /// The vectors of the column in the type that all values fit.
  ///
  /// Numbers of any kind are numbers, days and moments are moments, and anything else that is mixed is
  /// text. Words for a missing value count only in columns of texts that the caller added.
  func typed(_ declared: ColumnType?, _ parser: ValueParser, _ inText: MissingWords) -> Typed {
    if let declared { return converted(to: declared, isDeclared: true, parser, inText) }
    let others = count - self[.text]
    if self[.text] > 0, others > 0, textsAreMissing(parser) {
      return converted(to: type(withText: false), isDeclared: false, parser, inText)
    }
    var typed = converted(to: type(withText: true), isDeclared: false, parser, inText)
    if typed.type == .text, self[.text] > 0 { typed.mixed = mixture(parser) }
    return typed
  }

  private func type(withText: Bool) -> ColumnType {
    var type: ColumnType?
    for kind in Kind.allCases.dropFirst() where self[kind] > 0 && (withText || kind != .text) {
      type = type.map { $0.widened(with: columnType(kind)) } ?? columnType(kind)
    }
    return type ?? .text
  }

  private func columnType(_ kind: Kind) -> ColumnType {
    switch kind {
    case .null, .text: .text
    case .number: isWhole ? .integer : .real
    case .boolean: .boolean
    case .date: .date
    case .timestamp: .timestamp
    }
  }

  private func textsAreMissing(_ parser: ValueParser) -> Bool {
    pools.allSatisfy { pool in
      (0..<UInt32(pool.count)).allSatisfy { parser.isMissing(pool[$0]) }
    }
  }

  /// The texts that are odd in a column whose other values, at least as many, are of one type.
  private func mixture(
    _ parser: ValueParser
  ) -> (type: ColumnType, odd: Int, others: Int, row: Int)? {
    let type = type(withText: false)
    let others = count - self[.text]
    guard type != .text, self[.text] <= others else { return nil }
    var (odd, first, start) = (0, Int?.none, 0)
    for piece in pieces {
      for row in 0..<piece.count {
        guard case .text(let text) = piece[row], !parser.isMissingText(text) else { continue }
        odd += 1
        first = first ?? start + row
      }
      start += piece.count
    }
    return first.map { (type, odd, others, $0) }
  }

  private func converted(
    to type: ColumnType, isDeclared: Bool, _ parser: ValueParser, _ inText: MissingWords
  ) -> Typed {
    var result = Typed(type: type, vectors: [])
    var row = 0
    let skipsText = type == .text && !inText.isEmpty
    for piece in pieces {
      result.vectors.append(
        ready(piece, type, keepsText: !skipsText)
          ?? slow(piece, type, isDeclared, parser, inText, from: row, &result))
      row += piece.count
    }
    return result
  }

  /// A piece that is of the type already, or nearly.
  private func ready(_ piece: Piece, _ type: ColumnType, keepsText: Bool) -> Vector? {
    switch piece {
    case .empty(let count): return .constant(.null, type, count: count)
    case .vector(let vector):
      if vector.type == type { return type != .text || keepsText ? vector : nil }
      if type == .real, case .integer(let values) = vector.storage {
        return Vector(.real(values.map(Double.init)), nulls: vector.nulls)
      }
      return nil
    case .mixed: return nil
    }
  }

  private func slow(
    _ piece: Piece, _ type: ColumnType, _ isDeclared: Bool, _ parser: ValueParser,
    _ inText: MissingWords, from start: Int, _ result: inout Typed
  ) -> Vector {
    var builder = ColumnBuilder(type)
    for row in 0..<piece.count {
      let cell = piece[row]
      if let value = cell.value(as: type, parser, inText) {
        builder.append(value)
        continue
      }
      builder.append(.null)
      guard isDeclared else { continue }
      result.misfitCount += 1
      if result.misfits.count < ProblemList.limit {
        result.misfits.append((start + row, cell.written ?? ""))
      }
    }
    return builder.column
  }
}

extension ValueParser {
  func isMissingText(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isMissing($0) }
  }
}

extension Cell {
  /// The value in a type; null for one that is missing, `nil` for one that does not fit.
  fileprivate func value(
    as type: ColumnType, _ parser: ValueParser, _ inText: MissingWords
  ) -> Cell? {
    switch (self, type) {
    case (.null, _): return .null
    case (.text(let value), .text):
      var value = value
      return value.withUTF8 { inText.contains(Blanks.trimmed($0)) } ? .null : self
    case (_, .text): return written.map { .text($0) }
    case (.text(let value), _):
      var value = value
      return value.withUTF8 { Self.read($0, type, parser) }
    case (.integer, .integer), (.integer, .real), (.real, .real), (.boolean, .boolean),
      (.date, .date), (.timestamp, .timestamp):
      return self
    case (.real(let value), .integer): return Int64(exactly: value).map { .integer($0) }
    case (.date(let value), .timestamp): return Timestamp(value).map { .timestamp($0) }
    case (.timestamp(let value), .date):
      return Timestamp(value.date) == value ? .date(value.date) : nil
    default: return nil
    }
  }

  private static func read(_ bytes: Bytes, _ type: ColumnType, _ parser: ValueParser) -> Cell? {
    if parser.isMissing(bytes) { return .null }
    let style = CellStyle()
    switch type {
    case .integer: return parser.integer(bytes, style).map { .integer($0) }
    case .real: return parser.real(bytes, style).map { .real($0) }
    case .boolean: return parser.boolean(bytes).map { .boolean($0) }
    case .date: return parser.date(bytes, style).map { .date($0) }
    case .timestamp: return parser.timestamp(bytes, style).map { .timestamp($0) }
    case .text, .numeric, .interval: return nil
    }
  }
}
