import TableFixtures
import Testing

@testable import TableFiles

@Suite("Tokenizer")
struct TokenizerTests {
  static func rows(_ text: String, delimiter: UInt8, limit: Int) -> [[String]] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer(bytes, delimiter: delimiter, keepsBlankLines: false)
      var scratch: [UInt8] = []
      var rows: [[String]] = []
      while true {
        let batch = tokenizer.next(limit)
        if batch.count == 0 { return rows }
        for record in 0..<batch.count {
          rows.append(
            batch.record(record).map { span in
              span.withContent(in: bytes, scratch: &scratch) { String(decoding: $0, as: UTF8.self) }
            })
        }
      }
    }
  }

  @Test("Random records are split as the plain reference does", arguments: 0..<200)
  func reference(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let pieces = ["a", "å", "1", " ", ",", ";", "\"", "\n", "\r\n", "\r", ""]
    var text = ""
    for _ in 0..<Int.random(in: 1...20, using: &generator) {
      let fields = (0..<Int.random(in: 1...4, using: &generator)).map { _ -> String in
        let content = (0..<Int.random(in: 0...6, using: &generator))
          .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
        let needsQuotes = content.utf8.contains { [44, 34, 10, 13].contains($0) }
        return needsQuotes || Bool.random(using: &generator)
          ? "\"" + content.replacing("\"", with: "\"\"") + "\"" : content
      }
      text += fields.joined(separator: ",")
      text += ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    }
    let expected = ReferenceParser.rows(text, delimiter: ",")
    let comma = UInt8(ascii: ",")
    #expect(Self.rows(text, delimiter: comma, limit: 1000) == expected, "\(text.debugDescription)")
    #expect(Self.rows(text, delimiter: comma, limit: 1) == expected, "\(text.debugDescription)")
  }

  @Test("Every prefix of a text can be split")
  func prefixes() {
    let text = Array("\"a\"\"b\",c\r\n\"d\re\" ,\"\"\n\"f\"g,h\"\"\r".utf8)
    for count in 0...text.count {
      let part = String(decoding: text.prefix(count), as: UTF8.self)
      _ = Self.rows(part, delimiter: UInt8(ascii: ","), limit: 10)
    }
  }
}
