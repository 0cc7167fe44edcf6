internal import CGLPK
internal import Disclosure

/// The least number of withheld cells with which every primary cell keeps its protection, or `nil` where
/// branch and bound does not end in time.
///
/// For each primary cell two tables that agree with what is published, one with a value at least the
/// protection above that of the other; a cell may deviate from the truth by M if it is withheld. Tables
/// may hold fractions, so this is a lower bound. Source: Fischetti and Salazar (2001).
func fewestWithheld(_ set: ReportSet, _ protection: Protection) -> Int? {
  let known = Swift.Set(protection.alreadyPublic)
  let cells = set.cells.indices.map { ($0, set.cells[$0], set.value(of: set.cells[$0])) }
  let primary = cells.filter {
    $0.1.primaryReason != nil && $0.1.role == .ours && !known.contains($0.0)
  }.map(\.0)
  if primary.isEmpty { return 0 }
  let candidates = cells.filter {
    $0.1.primaryReason == nil && $0.1.role == .ours && $0.2 > 0
  }.map(\.0)
  let size = set.atoms.count
  let matrix = Matrix(columns: 2 * primary.count * size + candidates.count)
  let firstOpened = 2 * primary.count * size
  for place in candidates.indices { matrix.setUpper(firstOpened + place, 1) }
  let far = 12.0
  for (number, target) in primary.enumerated() {
    for side in 0..<2 {
      let first = (2 * number + side) * size
      for (cell, facts, value) in cells {
        let terms = facts.atoms.map { (first + $0, 1.0) }
        if let place = candidates.firstIndex(of: cell) {
          let down = min(far, max(0, value - facts.rangeIfComplementary.lower))
          matrix.addRow(terms + [(firstOpened + place, -far)], -.infinity, value)
          matrix.addRow(terms + [(firstOpened + place, down)], value, .infinity)
        } else if primary.contains(cell) {
          matrix.addRow(terms, facts.rangeIfPrimary.lower, facts.rangeIfPrimary.upper ?? .infinity)
        } else {
          matrix.addRow(terms, value, value)
        }
      }
      for identity in set.identities {
        let total = identity.terms.reduce(0) { $0 + $1.factor * Int(set.atoms[$1.atom]) }
        matrix.addRow(
          identity.terms.map { (first + $0.atom, Double($0.factor)) }, Double(total), Double(total))
      }
    }
    let (low, high) = (2 * number * size, (2 * number + 1) * size)
    let atoms = set.cells[target].atoms
    matrix.addRow(
      atoms.map { (high + $0, 1.0) } + atoms.map { (low + $0, -1.0) },
      set.cells[target].protection, .infinity)
  }
  let program = matrix.program { $0 >= firstOpened }
  defer { cglpk_free(program) }
  let opened = candidates.indices.map { Int32(firstOpened + $0) }
  var (value, found) = (0.0, Int32(0))
  var solution = Array(repeating: 0.0, count: firstOpened + candidates.count)
  let status = cglpk_optimise_whole(
    program, 0, Int32(opened.count), opened, opened.map { _ in 1 }, 3000, &value, &solution, &found)
  return status == Int32(CGLPK_OPTIMAL) ? primary.count + Int(value.rounded()) : nil
}
