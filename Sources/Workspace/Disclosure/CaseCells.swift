internal import Disclosure
internal import Indicators

/// All counts that are published of a case log, and what adds up to what.
struct CaseCells {
  private(set) var set = PublicationSet<CaseCell.Place>()
  /// The numbers of cases that are few, of which nothing else may be told either.
  private(set) var small: [CaseCell.Place: WithholdingReason] = [:]
  private let minimum: Int

  /// The states that a case can be in, which every figure adds up.
  private static let states: [@Sendable (ServiceLevelResult) -> Int] = [
    { $0.withinLimit }, { $0.late }, { $0.openOverdue }, { $0.pending },
  ]

  private static let figures: [(figure: CaseCell.Figure, states: [Int])] = [
    (.total, [0, 1, 2, 3]), (.answered, [0, 1]), (.withinLimit, [0]), (.late, [1]),
    (.open, [2, 3]), (.openOverdue, [2]), (.decided, [0, 1, 2]), (.pending, [3]),
  ]

  /// The atoms of the rows of a limit, one a state.
  private typealias Rows = [CaseCell.Part: [Int]]

  init(_ cube: CaseCube, minimum: Int) {
    self.minimum = minimum
    let others = set.addAtoms([cube.caseCount])
    add(.everything, others, cube.caseCount, of: cube.caseCount)
    var covered: [String: Rows] = [:]
    for limit in cube.definition.limits where covered[limit.id] == nil {
      guard let result = cube.result(limit: limit.id) else { continue }
      let rows = add(limit, result)
      // Limits that cover the same cases from the same day count them alike.
      let same = cube.definition.limits.first { other in
        covered[other.id] != nil && other.from == limit.from && other.condition == limit.condition
          && cube.result(limit: other.id)?.byMonth.map(\.key) == result.byMonth.map(\.key)
          && cube.result(limit: other.id)?.byMonth.map(\.result.total)
            == result.byMonth.map(\.result.total)
      }
      if let same, let before = covered[same.id] {
        for part in Self.parts(result) {
          guard let now = rows[part], let then = before[part] else { continue }
          for states in limit.statesAlike(same) {
            set.link(states.map { now[$0] }, states.map { then[$0] })
          }
        }
      }
      covered[limit.id] = rows
      if limit.condition == nil, result.total == cube.caseCount {
        set.link(rows.months, others)
      }
    }
    addKinds(cube, others, covered)
    addRest(cube, covered)
  }

  /// The months and categories of a limit.
  private static func parts(_ result: ServiceLevelResult) -> [CaseCell.Part] {
    result.byMonth.map { .month($0.key) } + result.byCategory.map { .category($0.key) }
  }

  /// All rows of a limit, each of whose states is the sum of its months and that of its categories.
  private mutating func add(_ limit: CaseLimit, _ result: ServiceLevelResult) -> Rows {
    var rows: Rows = [:]
    for month in result.byMonth {
      rows[.month(month.key)] = addRow(limit.id, .month(month.key), month.result)
    }
    let months = result.byMonth.compactMap { rows[.month($0.key)] }
    let all = Self.states.indices.map { state in months.map { $0[state] } }
    for category in result.byCategory {
      rows[.category(category.key)] = addRow(limit.id, .category(category.key), category.result)
    }
    add(limit.id, .all, result, atoms: all)
    let categories = result.byCategory.compactMap { rows[.category($0.key)] }
    if !categories.isEmpty {
      for state in all.indices { set.link(all[state], categories.map { $0[state] }) }
    }
    return rows
  }

  /// The kinds of cases. Those that one column tells apart have no case in common, so that they and the
  /// rest are all cases together.
  private mutating func addKinds(_ cube: CaseCube, _ others: [Int], _ covered: [String: Rows]) {
    let definition = cube.definition
    var kinds = cube.subsets.map { ($0.subset.condition, $0.count) }
    for limit in definition.limits where limit.from == definition.columns.received {
      if let condition = limit.condition, let result = cube.result(limit: limit.id) {
        kinds.append((condition, result.total))
      }
    }
    let counts = Dictionary(kinds, uniquingKeysWith: { first, _ in first })
    var atoms: [CaseCondition: Int] = [:]
    for column in Set(counts.keys.map(\.column)).sorted() {
      let values = counts.keys.filter { $0.column == column }.sorted { $0.equals < $1.equals }
      // Texts for one truth value or number, such as 1 and 1.0, are no two kinds.
      let sum = values.reduce(0) { $0 + (counts[$1] ?? 0) }
      for group in sum <= cube.caseCount ? [values] : values.map({ [$0] }) {
        let sizes = group.map { counts[$0] ?? 0 }
        let own = set.addAtoms(sizes)
        set.link(own + rest(cube.caseCount - sizes.reduce(0, +)), others)
        for (value, atom) in zip(group, own) { atoms[value] = atom }
      }
    }
    for subset in cube.subsets {
      guard let atom = atoms[subset.subset.condition] else { continue }
      add(.subset(subset.subset.id), [atom], subset.count, of: subset.count)
    }
    for limit in definition.limits {
      guard let rows = covered[limit.id], let result = cube.result(limit: limit.id) else {
        continue
      }
      if let condition = limit.condition {
        guard let atom = atoms[condition], result.total == counts[condition] else { continue }
        set.link([atom], rows.months)
      } else if let category = definition.columns.category, result.total == cube.caseCount {
        for (value, atom) in atoms.sorted(by: { $0.value < $1.value })
        where value.column == category {
          if let row = rows[.category(value.equals)] { set.link([atom], row) }
        }
      }
    }
  }

