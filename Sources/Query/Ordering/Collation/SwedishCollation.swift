/// The order of texts in Swedish, as keys whose bytes compare like the texts.
///
/// Texts differ first by their letters, then by accents, then by case, and at last by their bytes,
/// so that only texts of equal bytes are equal. A difference counts before all later differences of
/// a lesser kind: `Bo`, `bok`, `Bokö`.
///
/// 1. Letters. Blanks come first, then punctuation and symbols, then digits (one by one: `10`
///    before `2`), then a to z, å, ä, ö, then letters of other scripts by their code points. v and
///    w are two letters, as in *Svenska Akademiens ordlista* since 2006. é, è, ê count as e and
///    other Latin letters with marks as the letter without; but ü and ű as y, æ as ä, ø, ő and œ as
///    ö, ß as ss, þ as th, đ and ð as d, ł as l. Control characters and soft hyphens count for
///    nothing.
/// 2. Accents: e before é before è. Letters of one scalar and letters with combining marks are
///    equal.
/// 3. Case: a before A.
/// 4. The bytes of UTF-8.
struct SwedishCollation {
  private var accents: [UInt8] = []
  private var cases: [UInt8] = []
  private var needsBytes = false

  /// Weights of the first level. 0 and 1 are below every weight.
  private enum Weight {
    static let none: UInt8 = 0
    static let separator: UInt8 = 0x01
    static let blank: UInt8 = 0x02
    static let punctuation: UInt8 = 0x03
    /// Followed by three bytes of code point.
    static let symbol: UInt8 = 0x30
    static let digit: UInt8 = 0x40
    static let letter: UInt8 = 0x50
    /// Followed by three bytes of code point.
    static let otherLetter: UInt8 = 0x80
  }

  /// Weights of accents and case.
  private enum Minor {
    static let plain: UInt8 = 0x02
    static let upper: UInt8 = 0x03
    /// A mark without a letter of its own; followed by three bytes of code point.
    static let mark: UInt8 = 0xFF
  }

  private static let punctuation = Array("_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$".utf8)

  /// First-level weights of ASCII; ``Weight/none`` for control characters.
  private static let ascii: [UInt8] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case 0x09...0x0D, 0x20: Weight.blank
    case 0x30...0x39: Weight.digit + byte - 0x30
    case 0x41...0x5A: Weight.letter + byte - 0x41
    case 0x61...0x7A: Weight.letter + byte - 0x61
    default:
      punctuation.firstIndex(of: byte).map { Weight.punctuation + UInt8($0) } ?? Weight.none
    }
  }

  /// Replaces `key` by the key of a text.
  mutating func write(_ text: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    accents.removeAll(keepingCapacity: true)
    cases.removeAll(keepingCapacity: true)
    needsBytes = false
    if text.allSatisfy({ $0 < 0x80 }) {
      Self.ascii.withUnsafeBufferPointer { weights in
        for byte in text { add(ascii: byte, weights[Int(byte)], to: &key) }
      }
    } else {
      needsBytes = true
      add(String(decoding: text, as: UTF8.self).unicodeScalars, to: &key)
    }
    Self.trim(&accents)
    Self.trim(&cases)
    if accents.isEmpty, cases.isEmpty, !needsBytes { return }
    key.append(Weight.separator)
    key += accents
    if cases.isEmpty, !needsBytes { return }
    key.append(Weight.separator)
    key += cases
    if !needsBytes { return }
    key.append(Weight.separator)
    key += text
  }

  @inline(__always)
  private mutating func add(ascii byte: UInt8, _ weight: UInt8, to key: inout [UInt8]) {
    if weight == Weight.none {
      needsBytes = true
      return
    }
    if weight == Weight.blank, byte != 0x20 { needsBytes = true }
    key.append(weight)
    accents.append(Minor.plain)
    cases.append(0x41...0x5A ~= byte ? Minor.upper : Minor.plain)
  }

  private mutating func add(_ scalars: String.UnicodeScalarView, to key: inout [UInt8]) {
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      let first = index
      while index < scalars.endIndex, Self.isMark(scalars[index]) {
        index = scalars.index(after: index)
      }
      if first == index {
        if scalar.isASCII {
          let byte = UInt8(truncatingIfNeeded: scalar.value)
          add(ascii: byte, Self.ascii[Int(byte)], to: &key)
        } else {
          add(scalar, to: &key)
        }
        continue
      }
      var letter = String.UnicodeScalarView([scalar])
      letter.append(contentsOf: scalars[first..<index])
      let whole = String(letter)
      if whole.count == 1, let known = whole.first.flatMap(SwedishLetters.letter) {
        add(known, to: &key)
      } else {
        add(scalar, marks: Array(scalars[first..<index]), to: &key)
      }
    }
  }

  /// A letter whose marks make no letter that the tables know: the first mark above that makes a
  /// Swedish letter counts, the others are accents.
  private mutating func add(
    _ scalar: Unicode.Scalar, marks: [Unicode.Scalar], to key: inout [UInt8]
  ) {
    var marks = marks
    var letter = SwedishLetters.letter(Character(scalar))
    for (place, mark) in marks.enumerated() where mark.properties.canonicalCombiningClass == .above
    {
      let whole = String(String.UnicodeScalarView([scalar, mark]))
      if whole.count == 1, let known = whole.first.flatMap(SwedishLetters.letter) {
        letter = known
        marks.remove(at: place)
      }
      break
    }
    if let letter { add(letter, to: &key) } else { add(scalar, to: &key) }
    for mark in marks {
      accents.append(Minor.mark)
      Self.add(mark, to: &accents)
    }
  }

  private mutating func add(_ letter: SwedishLetters.Letter, to key: inout [UInt8]) {
    for scalar in letter.letters {
      let weight: UInt8 =
        switch scalar {
        case "å": 26
        case "ä": 27
        case "ö": 28
        default: UInt8(truncatingIfNeeded: scalar.value &- 0x61)
        }
      key.append(Weight.letter + weight)
      accents.append(Minor.plain + letter.variant)
      cases.append(letter.isUpper ? Minor.upper : Minor.plain)
    }
  }

  /// One scalar without marks, beyond ASCII.
  private mutating func add(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
    if let letter = SwedishLetters.letter(Character(scalar)) {
      add(letter, to: &key)
      return
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate: return
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: key.append(Weight.blank)
    case .dashPunctuation: key.append(Self.ascii[0x2D])
    case .initialPunctuation, .finalPunctuation:
      key.append(Self.ascii["‘’‚‛‹›".unicodeScalars.contains(scalar) ? 0x27 : 0x22])
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber:
      let lower = properties.lowercaseMapping.unicodeScalars.first ?? scalar
      key.append(Weight.otherLetter)
      Self.add(lower, to: &key)
      accents.append(Minor.plain)
      cases.append(lower == scalar ? Minor.plain : Minor.upper)
      return
    case .nonspacingMark, .spacingMark, .enclosingMark:
      accents.append(Minor.mark)
      Self.add(scalar, to: &accents)
      return
    default:
      key.append(Weight.symbol)
      Self.add(scalar, to: &key)
    }
    accents.append(Minor.plain)
    cases.append(Minor.plain)
  }

  private static func add(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
    key.append(UInt8(truncatingIfNeeded: scalar.value >> 16))
    key.append(UInt8(truncatingIfNeeded: scalar.value >> 8))
    key.append(UInt8(truncatingIfNeeded: scalar.value))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// Weights at the end that say nothing special are left out: the end is below them anyway.
  private static func trim(_ weights: inout [UInt8]) {
    while weights.last == Minor.plain { weights.removeLast() }
  }
}
