/// Writes elements with everything escaped. Elements are closed by construction, so the result is both
/// HTML and well-formed XML.
struct Markup {
  private(set) var text = ""

  /// An attribute that is left out where its value is `nil`.
  typealias Attributes = KeyValuePairs<String, String?>

  /// Writes words.
  mutating func text(_ words: String) { text += Self.escaped(words) }

  /// Writes what is markup already.
  mutating func raw(_ markup: String) { text += markup }

  /// Writes an element and what is in it.
  mutating func element(
    _ name: String, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void
  ) {
    open(name, attributes)
    text += ">"
    content(&self)
    text += "</\(name)>"
  }

  /// Writes an element that holds words.
  mutating func element(_ name: String, _ attributes: Attributes, _ words: String) {
    element(name, attributes) { $0.text(words) }
  }

  /// Writes an element without attributes that holds words.
  mutating func element(_ name: String, _ words: String) { element(name, [:], words) }

  /// Writes an element that holds nothing.
  mutating func void(_ name: String, _ attributes: Attributes = [:]) {
    open(name, attributes)
    text += "/>"
  }

  private mutating func open(_ name: String, _ attributes: Attributes) {
    text += "<\(name)"
    for (name, value) in attributes {
      guard let value else { continue }
      text += " \(name)=\"\(Self.escaped(value))\""
    }
  }
}

extension Markup {
  /// A text in which nothing is markup. Control characters, which neither HTML nor XML may hold and
  /// which could turn the direction of what follows, show as signs; a line feed stays.
  static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: needsEscape) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t": result += " "
      case _ where needsEscape(scalar): result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x26, 0x3C, 0x3E, 0x22, 0x00...0x09, 0x0B..<0x20, 0x7F..<0xA0, 0x2028...0x202E,
      0x2066...0x2069, 0xFFFE, 0xFFFF:
      true
    default: false
    }
  }
}

/// Names of elements that are unique within a page.
struct ElementIDs {
  private var counts: [String: Int] = [:]

  /// An id made of a name: letters without accents, digits and hyphens, with a number from the second
  /// on.
  mutating func next(_ name: String) -> String {
    var slug = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case "å", "ä": slug += "a"
      case "ö": slug += "o"
      default: if !slug.hasSuffix("-"), !slug.isEmpty { slug += "-" }
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    if slug.first?.isLetter != true { slug = "x-" + slug }
    while true {
      let count = counts[slug, default: 0] + 1
      counts[slug] = count
      guard count > 1 else { return slug }
      let numbered = "\(slug)-\(count)"
      guard counts[numbered] == nil else { continue }
      counts[numbered] = 1
      return numbered
    }
  }
}