  /// The cases of no kind that is told of. Where there are none, readers may know that the kinds are all
  /// there are.
  private mutating func rest(_ count: Int) -> [Int] { count > 0 ? set.addAtoms([count]) : [] }

  /// Links the limits of all cases with those of kinds that one column tells apart: in every month and
  /// category they and the rest are all.
  private mutating func addRest(_ cube: CaseCube, _ covered: [String: Rows]) {
    let limits = cube.definition.limits
    for whole in limits where whole.condition == nil {
      guard let all = covered[whole.id], let result = cube.result(limit: whole.id) else { continue }
      let others = limits.filter {
        $0.condition != nil && $0.from == whole.from && $0.to == whole.to
      }
      for column in Set(others.compactMap(\.condition?.column)).sorted() {
        var seen: Set<CaseCondition> = []
        let kinds = others.filter { limit in
          limit.condition.map { $0.column == column && seen.insert($0).inserted } ?? false
        }
        let isSame = kinds.allSatisfy { $0.duration == whole.duration }
        for part in Self.parts(result) {
          let rows = kinds.compactMap { covered[$0.id]?[part] }
          guard let row = all[part], !rows.isEmpty else { continue }
          for states in CaseLimit.statesAlike(sameEnd: true, sameTime: isSame) {
            let own = rows.flatMap { row in states.map { row[$0] } }
            let total = states.map { row[$0] }
            let others = set.count(total) - set.count(own)
            if others >= 0 { set.link(total, own + rest(others)) }
          }
        }
      }
    }
  }

  /// A row of its own atoms, one a state.
  private mutating func addRow(
    _ limit: String, _ part: CaseCell.Part, _ result: ServiceLevelResult
  ) -> [Int] {
    let atoms = set.addAtoms(Self.states.map { $0(result) })
    add(limit, part, result, atoms: atoms.map { [$0] })
    return atoms
  }

  private mutating func add(
    _ limit: String, _ part: CaseCell.Part, _ result: ServiceLevelResult, atoms: [[Int]]
  ) {
    for (figure, states) in Self.figures {
      let count = states.reduce(0) { $0 + Self.states[$1](result) }
      let place = CaseCell.Place.limit(limit, part, figure)
      add(place, states.flatMap { atoms[$0] }, count, of: result.total)
      if isFew(count) { small[place] = .few }
    }
  }

  private func isFew(_ count: Int) -> Bool { count > 0 && count < minimum }

  /// A count of a part of so many cases. A zero tells of nobody.
  private mutating func add(_ place: CaseCell.Place, _ atoms: [Int], _ count: Int, of total: Int) {
    set.add(place, sumOf: atoms, priority: total)
    guard isFew(total), count > 0 else { return }
    set.withholdLast(
      .few, within: ValueRange(1, Double(minimum - 1)),
      protection: Double(max(0, min(2, minimum - 2))))
  }
}

extension [CaseCell.Part: [Int]] {
  /// The atoms of all months.
  fileprivate var months: [Int] {
    filter { if case .month = $0.key { true } else { false } }.flatMap(\.value).sorted()
  }
}

extension CaseLimit {
  /// The states, taken together, that cases have alike against another limit from the same day. Whether a
  /// case is answered does not depend on how long it may take.
  fileprivate func statesAlike(_ other: CaseLimit) -> [[Int]] {
    Self.statesAlike(sameEnd: to == other.to, sameTime: duration == other.duration)
  }

  fileprivate static func statesAlike(sameEnd: Bool, sameTime: Bool) -> [[Int]] {
    guard sameEnd else { return [[0, 1, 2, 3]] }
    return sameTime ? [[0], [1], [2], [3]] : [[0, 1], [2, 3]]
  }
}
