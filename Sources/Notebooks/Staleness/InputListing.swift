/// The files that the outputs of a notebook were made from, once each with the hash of its bytes, and which
/// of them belong to which hash of inputs. It stands in a comment at the end of the notebook and decides
/// nothing: it names what has changed.
struct InputListing: Hashable, Sendable {
  static let opening = "<!-- nyckeltal:inputs"

  /// The inputs by their hash.
  var inputs: [ContentHash: [InputEntry]] = [:]

  init() {}

  /// A list as it stands in a notebook; `nil` for what is none.
  init?(_ text: String) {
    var entries: [Int: InputEntry] = [:]
    let lines = text.split(whereSeparator: \.isLineEnd)
    guard lines.first == Substring(Self.opening), lines.last == "-->" else { return nil }
    for line in lines.dropFirst().dropLast() {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count == 3 else { return nil }
      if words[1] == "=", let hash = ContentHash(words[0]) {
        inputs[hash] = Self.numbers(words[2]).compactMap { entries[$0] }
      } else if let number = Int(words[0]), let hash = ContentHash(words[1]) {
        entries[number] = InputEntry(name: PercentEncoding.decoded(words[2]), hash: hash)
      } else {
        return nil
      }
    }
  }

  /// Whether a line looks like one of a list: a number and a hash, or a hash and numbers.
  static func isEntry(_ line: String) -> Bool {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3 else { return false }
    return words[1] == "="
      ? ContentHash(words[0]) != nil
      : Int(words[0]) != nil && ContentHash(words[1]) != nil
  }

  /// The comment, its lines ended as asked for.
  func text(lineEnd: String) -> String {
    var numbers: [InputEntry: Int] = [:]
    var lines = [Self.opening]
    let all = Set(inputs.values.joined()).sorted {
      ($0.name, $0.hash.bits) < ($1.name, $1.hash.bits)
    }
    for entry in all {
      numbers[entry] = numbers.count + 1
      lines.append("\(numbers.count) \(entry.hash) \(Self.encoded(entry.name))")
    }
    for (hash, entries) in inputs.sorted(by: { $0.key.bits < $1.key.bits }) {
      lines.append("\(hash) = " + Self.ranges(entries.compactMap { numbers[$0] }))
    }
    return (lines + ["-->"]).joined(separator: lineEnd)
  }

  /// `1-3,5` of 1, 2, 3 and 5.
  private static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }

  private static func numbers(_ text: String) -> [Int] {
    text.split(separator: ",").flatMap { part -> [Int] in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last, last - first < 1_000_000
      else { return [] }
      return Array(first...last)
    }
  }

  /// A name that ends no comment and no line.
  private static func encoded(_ name: String) -> String {
    var result = ""
    var before: UInt8 = 0
    for byte in name.utf8 {
      if byte < 0x20 || byte == 0x25 || byte == 0x3E || (byte == 0x2D && before == 0x2D) {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      } else {
        result.unicodeScalars.append(UnicodeScalar(byte))
      }
      before = byte
    }
    return String(decoding: result.unicodeScalars.map { UInt8($0.value) }, as: UTF8.self)
  }
}

/// A file with the hash of its bytes, or a pattern with that of the names that it finds.
struct InputEntry: Hashable, Sendable {
  var name: String
  var hash: ContentHash
  /// Whether it is a file, not the names that a pattern or a workspace finds.
  var isFile: Bool { !name.hasSuffix("/") && !name.utf8.contains { "*?[".utf8.contains($0) } }
  var isMissing: Bool { hash == Self.missing }

  /// Stands for the bytes of a file that is not there.
  static let missing = ContentHash(of: ["missing"])
}
