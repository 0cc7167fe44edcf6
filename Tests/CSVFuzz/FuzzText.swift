import TableFiles
import Tables

/// Random texts that look like CSV, well-formed or not; the same for the same seed.
struct FuzzText {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
  }

  mutating func number(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  mutating func chance(_ percent: Int) -> Bool { number(100) < percent }

  private static let values = [
    "", "1", "42", "-7", "007", "3.14", "2,5", "1e3", "58 %", "true", "FALSE", "2023-06-22",
    "2023-06-22T08:30", "2023-06-22 08:30:15", "22 juni 2023", "NA", "-", "saknas", "ja", "nej",
    "Å", "höst 2023", "a longer text of more than fifteen bytes", "5\" rör", "=\"007\"",
    "999999999999999999", "9999999999999999999", "+46701234567", " 5 ", "1 234", "0.1", ".5",
    "1.100,50", "1.299", "12.500", "350", "1,299", "1.234.567", "1'100", "12 kr", "3 tkr", "€ 7",
    "<5", "123*", "12 st", "15/8/2024", "8/15/2024", "5/11/2024", "2024-08-15 13.22", "4 juni 2024",
    "20240815", "2024-08-15T13:22Z", "..", "\u{2212}5", "–5,5", "1\u{2007}234",
    "e\u{301}", "x\u{0}y", "'", "0", "-0", "00", "1.0000000000000000000000001", "123456789.123456",
  ]
  private static let noise = [
    "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "a", " ", "1", "\t", "\"\n",
  ]

  /// A text: orderly rows most of the time, noise otherwise.
  mutating func text() -> [UInt8] {
    var text = ""
    if chance(12) {
      for _ in 0..<number(40) { text += Self.noise[number(Self.noise.count)] }
      return Array(text.utf8)
    }
    let delimiter = [",", ";", "\t", "|"][number(4)]
    let lineEnd = ["\n", "\r\n", "\n", "\r"][number(4)]
    let width = chance(10) ? 1 : 1 + number(5)
    let kinds = (0..<width).map { _ in number(Self.values.count) }
    let (quoting, mixing) = (chance(50) ? number(100) : 0, chance(50) ? number(30) : 0)
    let ragged = chance(10)
    if chance(5) { text += "sep=\(delimiter)\(lineEnd)" }
    if chance(10) { text += "Uttag 2025-01-06" + lineEnd }
    if chance(85) {
      text += (0..<width).map { "namn\($0)" }.joined(separator: delimiter) + lineEnd
    }
    let rows = number(30)
    for row in 0..<rows {
      var fields = (0..<width).map { column -> String in
        let kind = chance(mixing) ? number(Self.values.count) : kinds[column]
        var value = Self.values[kind]
        if chance(3) { value += "\n\"\(delimiter)" }
        let isSpecial = value.contains { "\"\r\n\(delimiter)".contains($0) }
        if chance(quoting) || (isSpecial && chance(96)) {
          value =
            "\""
            + value.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
          if chance(4) { value += " " }
          if chance(1) { value += "x" }
        }
        return value
      }
      if ragged, chance(20), width > 1 { fields.removeLast(1 + number(width - 1)) }
      if ragged, chance(20) { fields.append(chance(80) ? "" : "mer") }
      text += fields.joined(separator: delimiter)
      if chance(2) { text += lineEnd }
      text += row == rows - 1 && chance(30) ? "" : chance(2) ? "\r" : lineEnd
    }
    var bytes = Array(text.utf8)
    if chance(2), !bytes.isEmpty { bytes[number(bytes.count)] = UInt8(number(256)) }
    return bytes
  }

  /// What the caller says about the text: nothing, most of the time.
  mutating func options() -> CSVOptions {
    var options = CSVOptions()
    if chance(10) { options.decimalComma = chance(50) }
    if chance(10) { options.hasHeader = chance(50) }
    if chance(10) { options.delimiter = Array(",;\t|".utf8)[number(4)] }
    if chance(10) { options.missingWords = [["1", "nej"], [], ["-7", "3.14", "ja"]][number(3)] }
    if chance(10) { options.missingWords.insert("nej") }
    if chance(15) {
      let types: [ColumnType] = [.text, .integer, .real, .boolean, .date, .timestamp]
      options.types = ["namn0": types[number(6)], "column_1": types[number(6)]]
    }
    return options
  }
}
