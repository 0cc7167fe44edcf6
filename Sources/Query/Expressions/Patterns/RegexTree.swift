internal import Tables

/// A regular expression as read.
indirect enum RegexTree {
  enum Assertion {
    case start, end, lineStart, lineEnd, wordStart, wordEnd, wordEdge, noWordEdge
  }
  case empty
  case one(ScalarSet)
  case sequence([RegexTree])
  case either([RegexTree])
  case many(RegexTree, least: Int, most: Int?, isGreedy: Bool)
  case group(RegexTree, Int)
  case assertion(Assertion)

  /// Whether it prefers a long or a short match; `nil` where it has no choice. In PostgreSQL the
  /// first part with a preference decides for the whole.
  var prefersLong: Bool? {
    switch self {
    case .empty, .one, .assertion: nil
    case .sequence(let parts): parts.lazy.compactMap(\.prefersLong).first
    case .either: true
    case .group(let inner, _): inner.prefersLong
    case .many(let inner, let least, let most, let isGreedy):
      least == most ? inner.prefersLong : isGreedy
    }
  }
}

/// How a regular expression is to be read.
struct RegexOptions {
  var ignoresCase = false
  /// `.` and negated sets leave line ends out, `^` and `$` fit at each line.
  var isByLine = false
  var isLiteral = false
  /// Blanks and comments do not count.
  var isExpanded = false
  /// For regexp_replace: every match.
  var isGlobal = false

  init(ignoresCase: Bool = false) { self.ignoresCase = ignoresCase }

  /// Reads flag letters; `g` only where all matches can be meant.
  init(flags: String, isGlobalAllowed: Bool) throws {
    for flag in flags.unicodeScalars {
      switch flag {
      case "g" where isGlobalAllowed: isGlobal = true
      default:
        guard apply(flag) else { throw QueryError("invalid regular expression option") }
      }
    }
  }

  /// Applies a flag letter; `false` for one that does not exist.
  mutating func apply(_ flag: Unicode.Scalar) -> Bool {
    switch flag {
    case "i": ignoresCase = true
    case "c": ignoresCase = false
    case "n", "m": isByLine = true
    case "s": isByLine = false
    case "x": isExpanded = true
    case "t": isExpanded = false
    case "q": isLiteral = true
    case "e", "b": break
    default: return false
    }
    return true
  }
}
