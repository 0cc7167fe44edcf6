/// Finds the known name nearest to a mistyped one.
///
/// Nearness is the Damerau–Levenshtein distance (optimal string alignment) on lower-cased
/// characters. A name that starts with the typed text counts as near. At most a third of the
/// typed length, and at least one, may differ; ties go to the first candidate. Nobody mistypes a
/// name of more than 200 characters: for such a text nothing is near.
///
/// - Returns: The nearest candidate, or `nil` when none is near enough to be a help.
public func closestName(to typed: String, in candidates: some Sequence<String>) -> String? {
  // The shortest character takes a byte, so that long texts need not be counted.
  guard !typed.isEmpty, typed.utf8.prefix(longestName * 4 + 1).count <= longestName * 4 else {
    return nil
  }
  let lowered = typed.lowercased()
  let wanted = Array(lowered)
  guard wanted.count <= longestName else { return nil }
  let limit = max(1, wanted.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate.utf8.count <= longestName * 4 {
    let folded = candidate.lowercased()
    let isPrefix = wanted.count >= 3 && folded.hasPrefix(lowered)
    let distance = isPrefix ? 1 : editDistance(wanted, Array(folded), atMost: limit)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// The longest name that is looked for, in characters.
private let longestName = 200

/// The first twelve of some names, and how many more there are; `nil` if there are none.
public func shortList(of names: [String]) -> String? {
  guard !names.isEmpty else { return nil }
  let rest = names.count - 12
  return names.prefix(12).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
}

/// `did you mean 'x'?`, or the full list when nothing is near and the list is short.
///
/// The candidates are names of definitions; those that data give stand in ``Diagnostic/found``.
public func suggestion(for typed: String, among candidates: [String]) -> String? {
  if let hint = nearest(to: typed, in: candidates) { return hint }
  guard !candidates.isEmpty, candidates.count <= 12 else { return nil }
  return "known: " + candidates.joined(separator: ", ")
}

/// `did you mean 'x'?`
public func nearest(to typed: String, in candidates: [String]) -> String? {
  closestName(to: typed, in: candidates).map { "did you mean '\($0)'?" }
}

/// The distance, or a number above the limit where it is larger.
private func editDistance(_ a: [Character], _ b: [Character], atMost limit: Int) -> Int {
  // Each character that one has more costs one.
  if abs(a.count - b.count) > limit { return limit + 1 }
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + Array(repeating: 0, count: b.count)
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    // Rows never fall below the least of the two before them.
    if min(row.min() ?? 0, last.min() ?? 0) > limit { return limit + 1 }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
