internal import Tables

extension RegexParser {
  mutating func escape() throws -> RegexTree {
    guard let scalar = next else { throw Self.error("invalid escape \\ sequence") }
    if let (name, isNegated) = Self.shorthand(scalar) {
      place += 1
      var set = ScalarSet()
      set.named = [(name, isNegated)]
      return finished(set)
    }
    let assertion: RegexTree.Assertion
    switch scalar {
    case "A": assertion = .start
    case "Z": assertion = .end
    case "m": assertion = .wordStart
    case "M": assertion = .wordEnd
    case "y": assertion = .wordEdge
    case "Y": assertion = .noWordEdge
    default: return literal(try escapedScalar())
    }
    place += 1
    return .assertion(assertion)
  }

  private static func shorthand(_ scalar: Unicode.Scalar) -> (ScalarSet.Named, Bool)? {
    switch scalar {
    case "d": (.digit, false)
    case "D": (.digit, true)
    case "w": (.word, false)
    case "W": (.word, true)
    case "s": (.space, false)
    case "S": (.space, true)
    default: nil
    }
  }

  /// The character that an escape stands for.
  private mutating func escapedScalar() throws -> Unicode.Scalar {
    guard let scalar = next else { throw Self.error("invalid escape \\ sequence") }
    place += 1
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "f": return "\u{C}"
    case "v": return "\u{B}"
    case "a": return "\u{7}"
    case "b": return "\u{8}"
    case "e": return "\u{1B}"
    case "B": return "\\"
    case "0": return "\0"
    case "x": return try hexadecimal(1...8)
    case "u": return try hexadecimal(4...4)
    case "U": return try hexadecimal(8...8)
    case "1"..."9": throw Self.error("back references are not supported")
    default:
      if Casing.isAlphanumeric(scalar) { throw Self.error("invalid escape \\ sequence") }
      return scalar
    }
  }

  private mutating func hexadecimal(_ lengths: ClosedRange<Int>) throws -> Unicode.Scalar {
    var value: UInt32 = 0
    var length = 0
    while length < lengths.upperBound, let digit = next.flatMap(Self.digit) {
      value = value &* 16 &+ digit
      length += 1
      place += 1
    }
    guard lengths.contains(length), let scalar = Unicode.Scalar(value) else {
      throw Self.error("invalid escape \\ sequence")
    }
    return scalar
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    if scalar.value &- 48 < 10 { return scalar.value - 48 }
    let letter = (scalar.value | 32) &- 97
    return letter < 6 ? letter + 10 : nil
  }

  mutating func bracket() throws -> RegexTree {
    if looking(at: "[:<:]]") {
      place += 6
      return .assertion(.wordStart)
    }
    if looking(at: "[:>:]]") {
      place += 6
      return .assertion(.wordEnd)
    }
    var set = ScalarSet()
    set.isNegated = skip("^")
    if set.isNegated, options.isByLine { set.ranges.append(10...10) }
    var isFirst = true
    while true {
      guard let scalar = next else { throw Self.error("brackets [] not balanced") }
      if scalar == "]", !isFirst { break }
      isFirst = false
      if looking(at: "[:") {
        set.named.append((try className(), false))
        continue
      }
      if scalar == "\\", place + 1 < scalars.count,
        let (name, isNegated) = Self.shorthand(scalars[place + 1])
      {
        place += 2
        set.named.append((name, isNegated))
        continue
      }
      let low = try bracketScalar()
      guard next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
        set.ranges.append(low.value...low.value)
        continue
      }
      place += 1
      let high = try bracketScalar()
      guard low <= high else { throw Self.error("invalid character range") }
      set.ranges.append(low.value...high.value)
    }
    place += 1
    return finished(set)
  }

  private mutating func bracketScalar() throws -> Unicode.Scalar {
    guard let scalar = next else { throw Self.error("brackets [] not balanced") }
    place += 1
    if scalar == "\\" { return try escapedScalar() }
    // [.x.] and [=x=] stand for x.
    if scalar == "[", let mark = next, mark == "." || mark == "=" {
      guard place + 3 < scalars.count, scalars[place + 2] == mark, scalars[place + 3] == "]"
      else { throw Self.error("invalid collating element") }
      let inner = scalars[place + 1]
      place += 4
      return inner
    }
    return scalar
  }

  private mutating func className() throws -> ScalarSet.Named {
    place += 2
    var name = ""
    while let scalar = next, scalar != ":" {
      name.unicodeScalars.append(scalar)
      place += 1
    }
    guard looking(at: ":]"), let named = ScalarSet.Named(rawValue: name) else {
      throw Self.error("invalid character class")
    }
    place += 2
    return named
  }
}
