internal import Tables

/// One call of a function of regular expressions.
struct RegexCall {
  var matcher: RegexMatcher
  var options: RegexOptions
  var scalars: [UInt32]
  var cells: [Cell]

  /// Where an argument lets the search start, counted from 0.
  func start(_ argument: Int) throws -> Int {
    (try number(argument, name: "start", least: 1) ?? 1) - 1
  }

  /// A whole number among the arguments; `nil` where there is none.
  func number(
    _ argument: Int, name: String, least: Int64, most: Int64 = .max
  ) throws -> Int? {
    guard argument < cells.count, case .integer(let value) = cells[argument] else { return nil }
    guard value >= least, value <= most else {
      throw QueryError("invalid value for parameter \"\(name)\"")
    }
    return Int(min(value, Int64(Int32.max)))
  }

  /// All matches in order, none over another.
  func matches(from start: Int) -> [[Int]] {
    var all: [[Int]] = []
    var place = start
    while place <= scalars.count, let match = matcher.match(scalars, from: place) {
      all.append(match)
      // An empty match moves on by one.
      place = match[1] > match[0] ? match[1] : match[1] + 1
    }
    return all
  }

  /// The text of a match or one of its groups.
  func part(_ match: [Int], _ group: Int) -> Cell {
    guard 2 * group + 1 < match.count, match[2 * group] >= 0, match[2 * group + 1] >= 0 else {
      return .null
    }
    return .text(Self.text(scalars[match[2 * group]..<match[2 * group + 1]]))
  }

  /// Where a match or one of its groups begins, or where it has ended, counted from 1; 0 for a group
  /// that took no part.
  func place(_ match: [Int], _ group: Int, end: Bool) -> Int {
    guard 2 * group + 1 < match.count, match[2 * group] >= 0, match[2 * group + 1] >= 0 else {
      return 0
    }
    return match[2 * group + (end ? 1 : 0)] + 1
  }

  static func text(_ values: some Sequence<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for value in values { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
    return String(text)
  }

  /// The text with the first or all of the matches replaced by the third argument, in which `\1`
  /// stands for a group and `\&` for the match.
  func replaced(_ matches: [[Int]], all: Bool) -> String {
    guard case .text(let replacement) = cells[2] else { return "" }
    let marks = replacement.unicodeScalars.map(\.value)
    var result: [UInt32] = []
    var done = 0
    for match in all ? matches[...] : matches.prefix(1) {
      result += scalars[done..<match[0]]
      var place = 0
      while place < marks.count {
        let mark = marks[place]
        place += 1
        guard mark == 92, place < marks.count else {
          result.append(mark)
          continue
        }
        let next = marks[place]
        place += 1
        if next == 38 || next &- 48 < 10 {
          let group = next == 38 ? 0 : Int(next - 48)
          if 2 * group + 1 < match.count, match[2 * group] >= 0, match[2 * group + 1] >= 0 {
            result += scalars[match[2 * group]..<match[2 * group + 1]]
          }
        } else if next == 92 {
          result.append(92)
        } else {
          result += [92, next]
        }
      }
      done = match[1]
    }
    result += scalars[done...]
    return Self.text(result)
  }
}

/// The regular expression used last, as a pattern is mostly the same in all rows.
final class PatternCache {
  private var last: (pattern: String, flags: String, matcher: RegexMatcher, options: RegexOptions)?

  func matcher(
    _ pattern: String, flags: String = "", isGlobalAllowed: Bool = false
  ) throws -> (RegexMatcher, RegexOptions) {
    if let last, byteOrder(last.pattern, pattern) == 0, byteOrder(last.flags, flags) == 0 {
      return (last.matcher, last.options)
    }
    let options = try RegexOptions(flags: flags, isGlobalAllowed: isGlobalAllowed)
    let matcher = try RegexMatcher(pattern, options)
    last = (pattern, flags, matcher, options)
    return (matcher, options)
  }
}
