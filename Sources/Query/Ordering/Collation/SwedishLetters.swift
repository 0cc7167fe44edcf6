/// What the Swedish alphabet makes of Latin letters beyond ASCII.
///
/// Letters stand under the letter that they sort as, in the order in which they follow it where two
/// texts are otherwise equal. Both spellings of a letter are found, the one of one scalar and the
/// one with combining marks, because `Character` compares them as equal.
enum SwedishLetters {
  /// One letter: what it counts as, and how much it differs from that.
  struct Letter {
    /// Lower-case letters of the alphabet, one as a rule.
    var letters: [Unicode.Scalar]
    /// 0 for the letter itself, else its place among the variants, from 1.
    var variant: UInt8
    var isUpper: Bool
  }

  /// A letter of one or more scalars; `nil` for what the alphabet does not know.
  static func letter(_ character: Character) -> Letter? { all[character] }

  private static let variants: [(String, String)] = [
    ("a", "áàăâǎãȧāảȁȃạḁąắằẵẳấầẫẩǡặậª"),
    ("b", "ḃḅḇƀ"),
    ("c", "ćĉčċçḉ"),
    ("d", "ďḋḍḑḓḏðđ"),
    ("e", "éèĕêěëẽėēẻȅȇẹȩęḙḛếềễểḗḕệḝ"),
    ("f", "ḟ"),
    ("g", "ǵğĝǧġḡģǥ"),
    ("h", "ĥȟḧḣḥḩḫẖħ"),
    ("i", "íìĭîǐïĩīỉȉȋịįḭḯı"),
    ("j", "ĵǰ"),
    ("k", "ḱǩḳķḵĸ"),
    ("l", "ĺľḷļḽḻḹłŀ"),
    ("m", "ḿṁṃ"),
    ("n", "ńǹňñṅṇņṋṉŋŉ"),
    ("o", "óòŏôǒõȯōỏȍȏơọǫốồỗổṍṏȭȱṓṑớờỡởợộǭº"),
    ("p", "ṕṗ"),
    ("r", "ŕřṙȑȓṛŗṟṝ"),
    ("s", "śŝšṡṣșşṥṧṩſ"),
    ("t", "ťẗṫṭțţṱṯŧ"),
    ("u", "úùŭûǔůũūủȕȗưụṳųṷṵṹṻứừữửự"),
    ("v", "ṽṿ"),
    ("w", "ẃẁŵẘẅẇẉ"),
    ("x", "ẍẋ"),
    ("y", "ýỳŷẙüÿűỹẏȳỷỵǘǜǚǖ"),
    ("z", "źẑžżẓẕƶ"),
    ("å", "ǻ"),
    ("ä", "ǟæǣǽ"),
    ("ö", "øőǿȫœ"),
    ("ss", "ßẞ"),
    ("th", "þ"),
    ("ij", "ĳ"),
    ("ff", "ﬀ"),
    ("fi", "ﬁ"),
    ("fl", "ﬂ"),
  ]

  private static let all: [Character: Letter] = {
    var all: [Character: Letter] = [:]
    func add(_ letters: [Unicode.Scalar], _ character: Character, _ variant: UInt8) {
      all[character] = Letter(letters: letters, variant: variant, isUpper: false)
      let upper = character.uppercased()
      if upper.count == 1, let upper = upper.first, upper != character, all[upper] == nil {
        all[upper] = Letter(letters: letters, variant: variant, isUpper: true)
      }
    }
    for letter in "abcdefghijklmnopqrstuvwxyzåäö" { add(Array(letter.unicodeScalars), letter, 0) }
    for (letters, variants) in variants {
      for (place, variant) in variants.enumerated() {
        add(Array(letters.unicodeScalars), variant, UInt8(truncatingIfNeeded: place + 1))
      }
    }
    all["ẞ"]?.isUpper = true
    return all
  }()
}
