internal import Imports
internal import TableFiles

/// A file of CSV as its bytes, of which single fields can be changed: the order of rows, what stands between
/// them, line ends, and how all other fields are written stay as they are.
struct CSVFile: Sendable {
  private(set) var bytes: [UInt8]
  private let delimiter: UInt8
  /// The places of the fields of each record; the first record holds the names.
  private let records: [[Range<Int>]]
  /// The names of the columns.
  let names: [String]

  /// Reads a file that has a column `id`; `nil` for bytes that are no UTF-8, a quote that never ends, or a file
  /// without such a column.
  init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let found = Self.delimiters.lazy.compactMap { delimiter -> ([[Range<Int>]], [String], UInt8)? in
      guard let records = Self.records(of: bytes, delimiter), let first = records.first else {
        return nil
      }
      let names = first.map { Self.text(bytes[$0]) }
      return names.contains("id") ? (records, names, delimiter) : nil
    }.first
    guard let found else { return nil }
    self.bytes = bytes
    (records, names, delimiter) = found
  }

  private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// A record and what it holds.
  struct Row: Hashable, Sendable {
    /// Its place among the records.
    fileprivate var place: Int
    /// Its fields by the names of their columns.
    var fields: [String: String]
    /// A hash of its bytes: who changes it says which version she saw.
    var stamp: String
  }

  /// The row of an id; `nil` where there is none, or several.
  func row(_ id: String) -> Row? {
    guard let column = names.firstIndex(of: "id") else { return nil }
    let places = records.indices.dropFirst().filter { place in
      records[place].count > column && Self.text(bytes[records[place][column]]) == id
    }
    guard places.count == 1, let place = places.first, let range = range(of: place) else {
      return nil
    }
    let fields = zip(names, records[place]).map { ($0, Self.text(bytes[$1])) }
    return Row(
      place: place, fields: Dictionary(fields, uniquingKeysWith: { first, _ in first }),
      stamp: SHA256.digest(of: Array(bytes[range])).prefix(16).hexadecimal)
  }

  /// The bytes of the file with other texts in a row. Columns that are not there are added at the end.
  func changing(_ row: Row, to values: [(name: String, text: String)]) -> [UInt8] {
    var edits: [(range: Range<Int>, bytes: [UInt8])] = []
    var added: [(name: String, text: String)] = []
    // Texts of columns that the file has and a row that is short lacks.
    var lacking: [Int: String] = [:]
    for (name, text) in values where row.fields[name] ?? "" != text {
      guard let column = names.firstIndex(of: name) else {
        added.append((name, text))
        continue
      }
      if column < records[row.place].count {
        edits.append((records[row.place][column], written(text)))
      } else {
        lacking[column] = text
      }
    }
    for place in records.indices where !added.isEmpty || place == row.place && !lacking.isEmpty {
      guard let last = records[place].last else { continue }
      // A record that is short gets the fields that it lacks before those that are new.
      var more: [UInt8] = []
      for column in names.indices.dropFirst(records[place].count) {
        more.append(delimiter)
        if place == row.place { more += written(lacking[column] ?? "") }
      }
      for (name, text) in added {
        more.append(delimiter)
        if place == 0 { more += written(name) }
        if place == row.place { more += written(text) }
      }
      edits.append((last.upperBound..<last.upperBound, more))
    }
    // From the end, so that places hold; an empty last field and what comes behind it have the same place.
    var result = bytes
    let order = edits.indices.sorted {
      (edits[$0].range.lowerBound, $0) > (edits[$1].range.lowerBound, $1)
    }
    for edit in order { result.replaceSubrange(edits[edit].range, with: edits[edit].bytes) }
    return result
  }

  private func range(of place: Int) -> Range<Int>? {
    guard let first = records[place].first, let last = records[place].last else { return nil }
    return first.lowerBound..<last.upperBound
  }

  // MARK: Fields

  /// A text as a field; nothing for an empty one, as a missing value is written.
  private func written(_ text: String) -> [UInt8] {
    guard !text.isEmpty else { return [] }
    var writer = CSVWriter(guardsFormulas: false)
    writer.append(fields: [text])
    var bytes = writer.bytes
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    return bytes
  }

  /// What a field says.
  private static func text(_ field: ArraySlice<UInt8>) -> String {
    let quote = UInt8(ascii: "\"")
    guard field.first == quote, field.count >= 2 else {
      return String(decoding: field, as: UTF8.self)
    }
    var result: [UInt8] = []
    var isDoubled = false
    for byte in field.dropFirst().dropLast() {
      if byte == quote, !isDoubled {
        isDoubled = true
        continue
      }
      isDoubled = false
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The places of all fields; lines that hold nothing are no records.
  private static func records(of bytes: [UInt8], _ delimiter: UInt8) -> [[Range<Int>]]? {
    let quote = UInt8(ascii: "\"")
    var records: [[Range<Int>]] = []
    var fields: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var isQuoted = false
    var place = start
    func isBlank(_ end: Int) -> Bool { fields.isEmpty && start == end }
    while place < bytes.count {
      let byte = bytes[place]
      if isQuoted {
        // A doubled quote closes and opens again.
        if byte == quote { isQuoted = false }
      } else if byte == quote {
        isQuoted = true
      } else if byte == delimiter {
        fields.append(start..<place)
        start = place + 1
      } else if byte == 0x0A || byte == 0x0D {
        if !isBlank(place) {
          fields.append(start..<place)
          records.append(fields)
        }
        fields = []
        if byte == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
        start = place + 1
      }
      place += 1
    }
    guard !isQuoted else { return nil }
    if !isBlank(bytes.count) {
      fields.append(start..<bytes.count)
      records.append(fields)
    }
    return records
  }
}
