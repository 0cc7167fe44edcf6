/// What a run may have written in a text: found by a plain search for whole pairs of markers, without what
/// is under test. Nothing that a run writes holds a fence.
enum WrittenStretches {
  private static let output = Array("<!-- nyckeltal:output".utf8)
  private static let outputEnd = Array("<!-- /nyckeltal:output -->".utf8)
  private static let value = Array("<!-- nyckeltal:value".utf8)
  private static let valueEnd = Array("<!-- /nyckeltal:value -->".utf8)
  private static let inputs = Array("<!-- nyckeltal:inputs".utf8)
  private static let comment = Array("<!--".utf8)
  private static let end = Array("-->".utf8)
  private static let fences = [Array("```".utf8), Array("~~~".utf8)]

  /// The text without them. A list of files that a fence or another comment begins in is a list with foreign
  /// words in it, or no list; a plain search cannot tell.
  static func removed(from bytes: [UInt8], listsHoldOthers: Bool) -> [UInt8] {
    var kept: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let end = end(ofStretchAt: place, bytes, listsHoldOthers) {
        place = end
      } else {
        kept.append(bytes[place])
        place += 1
      }
    }
    return kept
  }

  private static func end(
    ofStretchAt place: Int, _ bytes: [UInt8], _ listsHoldOthers: Bool
  ) -> Int? {
    guard bytes[place] == UInt8(ascii: "<"), let end = endOfPair(bytes[place...], listsHoldOthers)
    else {
      return nil
    }
    let holdsFence = fences.contains { first($0, in: bytes[place..<end]) != nil }
    let mayHoldFence = listsHoldOthers && bytes[place...].starts(with: inputs)
    return holdsFence && !mayHoldFence ? nil : end
  }

  private static func endOfPair(_ rest: ArraySlice<UInt8>, _ listsHoldOthers: Bool) -> Int? {
    if rest.starts(with: inputs) { return endOfList(rest, listsHoldOthers) }
    for (opening, closing) in [(output, outputEnd), (value, valueEnd)]
    where rest.starts(with: opening) {
      guard let mark = first(end, in: rest),
        isWhole(rest[..<mark.lowerBound].dropFirst(opening.count), opening == output),
        let close = first(closing, in: rest[mark.upperBound...]),
        // The last of several beginnings is that of the pair.
        first(opening, in: rest[mark.upperBound..<close.lowerBound]) == nil
      else { return nil }
      return close.upperBound
    }
    return nil
  }

  /// Whether the words of a first marker are all there.
  private static func isWhole(_ words: ArraySlice<UInt8>, _ isOutput: Bool) -> Bool {
    guard !words.contains(where: { $0 == 10 || $0 == 13 || $0 == UInt8(ascii: "<") }) else {
      return false
    }
    let words = String(decoding: words, as: UTF8.self).split(separator: " ")
    guard isOutput else { return words.count == 2 && words.allSatisfy(isHash) }
    let hashed = words.filter { word in
      ["result=", "body="].contains { word.hasPrefix($0) && isHash(word.dropFirst($0.count)) }
    }
    return hashed.count == 2 && words.contains { $0.hasPrefix("cell=") }
  }

  private static func isHash(_ word: Substring) -> Bool {
    word.count == 16 && word.allSatisfy(\.isHexDigit)
  }

  /// A list ends with its comment; one that is never closed behind the last line that is one of a list.
  private static func endOfList(_ rest: ArraySlice<UInt8>, _ holdsOthers: Bool) -> Int {
    if let end = first(end, in: rest),
      holdsOthers || first(comment, in: rest[..<end.lowerBound].dropFirst()) == nil
    {
      return end.upperBound
    }
    var place = rest.firstIndex { $0 == 10 || $0 == 13 } ?? rest.endIndex
    while true {
      let start = rest[place...].firstIndex { $0 != 10 && $0 != 13 } ?? rest.endIndex
      let end = rest[start...].firstIndex { $0 == 10 || $0 == 13 } ?? rest.endIndex
      let words = String(decoding: rest[start..<end], as: UTF8.self).split(separator: " ")
      guard words.count >= 3, isHash(words[1]) || words[1] == "=" && isHash(words[0]) else {
        return place
      }
      place = end
    }
  }

  private static func first(_ bytes: [UInt8], in rest: ArraySlice<UInt8>) -> Range<Int>? {
    rest.indices.first { rest[$0] == bytes[0] && rest[$0...].starts(with: bytes) }
      .map { $0..<$0 + bytes.count }
  }
}
