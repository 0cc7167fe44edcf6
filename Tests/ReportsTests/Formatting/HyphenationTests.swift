import CHyphen
import Labels
import Testing
import TextLayout

@testable import Reports

/// Where words are broken. The places are those of libhyphen 2.8.8 with the patterns of Debian's
/// hyphen-sv and hyphen-en-gb, checked against the rules of Svenska skrivregler: one consonant goes to the
/// next line, compounds break between their parts.
@Suite struct HyphenationTests {
  private static func pieces(_ word: String, _ language: Language) throws -> String {
    let patterns = try #require(
      HyphenPatterns.of(language), "no hyphenation patterns; run scripts/setup --reports")
    var text = ""
    var start = word.startIndex
    for count in patterns.breaks(in: word[...]) {
      let end = word.index(word.startIndex, offsetBy: count)
      text += word[start..<end] + "|"
      start = end
    }
    return text + word[start...]
  }

  @Test(
    "Swedish words",
    arguments: [
      "ut|ställ|ning", "ut|ställ|ningen", "sä|ker|ställd", "till|frå|gade", "till|frå|ga|des",
      "in|for|ma|tions|brev", "för|sko|le|pe|da|go|ger", "gransk|nings|om|gång",
      "mog|nads|ma|tri|ser", "kon|se|kvens|be|döm|ning", "lä|rar|ut|bild|nings|da|gar",
      "kom|pe|tens|platt|form", "upp|följ|ning", "åt|gär|der", "öp|pen|het",
      "ju|ste|rings|pro|to|koll",
      "för|bunds|di|rek|tör", "verk|sam|hets|plan",
      // Two letters before a break, three after it, at least.
      "ären|den", "kom|mun", "ökat", "mål", "pe", "",
    ])
  func swedish(expected: String) throws {
    let word = expected.filter { $0 != "|" }
    #expect(try Self.pieces(word, .swedish) == expected)
    // Headings are in capitals.
    #expect(try Self.pieces(word.uppercased(), .swedish) == expected.uppercased())
  }

  @Test(
    "English words",
    arguments: ["lead|er|ship", "sat|is|fac|tion", "pres|ent|a|tion", "mu|ni|cip|al|ity"])
  func english(expected: String) throws {
    let word = expected.filter { $0 != "|" }
    let found = try Self.pieces(word, .english)
    // British and American patterns differ; neither leaves one letter.
    #expect(found.filter { $0 != "|" } == word && found.contains("|"))
    #expect(found.split(separator: "|").first.map { $0.count >= 2 } == true)
    #expect(found.split(separator: "|").last.map { $0.count >= 3 } == true)
  }

  @Test(
    "what is no word of the language has no place to break",
    arguments: [
      "日本語日本語日本語", "a\u{30A}a\u{308}o\u{308}a\u{30A}a\u{308}", "123456789", "İİİİİİİİ",
      String(repeating: "ställning", count: 12), String(repeating: "x", count: 10_000),
    ])
  func notWords(text: String) throws {
    #expect(try Self.pieces(text, .swedish) == text)
  }

  @Test(
    "lines break between syllables, at a sign of the word, and elsewhere without a hyphen",
    arguments: [
      ("säkerställd", 9, ["säker-", "ställd"]),
      ("utställningen", 12, ["utställ-", "ningen"]),
      ("(geometriutställningen),", 20, ["(geometriutställ-", "ningen),"]),
      ("naturvetenskap/teknik", 18, ["naturvetenskap/", "teknik"]),
      ("näringslivs-utvecklare", 13, ["näringslivs-", "utvecklare"]),
      // Next to nothing before the sign: the syllable is better.
      ("e-legitimationsutfärdare", 18, ["e-legitimationsut-", "färdare"]),
      ("SÄKERSTÄLLD", 9, ["SÄKER-", "STÄLLD"]),
      // Nothing fits: no false hyphen.
      ("ställd", 4, ["stäl", "ld"]),
      ("2023-08-21T14:00:00", 8, ["2023-08-", "21T14:00", ":00"]),
    ])
  func lines(text: String, width: Int, expected: [String]) {
    #expect(wrapped(text, width: width, language: .swedish) == expected)
  }

  @Test(
    "no line is ever wider than asked, and no letter is lost", arguments: 4...40,
    [nil, .swedish, .english] as [Language?])
  func bounds(width: Int, language: Language?) {
    let text = "Ärenden väl beredda: kompetensplattformsgruppen 57\u{A0}576 – åäö 日本語 x"
    let lines = wrapped(text, width: width, language: language)
    #expect(lines.allSatisfy { TextWidth.of($0) <= width })
    let kept = lines.joined().filter { $0 != " " && $0 != "-" }
    #expect(kept == text.filter { $0 != " " && $0 != "-" })
  }

  /// libhyphen takes away the mark before each of these, in all the memory up to the next zero.
  @Test(
    "what stands behind a word in memory, or begins it, writes no mark",
    arguments: ["'", "-", "’"])
  func neighbours(sign: String) throws {
    let word = "utställning"
    for text in [word, sign + word, sign + sign] {
      let plain = try marks(of: text, followedBy: "")
      #expect(try marks(of: text, followedBy: String(repeating: sign, count: 500)) == plain)
    }
    #expect(try marks(of: word, followedBy: "").contains { $0 & 1 == 1 })
  }

  private func marks(of word: String, followedBy rest: String) throws -> [CChar] {
    let path = "/usr/share/hyphen/hyph_sv_SE.dic"
    let patterns = try #require(chyphen_open(path), "run scripts/setup --reports")
    defer { chyphen_close(patterns) }
    let bytes = Self.encoded(word, utf8: chyphen_is_utf8(patterns) != 0)
    let memory = bytes + Self.encoded(rest, utf8: chyphen_is_utf8(patterns) != 0) + [0]
    let outside: CChar = 77
    var marks = [CChar](repeating: outside, count: bytes.count + 600)
    let failed = try marks.withUnsafeMutableBufferPointer { marks in
      let start = try #require(marks.baseAddress) + 50
      return chyphen_breaks(patterns, memory, CInt(bytes.count), start)
    }
    #expect(failed == 0)
    #expect(marks[..<50].allSatisfy { $0 == outside })
    #expect(marks[(50 + bytes.count)...].allSatisfy { $0 == outside })
    return Array(marks[50..<50 + bytes.count])
  }

  private static func encoded(_ text: String, utf8: Bool) -> [CChar] {
    utf8
      ? text.utf8.map { CChar(bitPattern: $0) }
      : text.unicodeScalars.map { CChar(bitPattern: UInt8(exactly: $0.value) ?? UInt8(ascii: "'")) }
  }
}
