internal import Tables

extension ScalarCatalogue {
  /// Functions of whole texts.
  static let stringFunctions: [ScalarFunction] =
    joining
    + [
      text("lower") { Casing.lowered($0) }, text("upper") { Casing.raised($0) },
      text("initcap", capitalised),
      text("reverse") { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) },
      text("btrim") { StringParts.trimmed($0, [" "], .both) },
      text("ltrim") { StringParts.trimmed($0, [" "], .start) },
      text("rtrim") { StringParts.trimmed($0, [" "], .end) },
      text("trim") { StringParts.trimmed($0, [" "], .both) },
      trim("btrim", .both), trim("ltrim", .start), trim("rtrim", .end), trim("trim", .both),
      count("length") { $0.unicodeScalars.count },
      count("char_length") { $0.unicodeScalars.count },
      count("character_length") { $0.unicodeScalars.count },
      count("octet_length") { $0.utf8.count }, count("bit_length") { $0.utf8.count * 8 },
      count("ascii") { $0.unicodeScalars.first.map { Int($0.value) } ?? 0 },
      text("md5") { MD5.digest(of: Array($0.utf8)) },
      text("quote_ident") { FormatFunction.identifier($0) },
      text("quote_literal") { FormatFunction.literal($0) },
      .cells("chr", [.integer], .text, canFail: true) { cells in
        guard case .integer(let value) = cells[0] else { return .null }
        if value < 0 { throw QueryError("character number must be positive") }
        if value == 0 { throw QueryError("null character not permitted") }
        guard let code = UInt32(exactly: value), let scalar = Unicode.Scalar(code) else {
          throw QueryError("requested character not valid for encoding")
        }
        return .text(String(scalar))
      },
      .cells("repeat", [.text, .integer], .text, canFail: true) { cells in
        guard case .text(let text) = cells[0], case .integer(let count) = cells[1] else {
          return .null
        }
        guard count > 0, !text.isEmpty else { return .text("") }
        let (size, overflow) = Int64(text.utf8.count).multipliedReportingOverflow(by: count)
        guard !overflow, size < StringParts.greatestSize else { throw StringParts.tooLarge }
        return .text(String(repeating: text, count: Int(count)))
      },
      .cells("replace", [.text, .text, .text], .text) { cells in
        guard case .text(let text) = cells[0], case .text(let old) = cells[1],
          case .text(let new) = cells[2]
        else { return .null }
        return .text(StringParts.replaced(text, old, by: new))
      },
      .cells("translate", [.text, .text, .text], .text) { cells in
        guard case .text(let text) = cells[0], case .text(let old) = cells[1],
          case .text(let new) = cells[2]
        else { return .null }
        return .text(translated(text, Array(old.unicodeScalars), Array(new.unicodeScalars)))
      },
    ]

  private static func text(
    _ name: String, _ body: @escaping @Sendable (String) -> String
  ) -> ScalarFunction {
    .cells(name, [.text], .text) { cells in
      if case .text(let text) = cells[0] { .text(body(text)) } else { .null }
    }
  }

  private static func count(
    _ name: String, _ body: @escaping @Sendable (String) -> Int
  ) -> ScalarFunction {
    .cells(name, [.text], .integer) { cells in
      if case .text(let text) = cells[0] { .integer(Int64(body(text))) } else { .null }
    }
  }

  private static func trim(_ name: String, _ sides: StringParts.Sides) -> ScalarFunction {
    .cells(name, [.text, .text], .text) { cells in
      guard case .text(let text) = cells[0], case .text(let marks) = cells[1] else {
        return .null
      }
      return .text(StringParts.trimmed(text, Array(marks.unicodeScalars), sides))
    }
  }

  @Sendable
  private static func capitalised(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isInWord = false
    for scalar in text.unicodeScalars {
      result.append(isInWord ? Casing.lowered(scalar) : Casing.raised(scalar))
      isInWord = Casing.isAlphanumeric(scalar)
    }
    return String(result)
  }

  private static func translated(
    _ text: String, _ old: [Unicode.Scalar], _ new: [Unicode.Scalar]
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let place = old.firstIndex(of: scalar) else {
        result.append(scalar)
        continue
      }
      if place < new.count { result.append(new[place]) }
    }
    return String(result)
  }

  /// A value as PostgreSQL puts it out: a truth value is one letter, which a cast makes a word.
  private static func output(_ cell: Cell) -> String {
    if case .boolean(let value) = cell { value ? "t" : "f" } else { cell.sqlText }
  }

  /// `||` and the functions that put texts together.
  private static let joining: [ScalarFunction] =
    [
      ScalarFunction(ScalarSignature("||", [.text, .text], .text)) { _ in ConcatenationKernel() }
    ]
    + ColumnType.allCases.filter { $0 != .text }.flatMap { type in
      [
        ScalarFunction.cells("||", [.text, type], .text) { .text($0.map(\.sqlText).joined()) },
        ScalarFunction.cells("||", [type, .text], .text) { .text($0.map(\.sqlText).joined()) },
      ]
    }
    + ColumnType.allCases.map { type in
      ScalarFunction.cells("concat", [type], .text, isVariadic: true, isStrict: false) { cells in
        .text(cells.map(output).joined())
      }
    }
    + [
      .cells("concat_ws", [.text, .text], .text, isVariadic: true, isStrict: false) { cells in
        guard case .text(let separator) = cells[0] else { return .null }
        return .text(
          cells.dropFirst().filter { !$0.isNull }.map(\.sqlText).joined(separator: separator))
      },
      .cells("format", [.text], .text, isStrict: false, canFail: true, FormatFunction.formatted),
      .cells(
        "format", [.text, .text], .text, isVariadic: true, isStrict: false, canFail: true,
        FormatFunction.formatted),
    ]
}

extension Cell {
  /// The value as text, as a cast gives it; NULL is empty.
  var sqlText: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .integer(let value): String(value)
    // Minus zero is zero.
    case .real(let value): ShortestDigits(value + 0).description
    case .numeric(let value): value.description
    case .boolean(let value): value ? "true" : "false"
    case .date(let value): value.description
    case .timestamp(let value): TimeText.text(value)
    case .interval(let value): value.description
    }
  }
}
