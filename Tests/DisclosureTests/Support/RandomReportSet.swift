internal import Disclosure
internal import TableFixtures

/// A random set of reports: tables over groups, answers and waves, with hierarchies, zeros, single
/// persons, figures that were published before, and at times a second question to the same groups.
func randomReportSet(seed: UInt64, largest: Int = 9, hasSensitive: Bool = true) throws -> ReportSet
{
  var random = SeededGenerator(state: seed)
  var tables = LinkedTables()
  let groups = try groupDimension(&random, Int.random(in: 2...4, using: &random))
  let answers = try Dimension(
    "answer", total: "all",
    leaves: (1...Int.random(in: 2...3, using: &random)).map { "a\($0)" })
  let waves =
    Bool.random(using: &random)
    ? try Dimension("wave", leaves: ["before", "now"])
    : try Dimension("wave", total: "both", leaves: ["before", "now"])
  let hasWaves = Int.random(in: 0..<3, using: &random) > 0
  let dimensions = hasWaves ? [groups, answers, waves] : [groups, answers]
  let size = dimensions.reduce(1) { $0 * $1.leaves.count }
  let share = Double.random(in: 0...0.5, using: &random)
  let values = (0..<size).map { _ in randomCount(&random, zeros: share, largest: largest) }
  let cube = tables.add(try Cube("q1", dimensions, values: values))
  let always = hasWaves ? ["wave"] : []
  try tables.addTable(of: cube, by: ["group", "answer"] + always)
  if Bool.random(using: &random) { try tables.addTable(of: cube, by: ["group", "answer"]) }
  if Bool.random(using: &random) {
    // The same persons by age, who are not told apart by answer.
    let ages = try Dimension("age", total: "all", leaves: ["young", "old"])
    let row = size / groups.leaves.count
    let bases = groups.leaves.indices.map { group in
      values[group * row..<(group + 1) * row].reduce(0, +)
    }
    let byAge = bases.flatMap { base -> [Double] in
      let young = Double(Int.random(in: 0...Int(base), using: &random))
      return [young, base - young]
    }
    let other = tables.add(try Cube("q2", [groups, ages], values: byAge))
    try tables.addTable(of: other, by: ["group", "age"])
    if Bool.random(using: &random) { try tables.addTable(of: other, by: ["age"]) }
    try tables.link(cube, other, by: ["group"])
  }
  var set = try tables.reportSet(.counts)
  if Int.random(in: 0..<4, using: &random) == 0 {
    set = try published(set, Int.random(in: 1...2, using: &random), &random)
  }
  let rule = try FrequencyRule(minimum: Int.random(in: 3...5, using: &random))
  if hasSensitive, Int.random(in: 0..<4, using: &random) == 0 {
    let parts = set.cells.indices.filter { set.cells[$0].id.contains(/answer=a\d/) }
    for part in parts {
      let base = set.cells[part].id.replacing(/answer=a\d/, with: "answer=all")
      if let whole = set.cells.firstIndex(where: { $0.id == base }) {
        SensitiveRule().mark(&set, parts: [part], of: whole)
      }
    }
  }
  rule.mark(&set)
  return set
}

private func groupDimension(_ random: inout SeededGenerator, _ count: Int) throws -> Dimension {
  var codes = (1...count).map { Dimension.Code("g\($0)") }
  if count > 2, Bool.random(using: &random) {
    codes = [Dimension.Code("north", parts: Array(codes.prefix(2)))] + codes.dropFirst(2)
  }
  return try Dimension("group", [Dimension.Code("all", parts: codes)])
}

private func randomCount(
  _ random: inout SeededGenerator, zeros: Double, largest: Int
) -> Double {
  if Double.random(in: 0..<1, using: &random) < zeros { return 0 }
  if Int.random(in: 0..<5, using: &random) == 0 { return 1 }
  return Double(Int.random(in: 1...largest, using: &random))
}

private func published(
  _ set: ReportSet, _ count: Int, _ random: inout SeededGenerator
) throws -> ReportSet {
  var cells = set.cells
  for _ in 0..<count {
    let cell = Int.random(in: cells.indices, using: &random)
    cells[cell].role = .publishedBefore
  }
  return try ReportSet(set.measure, atoms: set.atoms, cells: cells, identities: set.identities)
}
