/// A text that is hard to cut into parts.
struct HardText: Sendable {
  let name: String
  let bytes: [UInt8]
  /// The text in UTF-8, for what is written otherwise; 0xFF stands for what cannot be decoded.
  let decoded: [UInt8]?

  init(_ name: String, _ text: String) {
    self.init(name, Array(text.utf8))
  }

  init(_ name: String, _ bytes: [UInt8], decoded: String? = nil, _ fault: [UInt8] = []) {
    self.name = name
    self.bytes = bytes
    self.decoded = decoded.map { Array($0.utf8) + fault }
  }

  static let all = [
    HardText("doubled quotes", "a,b\n\"x\"\"y\",1\n\"\"\"\",2\n\"\"\"\"\"\",3\n\"\",4\n"),
    HardText("line ends in quotes", "a,b\n\"1\r\n2\r3\n\n4\",x\n\"\r\",\"\n\"\n\"\r\n\",z\n"),
    HardText("CRLF", "a,b\r\n1,x\r\n2,\"y\"\r\n\r\n3,\"z\r\n\"\r\n"),
    HardText("CR", "a,b\r1,x\r2,\"y\"\r\r3,z\r"),
    HardText("mixed line ends", "a,b\r\n1,x\n2,y\r3,z\n\r4,w\r\n\n\r5,v"),
    HardText(
      "quotes inside fields", "a,b\n5\" pipe,1\nx\"y\"z,2\n6\"\"7,3\n=\"007\",4\n\"ok\",5\n"),
    HardText("blanks behind quotes", "a,b\n\"x\"  ,1\n\"y\"\t,2\n\"z\", \n"),
    HardText("text behind a quote", "a,b\n\"x\",1\n\"y\"z,2\n\"w\",3\n"),
    HardText("unclosed quote", "a,b\n\"x\",1\n\"y,2\nz,3\n"),
    HardText("unclosed quote at the end", "a,b\nx,1\ny,\""),
    HardText("NUL", "a,b\n\u{0},1\nx\u{0}y,2\n"),
    HardText("header only", "a,b\n"), HardText("header without line end", "a,b"),
    HardText("no final line end", "a,b\n1,2\n3,4"), HardText("empty", ""),
    HardText("only blank lines", "\n\r\n\r"), HardText("one column", "a\n1\n\n3\r\n\r\n5"),
    HardText("no header", "1,2\n3,4\n5,6\n"), HardText("no header, blank first", "\n\n1\n2\n"),
    HardText("separator line", "sep=;\r\na;b\r\n1;2\r\n"),
    HardText("short rows", "a,b,c\n1\n1,2\n1,2,3\n\n,\n"),
    HardText("long rows", "a,b\n1,2,\n3,4,\"\",\n5,6\n"),
    HardText("too long a row", "a,b\n1,2\n3,4,5\n6,7\n"),
    HardText("byte order mark", [0xEF, 0xBB, 0xBF] + Array("å,b\nä,1\n".utf8)),
    HardText("invalid UTF-8", Array("å,ä\nö,1\nx,".utf8) + [0xC3] + Array("\né,2\n".utf8)),
    HardText("cut-off letter", Array("å,ä\nö,1\nx,".utf8) + [0xC3]),
    HardText(
      "Windows-1252", [0x61, 0x2C, 0x62, 0x0A, 0xE5, 0x2C, 0x80, 0x0A, 0x93, 0x2C, 0x94],
      decoded: "a,b\nå,€\n“,”"),
    HardText(
      "a hole in Windows-1252", [0x61, 0x2C, 0x62, 0x0A, 0xE5, 0x2C, 0x81, 0x0A],
      decoded: "a,b\nå,", [0xFF]),
    HardText("wide letters", "a,b\n😀,1\n€uro,2\n…,3\n\u{2028},4\n"),
    HardText("UTF-16, low first", wide(wideText, highFirst: false), decoded: wideText),
    HardText("UTF-16, high first", wide(wideText, highFirst: true), decoded: wideText),
    HardText(
      "half a UTF-16 unit", wide("a;b\nx;1\n", highFirst: false) + [0x41],
      decoded: "a;b\nx;1\n", [0xFF]),
    HardText(
      "half a pair", wide("a;b\nx;1\n", highFirst: false) + [0x3D, 0xD8],
      decoded: "a;b\nx;1\n", [0xFF]),
  ]

  private static let wideText = "a;b\r\nå😀;1,5\r\n\"x\ny\";2\r\n"

  private static func wide(_ text: String, highFirst: Bool) -> [UInt8] {
    "\u{FEFF}\(text)".utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return highFirst ? [high, low] : [low, high]
    }
  }
}
