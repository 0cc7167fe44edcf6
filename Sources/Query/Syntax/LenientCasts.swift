/// Casts that give NULL for what cannot be cast, in spellings that PostgreSQL's parser does not know:
/// `TRY_CAST(x AS type)`, and `CAST(x AS type DEFAULT NULL ON CONVERSION ERROR)` of the SQL standard.
///
/// Each stands in the text as a plain CAST, with blanks for the rest, so that no place moves; the casts
/// are known again by where they stand. `try_cast(x, 'type')` is a function and needs none of this.
struct LenientCasts {
  /// Where the CASTs stand, in bytes.
  private(set) var places: Set<Int> = []

  /// Rewrites the casts of a text.
  init(replacingIn bytes: inout [UInt8], tokens: Tokens) {
    for index in tokens.all.indices where tokens.isSymbol(index + 1, "(") {
      let word = tokens.keyword(index)
      guard word == "TRY_CAST" || word == "CAST",
        let parts = Parts(tokens, open: index + 1)
      else { continue }
      let start = tokens.all[index].range.lowerBound
      if word == "TRY_CAST" {
        guard parts.hasType else { continue }
        for (offset, byte) in "    CAST".utf8.enumerated() { bytes[start + offset] = byte }
        places.insert(start + 4)
      } else if let ending = parts.ending {
        places.insert(start)
        Self.blank(&bytes, ending)
      }
      if word == "TRY_CAST", let ending = parts.ending { Self.blank(&bytes, ending) }
    }
  }

  /// The same places in a text that has more bytes before them.
  func moved(by count: Int) -> Set<Int> { Set(places.map { $0 + count }) }

  private static func blank(_ bytes: inout [UInt8], _ range: Range<Int>) {
    for place in range where bytes[place] != 10 { bytes[place] = UInt8(ascii: " ") }
  }

  /// What stands between the brackets of a cast.
  private struct Parts {
    /// Whether AS stands there, outside of inner brackets.
    private(set) var hasType = false
    /// The bytes of `DEFAULT NULL ON CONVERSION ERROR`.
    private(set) var ending: Range<Int>?

    /// `nil` if the bracket is never closed.
    init?(_ tokens: Tokens, open: Int) {
      var depth = 0
      for index in open..<tokens.all.count {
        if tokens.isSymbol(index, "(") { depth += 1 }
        if tokens.isSymbol(index, ")") { depth -= 1 }
        if depth == 1, tokens.keyword(index) == "AS" { hasType = true }
        guard depth == 0 else { continue }
        let words = ["DEFAULT", "NULL", "ON", "CONVERSION", "ERROR"]
        let first = index - words.count
        if hasType, first > open,
          words.indices.allSatisfy({ tokens.keyword(first + $0) == words[$0] })
        {
          ending = tokens.all[first].range.lowerBound..<tokens.all[index - 1].range.upperBound
        }
        return
      }
      return nil
    }
  }
}
