/// The words of a span of code that names a figure: `rate.share`, `rate[navet].share:percent1`.
struct ValueReference: Hashable, Sendable {
  /// The cell.
  var cell: String
  /// What stands in the first column of the row; the first row without it.
  var row: String?
  /// The column.
  var column: String
  /// How it is written, as in the option `format`.
  var format: String?

  /// `nil` for what does not look like one.
  init?(_ text: String) {
    var rest = text[...]
    cell = String(rest.prefix { CellName.isPart($0) })
    guard CellName.isName(cell) else { return nil }
    rest = rest.dropFirst(cell.count)
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      row = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...]
    }
    guard rest.first == "." else { return nil }
    rest = rest.dropFirst()
    if let colon = rest.lastIndex(of: ":") {
      format = String(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    column = String(rest)
    guard !column.isEmpty, !column.contains(where: \.isNewline) else { return nil }
  }
}

/// How cells may be called: names that SQL takes without quotes.
enum CellName {
  static func isPart(_ character: Character) -> Bool {
    character == "_" || character.isNumber && character.isASCII
      || character.isLowercase && character.isLetter
  }

  static func isName(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    return isPart(first) && !first.isNumber && text.allSatisfy(isPart)
  }
}
