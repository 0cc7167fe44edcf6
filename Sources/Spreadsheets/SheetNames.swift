/// Names of sheets as Excel takes them: up to 31 units, none twice, none of `[]:*?/\`.
struct SheetNames {
  private var taken: Set<String> = []
  private static let longest = 31

  /// A name like the one that is wished for.
  mutating func next(_ wish: String, empty: String) -> String {
    let allowed = wish.map { "[]:*?/\\".contains($0) ? "-" : $0.isNewline ? " " : $0 }
      .filter {
        !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0xFFFE || $0.value == 0xFFFF }
      }
    var name = Self.trimmed(Self.cut(String(allowed), Self.longest))
    // Excel keeps the name for its record of changes.
    if name.isEmpty || name.lowercased() == "history" {
      name = name.isEmpty ? empty : name + " " + empty
    }
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let suffix = " (\(number))"
      candidate = Self.trimmed(Self.cut(name, Self.longest - suffix.utf16.count)) + suffix
      number += 1
    }
    return candidate
  }

  /// A name that fits, with an ellipsis for what is left out. What stands behind the last comma tells sheets
  /// apart and stays.
  private static func cut(_ name: String, _ room: Int) -> String {
    guard name.utf16.count > room else { return name }
    let ending = name.ranges(of: ", ").last.map { name[$0.lowerBound...] } ?? ""
    if !ending.isEmpty, ending.utf16.count <= room / 2 {
      return start(name, room - ending.utf16.count) + ending
    }
    return start(name, room)
  }

  private static func start(_ name: String, _ room: Int) -> String {
    var kept = ""
    for character in name {
      if (kept + String(character)).utf16.count > room - 1 { break }
      kept.append(character)
    }
    return trimmed(kept) + "…"
  }

  /// Neither end may be an apostrophe.
  private static func trimmed(_ name: String) -> String {
    var name = name[...]
    while let first = name.first, first == "'" || first.isWhitespace { name.removeFirst() }
    while let last = name.last, last == "'" || last.isWhitespace { name.removeLast() }
    return String(name)
  }
}
