package import Labels

/// What in a text tells who somebody is.
package enum PersonalData: String, Hashable, Sendable, CaseIterable {
  case personalNumber, email, phone

  /// What readers call it.
  package var label: Label {
    switch self {
    case .personalNumber: Label("personnummer", "personal number")
    case .email: Label("e-postadress", "e-mail address")
    case .phone: Label("telefonnummer", "telephone number")
    }
  }

  /// What stands in its place.
  private var placeholder: String { "[\(label.swedish)]" }

  /// What of it a text holds.
  package static func found(in text: String) -> Set<PersonalData> {
    Set(matches(in: text).map(\.kind))
  }

  /// What a text is, if it is nothing else.
  package static func whole(_ text: String) -> PersonalData? {
    let matches = matches(in: text)
    guard matches.count == 1, matches[0].range == text.startIndex..<text.endIndex else {
      return nil
    }
    return matches[0].kind
  }

  /// The text with all of it replaced by what it is: `[e-postadress]`.
  package static func removed(from text: String) -> String {
    var result = ""
    var place = text.startIndex
    for match in matches(in: text) {
      result += text[place..<match.range.lowerBound] + match.kind.placeholder
      place = match.range.upperBound
    }
    return result + text[place...]
  }

  private struct Match {
    var kind: PersonalData
    var range: Range<String.Index>
  }

  /// Places in the order of the text that do not overlap.
  private static func matches(in text: String) -> [Match] {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "@") || (0x30...0x39).contains($0) })
    else { return [] }
    var matches: [Match] = []
    var place = text.startIndex
    while place < text.endIndex {
      if let match = email(in: text, from: place) ?? number(in: text, from: place) {
        matches.append(match)
        place = match.range.upperBound
      } else {
        place = next(in: text, behind: place)
      }
    }
    return matches
  }

  /// Where the next word begins: a number or address does not begin in the middle of one.
  private static func next(in text: String, behind place: String.Index) -> String.Index {
    var place = place
    let isInWord = isWord(text[place])
    place = text.index(after: place)
    while isInWord, place < text.endIndex, isWord(text[place]) { place = text.index(after: place) }
    return place
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// `name@place.domain`, from a place on.
  private static func email(in text: String, from start: String.Index) -> Match? {
    guard isWord(text[start]) else { return nil }
    func isLocal(_ c: Character) -> Bool { isWord(c) || "._%+-".contains(c) }
    func isDomain(_ c: Character) -> Bool { isWord(c) || ".-".contains(c) }
    let local = text[start...].prefix(while: isLocal)
    guard local.endIndex < text.endIndex, text[local.endIndex] == "@" else { return nil }
    var domain = text[text.index(after: local.endIndex)...].prefix(while: isDomain)
    while let last = domain.last, !isWord(last) { domain = domain.dropLast() }
    let parts = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }), (parts.last?.count ?? 0) >= 2,
      parts.last?.allSatisfy(\.isLetter) == true
    else { return nil }
    return Match(kind: .email, range: start..<domain.endIndex)
  }

  /// A personal number, or a telephone number: `+46 70 123 45 67`, `0046…`, `070-123 45 67`, `031-12 34 56`.
  private static func number(in text: String, from start: String.Index) -> Match? {
    guard text[start] == "+" || text[start].isASCII && text[start].isNumber else { return nil }
    var run = text[start...].prefix { $0.isASCII && ($0.isNumber || "+- /()".contains($0)) }
    while let last = run.last, !last.isNumber { run = run.dropLast() }
    let word = run.prefix { $0.isNumber || $0 == "-" || $0 == "+" }
    if PersonalNumber.isValid(word) {
      return Match(kind: .personalNumber, range: start..<word.endIndex)
    }
    let digits = run.filter(\.isNumber)
    let isPhone =
      run.first == "+" && (9...15).contains(digits.count)
      || digits.hasPrefix("00") && (11...17).contains(digits.count)
      || digits.hasPrefix("0") && !digits.hasPrefix("00") && (8...11).contains(digits.count)
    return isPhone ? Match(kind: .phone, range: start..<run.endIndex) : nil
  }
}
