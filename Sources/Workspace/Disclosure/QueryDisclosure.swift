internal import Disclosure

/// Decides about a table that somebody asks for, beside all that was published before.
package struct QueryDisclosure {
  private let rows: [CountedRows]
  private let minimum: Int

  /// Takes the rows of the table, counted by every column that any of the tables names. Combinations of
  /// values that nobody has are counts too, of 0, for readers do not know them: those of the values that
  /// occur beside the same values of the fixed columns.
  ///
  /// Returns `nil` where these are more than can be decided about.
  package init?(_ rows: [CountedRows], fixed: [String], rules: DisclosureRules) {
    var completed: [CountedRows] = []
    let blocks = Dictionary(grouping: rows) { row in fixed.map { row.values[$0] ?? nil } }
    var order: [[String?]] = []
    for row in rows {
      let block = fixed.map { row.values[$0] ?? nil }
      if !order.contains(block) { order.append(block) }
    }
    for block in order {
      let own = blocks[block] ?? []
      let columns = (own.first?.values.keys.sorted() ?? [])
      let counts = Dictionary(
        own.map { row in (columns.map { row.values[$0] ?? nil }, row.count) }, uniquingKeysWith: +)
      var combinations: [[String?]] = [[]]
      for column in columns {
        var seen: [String?] = []
        for row in own {
          let value = row.values[column] ?? nil
          if !seen.contains(value) { seen.append(value) }
        }
        guard combinations.count * seen.count <= Self.mostCombinations else { return nil }
        combinations = combinations.flatMap { start in seen.map { start + [$0] } }
      }
      for values in combinations {
        completed.append(
          CountedRows(
            values: Dictionary(zip(columns, values), uniquingKeysWith: { first, _ in first }),
            count: counts[values] ?? 0))
      }
    }
    self.rows = completed
    minimum = rules.minimumAnswers
  }

  /// The most combinations of values beside the same values of the fixed columns.
  private static let mostCombinations = 5000

  /// The values of the keys of rows that must be withheld: fewer rows than the limit, and whatever
  /// would give such a count away, here or in what was published before.
  ///
  /// A row that is withheld is left out of the result, so that it looks like one that is not there.
  /// Where none is, readers know that the rest are 0.
  package func withheld(
    of wanted: PublishedTable, beside earlier: [PublishedTable], reports: [ReportedCount]
  ) -> Set<[String?]> {
    let first = decided(wanted, earlier, reports, tellsZeros: false)
    guard first.withheld.isEmpty else { return first.withheld }
    let second = decided(wanted, earlier, reports, tellsZeros: true)
    guard second.withheld.isEmpty, second.knownCount > first.knownCount else {
      return second.withheld
    }
    // The zeros tell of what was withheld before. With a row left out they are not known for zeros.
    let smallest = cells(of: wanted).map { ($0.key, total($0.places)) }.filter { $0.1 > 0 }
      .min { $0.1 < $1.1 }
    return smallest.map { [$0.0] } ?? []
  }

  /// Whether a table that was decided about before withholds what is of few in these rows.
  package func withholdsFew(of table: PublishedTable) -> Bool {
    cells(of: table).allSatisfy { !isFew(total($0.places)) || table.withheld.contains($0.key) }
  }

  /// The values of the keys of a table's rows.
  package func groups(of table: PublishedTable) -> Set<[String?]> {
    Set(cells(of: table).filter { total($0.places) > 0 }.map(\.key))
  }

  /// The groups of which a table withholds nothing, by the values of its first keys; `nil` for all, also
  /// those that no row has. Where it withholds anything, nobody is told which of the others are empty.
  package func shown(of table: PublishedTable, groupedBy keyCount: Int) -> Set<[String?]>? {
    guard !table.withheld.isEmpty else { return nil }
    var shown: Set<[String?]> = []
    for (key, places) in cells(of: table) where total(places) > 0 {
      shown.insert(Array(key.prefix(keyCount)))
    }
    return shown.subtracting(table.withheld.map { Array($0.prefix(keyCount)) })
  }

  private func total(_ places: [Int]) -> Int { places.reduce(0) { $0 + rows[$1].count } }

  private func decided(
    _ wanted: PublishedTable, _ earlier: [PublishedTable], _ reports: [ReportedCount],
    tellsZeros: Bool
  ) -> (withheld: Set<[String?]>, knownCount: Int) {
    var set = PublicationSet<[String?]>()
    let atoms = set.addAtoms(rows.map(\.count))
    for count in reports {
      let places = rows.indices.filter { row in
        count.conditions.allSatisfy { column, values in
          (rows[row].values[column] ?? nil).map(values.contains) ?? false
        }
      }
      let total = total(places)
      guard total == count.count, !places.isEmpty, total > 0 || !count.isWithheld else { continue }
      add(places.map { atoms[$0] }, total, count.isWithheld, &set)
    }
    for table in earlier {
      for (key, places) in cells(of: table) {
        let total = total(places)
        guard total > 0 || table.withheld.isEmpty else { continue }
        add(places.map { atoms[$0] }, total, table.withheld.contains(key), &set)
      }
    }
    // What a condition leaves out is told by the difference to all; so every value of the columns that a
    // table names is protected, published or not.
    for table in earlier + [wanted] {
      let columns = table.keys + table.conditions.keys.sorted().filter { !table.keys.contains($0) }
      let whole = PublishedTable(table: table.table, keys: columns, conditions: [:])
      for (_, places) in cells(of: whole) {
        let total = total(places)
        if isFew(total) { add(places.map { atoms[$0] }, total, true, &set) }
      }
    }
    var few: Set<[String?]> = []
    for (key, places) in cells(of: wanted) {
      let total = total(places)
      guard total > 0 || tellsZeros else { continue }
      set.add(key, sumOf: places.map { atoms[$0] }, priority: total)
      if isFew(total) {
        few.insert(key)
        withholdLast(total, &set)
      }
    }
    let decision = set.decided()
    return (few.union(decision.reasons.keys), decision.knownCount)
  }

  /// What was published is known; what was withheld must stay so.
  private func add(
    _ atoms: [Int], _ total: Int, _ isWithheld: Bool, _ set: inout PublicationSet<[String?]>
  ) {
    set.add(nil, sumOf: atoms, priority: total, isKnown: !isWithheld)
    if isWithheld { withholdLast(total, &set) }
  }

  private func isFew(_ count: Int) -> Bool { count > 0 && count < minimum }

  private func withholdLast(_ count: Int, _ set: inout PublicationSet<[String?]>) {
    let isFew = isFew(count)
    set.withholdLast(
      isFew ? .few : .complementary, within: .init(1, isFew ? Double(minimum - 1) : nil),
      protection: isFew ? Double(max(0, min(2, minimum - 2))) : 1)
  }

  /// The rows of each count of a table, in the order in which they stand first.
  private func cells(of table: PublishedTable) -> [(key: [String?], places: [Int])] {
    var order: [[String?]] = []
    var places: [[String?]: [Int]] = [:]
    for row in rows.indices {
      let isCounted = table.conditions.allSatisfy { column, values in
        (rows[row].values[column] ?? nil).map(values.contains) ?? false
      }
      guard isCounted else { continue }
      let key = table.keys.map { rows[row].values[$0] ?? nil }
      if places[key] == nil { order.append(key) }
      places[key, default: []].append(row)
    }
    return order.map { ($0, places[$0] ?? []) }
  }
}
