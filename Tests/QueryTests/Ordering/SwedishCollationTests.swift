import Tables
import Testing

@testable import Query

@Suite struct SwedishCollationTests {
  /// Lists in their order, each text before the next.
  static let ordered: [[String]] = [
    ["a", "A", "b", "B", "z", "Z", "å", "Å", "ä", "Ä", "ö", "Ö"],
    // Place names.
    [
      "Alingsås", "Arboga", "Arvika", "Borås", "Bålsta", "Båstad", "Bäckefors", "Eskilstuna",
      "Filipstad", "Gagnef", "Gällivare", "Gävle", "Göteborg", "Halmstad", "Håbo", "Härnösand",
      "Malmö", "Malung", "Mora", "Mölndal", "Orsa", "Umeå", "Uppsala", "Vadstena", "Vaggeryd",
      "Vänersborg", "Västerås", "Växjö", "Wien", "Ystad", "Zinkgruvan", "Åmål", "Åre", "Åstorp",
      "Älmhult",
      "Älvdalen", "Ängelholm", "Öckerö", "Örebro", "Örnsköldsvik", "Östersund",
    ],
    // Blanks and punctuation, digits, letters.
    ["Upplands Väsby", "Upplands-Bro", "Upplands-Väsby", "Upplandsbro"],
    ["", " ", "-", "1", "10", "2", "a"], ["a b", "a-b", "a1", "aa", "ab"],
    // v and w are two letters.
    ["va", "vz", "wa", "wz", "x"], ["Vikström", "Volvo", "Wallin", "Wikström", "Xylofon"],
    // Accents count only where letters do not differ, case only where accents do not.
    ["ide", "idé", "ideal", "idéer"],
    ["cote", "Cote", "coté", "Coté", "coter"], ["e", "E", "é", "É", "è", "ê", "ë", "f"],
    ["Bo", "bok", "Bok", "bokö"], ["linne", "Linné", "linnéa", "Linnéer"],
    // Letters that count as others.
    ["Mulla", "Muz", "Myller", "Müller", "Myllerz"], ["yb", "yc", "üd", "ye"],
    ["ä", "æ", "äa", "Ærø", "ätt"], ["ö", "ø", "ő", "öa", "øb", "öc"],
    ["mass", "maß", "massa"], ["n", "ñ", "na", "ña", "nb"], ["ca", "ça", "cb"],
    ["Lodz", "Łódź", "Lodza"], ["Thor", "Þor", "Thora"], ["dan", "ðan", "dana"],
    // Combining marks.
    ["o", "ô", "oa", "z", "o\u{308}", "o\u{308}a", "öb"], ["za", "a\u{30A}b", "åc", "a\u{30A}d"],
    ["a\u{323}", "b", "a\u{323}\u{308}", "äa"],
    // Other scripts come last.
    ["ö", "α", "β", "а", "б", "中"], ["!", "€", "0", "a"], ["x", "x\u{2019}s", "x\u{201D}s", "xs"],
  ]

  @Test(arguments: ordered) func orders(_ texts: [String]) {
    for (a, b) in zip(texts, texts.dropFirst()) {
      #expect(CellOrder.compare(.text(a), .text(b), .swedish) < 0, "\(a) before \(b)")
    }
  }

  /// Both spellings have the same letters and accents: only the bytes tell them apart.
  @Test(arguments: [
    ("å", "a\u{30A}"), ("Ä", "A\u{308}"), ("ö", "o\u{308}"), ("é", "e\u{301}"),
    ("ü", "u\u{308}"), ("ấ", "a\u{302}\u{301}"), ("Å", "\u{212B}"), ("ñ", "n\u{303}"),
  ]) func spellingsAreEqual(_ composed: String, _ decomposed: String) {
    let keys = [composed, decomposed].map { text in
      CellOrder.swedishKey(text).dropLast(text.utf8.count)
    }
    #expect(keys[0] == keys[1])
    #expect(Array(composed.utf8) != Array(decomposed.utf8))
    #expect(CellOrder.compare(.text(composed), .text(decomposed), .swedish) != 0)
  }

  /// Texts are equal only when their bytes are, even where they hold what counts for nothing.
  @Test func keysAreDistinct() {
    let texts = [
      "", "a", "A", "a\u{AD}", "a\u{1}", "a\0", "\u{301}", "a\u{301}", "á", " ", "\t", "\u{A0}",
      "-", "–",
      "ss", "ß", "sS", "SS", "ẞ", "\u{FEFF}a", "a\u{301}\u{323}", "a\u{323}\u{301}", "١", "²",
    ]
    #expect(Set(texts.map(CellOrder.swedishKey)).count == Set(texts.map { Array($0.utf8) }).count)
  }

  @Test func brokenTextIsOrdered() {
    var collation = SwedishCollation()
    var key: [UInt8] = []
    [0x61, 0xFF, 0xC3].withUnsafeBufferPointer { collation.write($0, to: &key) }
    #expect(key.last == 0xC3)
  }
}
