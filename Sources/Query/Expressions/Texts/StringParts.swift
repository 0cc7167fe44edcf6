internal import Tables

/// Parts of texts, counted in Unicode scalars.
enum StringParts {
  enum Sides { case start, end, both }

  /// PostgreSQL's limit for one value.
  static let greatestSize: Int64 = 1 << 30
  static var tooLarge: QueryError { QueryError("requested length too large") }

  static func trimmed(_ text: String, _ marks: [Unicode.Scalar], _ sides: Sides) -> String {
    var rest = Substring(text).unicodeScalars
    if sides != .end { while let first = rest.first, marks.contains(first) { rest.removeFirst() } }
    if sides != .start { while let last = rest.last, marks.contains(last) { rest.removeLast() } }
    return String(rest)
  }

  /// Characters from a place, counted from 1; places before the text count, too.
  static func part(_ text: String, from start: Int64, count: Int64? = nil) throws -> String {
    if let count, count < 0 { throw QueryError("negative substring length not allowed") }
    var end = Int64.max
    if let count {
      let (sum, overflow) = start.addingReportingOverflow(count)
      if !overflow { end = sum }
    }
    let scalars = text.unicodeScalars
    let first = max(1, start)
    guard end > first,
      let from = scalars.index(
        scalars.startIndex, offsetBy: Int(clamping: first - 1), limitedBy: scalars.endIndex)
    else { return "" }
    let to = scalars.index(
      from, offsetBy: Int(clamping: end - first), limitedBy: scalars.endIndex)
    return String(scalars[from..<(to ?? scalars.endIndex)])
  }

  /// Where a part first stands, counted from 1; 0 for nowhere.
  static func place(of part: String, in text: String) -> Int64 {
    var (text, part) = (text, part)
    let bytes = part.withUTF8 { Array($0) }
    return text.withUTF8 { text in
      guard let place = LikePattern.find(bytes, in: text, from: 0) else { return 0 }
      return Int64(text[..<place].count { $0 & 0xC0 != 0x80 }) + 1
    }
  }

  static func replaced(_ text: String, _ old: String, by new: String) -> String {
    guard !old.isEmpty else { return text }
    return split(text, old).joined(separator: new)
  }

  /// The parts between separators, found by their bytes.
  static func split(_ text: String, _ separator: String) -> [String] {
    var text = text
    let separator = Array(separator.utf8)
    guard !separator.isEmpty else { return [text] }
    return text.withUTF8 { text in
      var parts: [String] = []
      var start = 0
      while let place = LikePattern.find(separator, in: text, from: start) {
        parts.append(String(decoding: text[start..<place], as: UTF8.self))
        start = place + separator.count
      }
      parts.append(String(decoding: text[start...], as: UTF8.self))
      return parts
    }
  }

  /// A text filled up or cut to a length.
  static func padded(
    _ text: String, to length: Int64, with fill: String, atStart: Bool
  ) throws -> String {
    guard length > 0 else { return "" }
    guard length < greatestSize / 4 else { throw tooLarge }
    let scalars = Array(text.unicodeScalars)
    if scalars.count >= Int(length) { return try part(text, from: 1, count: length) }
    let fill = Array(fill.unicodeScalars)
    guard !fill.isEmpty else { return text }
    var padding = String.UnicodeScalarView()
    for index in 0..<(Int(length) - scalars.count) { padding.append(fill[index % fill.count]) }
    return atStart ? String(padding) + text : text + String(padding)
  }
}
