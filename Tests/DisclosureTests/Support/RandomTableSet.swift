internal import Disclosure
internal import TableFixtures

/// A random set as workspaces make them: rows of a table with a total, and the same people or cases in a
/// second table, which an identity ties to the first.
///
/// Of a survey the number of answers of each row is known; a row of few has no answer shown, a row of a
/// sensitive question no zero and no answer that all gave; at times the total was published before. Of a
/// case log the number of cases is withheld with the rest of a row of few, but no zero.
func randomTableSet(seed: UInt64) throws -> ReportSet {
  var random = SeededGenerator(state: seed)
  let isSurvey = Bool.random(using: &random)
  let isSensitive = isSurvey && Int.random(in: 0..<4, using: &random) == 0
  let isPublished = isSurvey && Int.random(in: 0..<4, using: &random) == 0
  let minimum = Int.random(in: 3...5, using: &random)
  let width = Int.random(in: 2...4, using: &random)
  var (atoms, cells, identities): ([Double], [PublishedCell], [Identity]) = ([], [], [])

  /// A row: its number, then each answer or state.
  func add(_ name: String, _ places: [[Int]], isTotal: Bool) {
    let counts = places.map { $0.reduce(0) { $0 + atoms[$1] } }
    let number = counts.reduce(0, +)
    let isFew = number > 0 && number < Double(minimum)
    func cell(_ id: String, _ atoms: [Int], isKnown: Bool) -> PublishedCell {
      PublishedCell(
        id, atoms: atoms.sorted(), priority: number, role: isKnown ? .publishedBefore : .ours)
    }
    var base = cell(name, places.flatMap(\.self), isKnown: isSurvey)
    if !isSurvey, isFew {
      base.primaryReason = .few
      base.protection = Double(max(0, min(2, minimum - 2)))
      base.rangeIfPrimary = ValueRange(1, Double(minimum - 1))
    }
    cells.append(base)
    for (place, count) in counts.enumerated() {
      let isTold = isTotal && (isPublished || isSurvey && count == 0 && !isSensitive && !isFew)
      var answer = cell("\(name) \(place)", places[place], isKnown: isTold)
      if isTold {
        cells.append(answer)
        continue
      }
      if isFew, isSurvey || count > 0 {
        answer.primaryReason = .few
        answer.protection =
          isSurvey ? min(2, number) : Double(max(0, min(2, minimum - 2)))
        answer.rangeIfPrimary =
          isSurvey ? ValueRange(0, number) : ValueRange(1, Double(minimum - 1))
      } else if isSensitive, number > 0, count == 0 || count == number {
        answer.primaryReason = .sensitive
        answer.protection = 1
        answer.rangeIfPrimary = ValueRange(0, number)
      }
      cells.append(answer)
    }
  }

  func newRow(_ counts: [Double]) -> [Int] {
    atoms += counts
    return Array(atoms.count - counts.count..<atoms.count)
  }

  let rows = (0..<Int.random(in: 2...4, using: &random)).map { _ in
    newRow(
      (0..<width).map { _ in
        Int.random(in: 0..<3, using: &random) == 0
          ? 0 : Double(Int.random(in: 1...7, using: &random))
      })
  }
  let totals = (0..<width).map { place in rows.map { $0[place] } }
  add("all", totals, isTotal: true)
  for (number, row) in rows.enumerated() { add("g\(number)", row.map { [$0] }, isTotal: false) }
  if Bool.random(using: &random) {
    // The same by another column: each count falls into its parts at random.
    let parts = Int.random(in: 2...3, using: &random)
    var counts = Array(repeating: Array(repeating: 0.0, count: width), count: parts)
    for place in 0..<width {
      for _ in 0..<Int(totals[place].reduce(0) { $0 + atoms[$1] }) {
        counts[Int.random(in: 0..<parts, using: &random)][place] += 1
      }
    }
    let others = counts.map { newRow($0) }
    for (number, row) in others.enumerated() { add("b\(number)", row.map { [$0] }, isTotal: false) }
    for place in 0..<width {
      let terms =
        totals[place].map { Identity.Term($0, times: 1) }
        + others.map { Identity.Term($0[place], times: -1) }
      identities.append(Identity(terms.sorted { $0.atom < $1.atom }))
    }
  }
  return try ReportSet(.counts, atoms: atoms, cells: cells, identities: identities)
}
