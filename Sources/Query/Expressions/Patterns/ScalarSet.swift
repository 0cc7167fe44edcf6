internal import Tables

/// Which Unicode scalars a place of a regular expression takes.
struct ScalarSet {
  enum Named: String {
    case alpha, digit, alnum, space, upper, lower, punct, blank, cntrl, graph, print, xdigit, word

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      let properties = scalar.properties
      return switch self {
      case .alpha: properties.isAlphabetic
      case .digit: scalar.value &- 48 < 10
      case .alnum: Casing.isAlphanumeric(scalar)
      case .word: scalar == "_" || Casing.isAlphanumeric(scalar)
      case .space: properties.isWhitespace
      case .upper: properties.isUppercase
      case .lower: properties.isLowercase
      case .blank: scalar == " " || scalar == "\t"
      case .cntrl: properties.generalCategory == .control
      case .xdigit:
        scalar.value &- 48 < 10 || (scalar.value | 32) &- 97 < 6
      case .punct:
        scalar.isASCII
          ? scalar.value > 32 && scalar.value < 127 && !Casing.isAlphanumeric(scalar)
          : Self.isMark(properties.generalCategory)
      case .graph: !properties.isWhitespace && properties.generalCategory != .control
      case .print: properties.generalCategory != .control
      }
    }

    private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
      switch category {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol,
        .currencySymbol, .modifierSymbol, .otherSymbol:
        true
      default: false
      }
    }
  }

  var ranges: [ClosedRange<UInt32>] = []
  var named: [(name: Named, isNegated: Bool)] = []
  var isNegated = false
  /// Answers for ASCII, two words of bits.
  private var ascii: (UInt64, UInt64) = (0, 0)

  init(_ ranges: [ClosedRange<UInt32>] = []) { self.ranges = ranges }

  /// Computes what is asked most often. To be called when the set is complete.
  mutating func finish(ignoringCase: Bool) {
    if ignoringCase { addOtherCases() }
    for value in UInt8(0)..<128 where computed(Unicode.Scalar(value)) {
      if value < 64 { ascii.0 |= 1 << UInt64(value) } else { ascii.1 |= 1 << UInt64(value - 64) }
    }
    self.ignoresCase = ignoringCase
  }

  private var ignoresCase = false

  private mutating func addOtherCases() {
    for range in ranges where range.count == 1 {
      guard let scalar = Unicode.Scalar(range.lowerBound) else { continue }
      for other in [Casing.lowered(scalar), Casing.raised(scalar)] where other != scalar {
        ranges.append(other.value...other.value)
      }
    }
    ignoresCase = true
  }

  func contains(_ value: UInt32) -> Bool {
    if value < 64 { return ascii.0 >> UInt64(value) & 1 == 1 }
    if value < 128 { return ascii.1 >> UInt64(value - 64) & 1 == 1 }
    guard let scalar = Unicode.Scalar(value) else { return false }
    return computed(scalar)
  }

  private func computed(_ scalar: Unicode.Scalar) -> Bool {
    var isIn = holds(scalar)
    if !isIn, ignoresCase {
      let (lower, upper) = (Casing.lowered(scalar), Casing.raised(scalar))
      isIn = (lower != scalar && holds(lower)) || (upper != scalar && holds(upper))
    }
    return isIn != isNegated
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) }
      || named.contains { $0.name.contains(scalar) != $0.isNegated }
  }
}
