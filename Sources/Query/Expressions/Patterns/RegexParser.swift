internal import Tables

/// Reads regular expressions in PostgreSQL's "advanced" syntax. Lookaround and back references are
/// refused by name.
struct RegexParser {
  let scalars: [Unicode.Scalar]
  var place = 0
  private var depth = 0
  private(set) var groupCount = 0
  var options: RegexOptions

  init(_ pattern: String, _ options: RegexOptions) {
    scalars = Array(pattern.unicodeScalars)
    self.options = options
  }

  mutating func parse() throws -> RegexTree {
    if options.isLiteral { return .sequence(scalars.map(literal)) }
    if looking(at: "***") {
      throw Self.error("the prefix *** is not supported")
    }
    try readEmbeddedOptions()
    let tree = try alternatives()
    guard place == scalars.count else { throw Self.error("parentheses () not balanced") }
    return tree
  }

  static func error(_ what: String) -> QueryError {
    QueryError("invalid regular expression: \(what)")
  }

  func looking(at text: StaticString) -> Bool {
    let wanted = text.description.unicodeScalars
    return scalars[place...].starts(with: wanted)
  }

  var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  private mutating func readEmbeddedOptions() throws {
    guard looking(at: "(?"), place + 2 < scalars.count,
      scalars[place + 2].value &- 97 < 26
    else { return }
    var end = place + 2
    while end < scalars.count, scalars[end] != ")" {
      guard options.apply(scalars[end]) else {
        throw Self.error("invalid embedded option")
      }
      end += 1
    }
    guard end < scalars.count else { throw Self.error("parentheses () not balanced") }
    place = end + 1
  }

  private mutating func alternatives() throws -> RegexTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else { throw Self.error("nested too deeply") }
    var all = [try sequence()]
    while skip("|") { all.append(try sequence()) }
    return all.count == 1 ? all[0] : .either(all)
  }

  private mutating func sequence() throws -> RegexTree {
    var parts: [RegexTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if options.isExpanded, skipBlank(scalar) { continue }
      let atom = try atom(scalar)
      parts.append(try quantified(atom))
    }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func skipBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace {
      place += 1
      return true
    }
    guard scalar == "#" else { return false }
    while let scalar = next, scalar != "\n" { _ = skip(scalar) }
    return true
  }

  func literal(_ scalar: Unicode.Scalar) -> RegexTree {
    finished(ScalarSet([scalar.value...scalar.value]))
  }

  func finished(_ set: ScalarSet) -> RegexTree {
    var set = set
    set.finish(ignoringCase: options.ignoresCase)
    return .one(set)
  }

  private mutating func atom(_ scalar: Unicode.Scalar) throws -> RegexTree {
    place += 1
    switch scalar {
    case "(": return try group()
    case "[": return try bracket()
    case ".":
      var set = ScalarSet(options.isByLine ? [10...10] : [])
      set.isNegated = true
      return finished(set)
    case "^": return .assertion(options.isByLine ? .lineStart : .start)
    case "$": return .assertion(options.isByLine ? .lineEnd : .end)
    case "\\": return try escape()
    case "*", "+", "?": throw Self.error("quantifier operand invalid")
    case "{" where (next?.value ?? 0) &- 48 < 10:
      throw Self.error("quantifier operand invalid")
    default: return literal(scalar)
    }
  }

  private mutating func group() throws -> RegexTree {
    var number: Int?
    if skip("?") {
      guard skip(":") else {
        switch next {
        case "=", "!", "<": throw Self.error("lookaround (?= (?! (?<= (?<! is not supported")
        case "#":
          while let scalar = next, scalar != ")" { _ = skip(scalar) }
          guard skip(")") else { throw Self.error("parentheses () not balanced") }
          return .empty
        default: throw Self.error("quantifier operand invalid")
        }
      }
    } else {
      groupCount += 1
      number = groupCount
    }
    let inner = try alternatives()
    guard skip(")") else { throw Self.error("parentheses () not balanced") }
    // A group without a number keeps its parts together, too.
    return number.map { .group(inner, $0) } ?? .sequence([inner])
  }

  private mutating func quantified(_ atom: RegexTree) throws -> RegexTree {
    let (least, most): (Int, Int?)
    switch next {
    case "*": (least, most) = (0, nil)
    case "+": (least, most) = (1, nil)
    case "?": (least, most) = (0, 1)
    case "{" where place + 1 < scalars.count && scalars[place + 1].value &- 48 < 10:
      place += 1
      let low = try count()
      var high: Int? = low
      if skip(",") { high = next == "}" ? nil : try count() }
      guard next == "}" else { throw Self.error("invalid repetition count(s)") }
      if let high, high < low { throw Self.error("invalid repetition count(s)") }
      (least, most) = (low, high)
    default: return atom
    }
    place += 1
    let isGreedy = !skip("?")
    if case .assertion = atom { throw Self.error("quantifier operand invalid") }
    switch next {
    case "*", "+", "?": throw Self.error("quantifier operand invalid")
    default: break
    }
    return .many(atom, least: least, most: most, isGreedy: isGreedy)
  }

  private mutating func count() throws -> Int {
    var value = 0
    var isEmpty = true
    while let scalar = next, scalar.value &- 48 < 10 {
      value = value * 10 + Int(scalar.value - 48)
      isEmpty = false
      place += 1
      guard value <= 255 else { throw Self.error("invalid repetition count(s)") }
    }
    if isEmpty { throw Self.error("invalid repetition count(s)") }
    return value
  }
}
