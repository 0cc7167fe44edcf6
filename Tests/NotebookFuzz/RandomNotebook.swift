import Diagnostics
import Notebooks
import Reports

/// Random texts that look like notebooks; the same for the same seed.
struct RandomNotebook {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

  private mutating func number(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  private static let pieces =
    [
      "---\nyear: 2023\nlanguage: en\n---\n", "---\n", "# Title\n", "text `a.n` text\n", "`a.n`",
      "`a[1].n:percent`", "``b``", "\n", "\n\n", "- item\n  ", "> ", "    indented\n", "~~~\n",
      "```\n",
      "````\n", "```sql name=a\nSELECT 1 AS n\n```\n", "```sql name=b\nSELECT n FROM a\n```\n",
      "```sql name=a format=n:2\nSELECT $year AS n\n````\n",
      "~~~sql name=c\nSELECT * FROM c\n~~~\n",
      "```sql\nSELEC\n```\n", "```nyckeltal\ngoals\n```\n", "```sql name=a\n",
      "```sql chart=line\n",
      "<!-- nyckeltal:output cell=a text=0123456789abcdef result=0123456789abcdef "
        + "body=0123456789abcdef -->\n\nold\n\n<!-- /nyckeltal:output -->\n",
      "<!-- nyckeltal:output", " -->\n", "<!-- /nyckeltal:output -->",
      "<!-- nyckeltal:value 1 2 -->",
      "<!-- /nyckeltal:value -->", "<!-- nyckeltal:inputs\n1 0123456789abcdef x.csv\n-->\n",
      "<div>\n", "</div>\n", "<!--", "-->", "| a | b |\n|---|---|\n| `a.n` | 2 |\n", "\t", "\\`",
      "å",
      "\r", "\r\n", "\u{0}", "\u{FEFF}", "[x]: y\n", "***\n", "1. a\n", "===\n", "&amp;", "😀",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xEF, 0xBB, 0xBF]]

  /// Pieces in any order, cut here and there, and now and then with other line ends.
  mutating func text() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<1 + number(24) { bytes += Self.pieces[number(Self.pieces.count)] }
    for _ in 0..<number(4) where !bytes.isEmpty {
      let place = number(bytes.count)
      switch number(3) {
      case 0: bytes.removeSubrange(place..<min(bytes.count, place + 1 + number(12)))
      case 1: bytes.insert(contentsOf: Self.pieces[number(Self.pieces.count)], at: place)
      default: bytes[place] = UInt8(number(256))
      }
    }
    guard number(4) == 0 else { return bytes }
    return bytes.flatMap { $0 == 10 ? [13, 10] : [$0] }
  }

  private static let words = Array("some *words* with `code` in [them](x.md)\n".utf8)

  /// A text with so much between its beginning and its end that it has a size.
  mutating func text(ofSize size: Int) -> [UInt8] {
    var bytes = text()
    while bytes.count < size { bytes += Self.words }
    return bytes + text()
  }
}

/// A host without commands.
struct NoCommands: CommandRunning {
  func needs(of words: [String]) throws(Diagnostic) -> CommandNeeds {
    throw Diagnostic(.error, "none", at: SourceLocation(file: ""), "there are no commands")
  }

  func document(of words: [String], from sources: any CommandSources) throws -> ReportDocument {
    throw Diagnostic(.error, "none", at: SourceLocation(file: ""), "there are no commands")
  }
}
