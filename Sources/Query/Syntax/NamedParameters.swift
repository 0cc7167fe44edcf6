/// Parameters by names, `$year`, which PostgreSQL's parser knows as numbers only.
///
/// Each name stands in the text as a number of its own, `$1`, with blanks for the rest, so that no place
/// moves; the names are known again by where they stand.
struct NamedParameters {
  /// The names by the bytes of their `$`.
  private(set) var names: [Int: String] = [:]
  /// The digits that stand for each name.
  private var numbers: [String: [UInt8]] = [:]

  /// Rewrites the parameters of a text.
  ///
  /// - Throws: ``QueryError`` where more names are as short as their numbers than there are numbers.
  init(replacingIn bytes: inout [UInt8], tokens: Tokens) throws(QueryError) {
    for index in tokens.all.indices.dropLast() where tokens.isSymbol(index, "$") {
      let (sign, word) = (tokens.all[index], tokens.all[index + 1])
      guard word.kind == .word, word.range.lowerBound == sign.range.upperBound else { continue }
      names[sign.range.lowerBound] = tokens.text(word)
    }
    // The shortest names get the shortest numbers.
    let distinct = Set(names.values).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    for (index, name) in distinct.enumerated() {
      let digits = Array(String(index + 1).utf8)
      guard digits.count <= name.utf8.count else {
        throw QueryError("there are too many parameters with names of one letter")
      }
      numbers[name] = digits
    }
    for (place, name) in names {
      for position in place + 1...place + name.utf8.count { bytes[position] = UInt8(ascii: " ") }
      for (offset, digit) in (numbers[name] ?? []).enumerated() {
        bytes[place + 1 + offset] = digit
      }
    }
  }

  /// A message of the parser with a name in place of its number.
  func restored(_ message: String) -> String {
    let names = numbers.sorted { $0.key < $1.key }
    return names.reduce(message) { message, name in
      let number = String(decoding: name.value, as: UTF8.self)
      return message.replacing("at or near \"$\(number)\"", with: "at or near \"$\(name.key)\"")
    }
  }

  /// The same places in a text that has more bytes before them.
  func moved(by count: Int) -> [Int: String] {
    Dictionary(uniqueKeysWithValues: names.map { ($0.key + count, $0.value) })
  }
}
