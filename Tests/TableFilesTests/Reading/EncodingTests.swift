import Diagnostics
import TableFiles
import Tables
import Testing

@Suite("Encodings")
struct EncodingTests {
  static let text = "ort;fråga\r\nBorås;Är det bra – ”ja”?\r\nMölndal;€ 5\r\n"

  static func encoded(_ encoding: CSVEncoding, mark: Bool) -> [UInt8] {
    switch encoding {
    case .utf8: (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .utf16LittleEndian:
      (mark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian:
      (mark ? [0xFE, 0xFF] : []) + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252:
      text.unicodeScalars.map { scalar in
        switch scalar {
        case "–": 0x96
        case "”": 0x94
        case "€": 0x80
        default: UInt8(scalar.value)
        }
      }
    }
  }

  @Test("Every encoding, found and declared", arguments: CSVEncoding.allCases, [true, false])
  func everyEncoding(encoding: CSVEncoding, mark: Bool) {
    if encoding == .windows1252 && mark { return }
    let bytes = Self.encoded(encoding, mark: mark)
    for declared in [nil, encoding] {
      let file = CSVReader.read(bytes: bytes, options: CSVOptions(encoding: declared))
      #expect(file.table.cells == [["Borås", "Är det bra – ”ja”?"], ["Mölndal", "€ 5"]])
      #expect(file.table.schema.names == ["ort", "fråga"])
      #expect(file.dialect.encoding == encoding)
      #expect(file.dialect.hasByteOrderMark == mark)
      let isGuess = encoding == .windows1252 && declared == nil
      #expect(file.codes == (isGuess ? ["csv-encoding"] : []))
    }
  }

  @Test(
    "The writer encodes what the reader decodes", arguments: CSVEncoding.allCases, [true, false])
  func written(encoding: CSVEncoding, mark: Bool) {
    if encoding == .windows1252 && mark { return }
    let table = read(Self.text).table
    let dialect = CSVDialect(
      delimiter: UInt8(ascii: ";"), encoding: encoding, hasByteOrderMark: mark, lineEnd: .crlf)
    #expect(CSVWriter.bytes(of: table, dialect: dialect) == Self.encoded(encoding, mark: mark))
  }

  @Test("A guess is said")
  func guess() {
    let file = CSVReader.read(bytes: Self.encoded(.windows1252, mark: false), named: "svar.csv")
    #expect(
      file.messages == [
        """
        svar.csv: note[csv-encoding]: the file is read as Windows-1252
          It has no byte order mark and is not UTF-8.
          fix: save it as "CSV UTF-8"
          fix: name the encoding   encoding: windows-1252
        """
      ])
  }

  @Test("Damage in a UTF-8 file becomes U+FFFD, with its place")
  func damagedUTF8() {
    let bytes = Array("ort,n\nBorås,1\nMö".utf8) + [0xC3] + Array("lndal,2\nÅmål,3\n".utf8)
    let file = CSVReader.read(bytes: bytes, named: "t.csv")
    #expect(file.table.column("ort") == ["Borås", "Mö\u{FFFD}lndal", "Åmål"])
    #expect(file.dialect.encoding == .utf8)
    #expect(
      file.messages == [
        """
        t.csv:3:3: error[csv-encoding]: the file is not UTF-8 throughout; the first character that is \
        not stands here
          Two encodings are mixed, or the file is damaged; such bytes are read as U+FFFD, the replacement \
        character.
          fix: save the file again as UTF-8
          fix: name the encoding   encoding: windows-1252
        """
      ])
  }

  /// Ill-formed sequences and how many replacement characters they give (the Unicode Standard,
  /// 3.9, tables 3-8 to 3-11).
  @Test(
    "Ill-formed UTF-8",
    arguments: [
      ([0x80], 1), ([0xC0, 0xAF], 2), ([0xE0, 0x80, 0xBF], 3), ([0xF0, 0x81, 0x82], 3),
      ([0xED, 0xA0, 0x80], 3), ([0xE1, 0x80], 1), ([0xF0, 0x91, 0x92], 1), ([0xF5], 1),
      ([0xE1, 0x80, 0xE2], 2),
    ] as [([UInt8], Int)])
  func illFormed(bytes: [UInt8], count: Int) {
    let text = Array("a,b\nåäö,".utf8) + bytes + Array("x\n".utf8)
    let file = CSVReader.read(bytes: text, options: CSVOptions(encoding: .utf8))
    #expect(file.table.rows[0].text("b") == String(repeating: "\u{FFFD}", count: count) + "x")
    #expect(file.codes == ["csv-encoding"])
  }

  @Test("Bytes that Windows-1252 lacks, half a UTF-16 pair, and an odd last byte")
  func otherDamage() {
    let latin = CSVReader.read(
      bytes: [0x61, 0x2C, 0x62, 0x0A, 0x81, 0x2C, 0xE5, 0x0A],
      options: CSVOptions(encoding: .windows1252))
    #expect(latin.table.cells == [["\u{FFFD}", "å"]])
    #expect(latin.diagnostics.map(\.location.description) == ["table.csv:2:1"])
    let wide: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x00, 0xD8, 0x62, 0, 0x63]
    let file = CSVReader.read(bytes: wide)
    #expect(file.table.cells == [["\u{FFFD}b\u{FFFD}"]])
    #expect(file.diagnostics.map(\.location.column) == [1])
  }

  @Test("A pair in UTF-16 is one character")
  func surrogates() {
    let text = "a,b\n😀,1\n"
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(CSVReader.read(bytes: bytes).table.cells == [["😀", 1]])
  }

  @Test("A NUL character is kept and said")
  func zeroByte() {
    let file = read("a,b\nx\u{0}y,1\nab,2\n")
    #expect(file.table.column("a") == ["x\u{0}y", "ab"])
    #expect(
      file.messages == [
        """
        t.csv:2:2: warning[csv-nul]: a NUL character stands in the text
          Text files hold none; the file may be damaged or of another kind.
          fix: export the data again
        """
      ])
  }
}
