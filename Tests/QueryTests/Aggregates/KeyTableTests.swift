import Query
import TableFixtures
import Tables
import Testing

/// ``KeyTable`` against a dictionary of cells, over all the ways in which it numbers keys.
@Suite struct KeyTableTests {
  /// The words of a key: texts by bytes, lengths by how long they are.
  private func key(_ row: [Cell]) -> [Cell] {
    row.map { cell in
      if case .interval(let value) = cell { return .integer(value.comparableMicroseconds) }
      if case .real(let value) = cell { return .real(value == 0 ? 0 : value) }
      return cell
    }
  }

  /// Moments at midnight have a table of their own, which others end.
  @Test(arguments: [nil, 40, 150, 299])
  func momentsThatAreDays(oddRow: Int?) throws {
    let rows = (0..<300).map { row -> [Cell] in
      if row % 11 == 3 { return [.null, .integer(Int64(row % 4))] }
      let second = row == oddRow ? 1 : 0
      let moment = (row * 37 % 90 - 45) * 86_400 + second
      return [
        .timestamp(Timestamp(secondsSince1970: Int64(moment))), .integer(Int64(row % 4)),
      ]
    }
    try check([.timestamp, .integer], rows)
    try check([.timestamp], rows.map { [$0[0]] })
    // Nothing but NULL at first.
    try check([.timestamp], Array(repeating: [.null], count: 100) + rows.map { [$0[0]] })
  }

  private func check(
    _ types: [ColumnType], _ rows: [[Cell]], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let table = KeyTable(types: types, memory: MemoryBudget())
    var numbers: [[Cell]: UInt32] = [:]
    func vectors(_ rows: some Collection<[Cell]>) -> [Vector] {
      types.indices.map { column in Vector(rows.map { $0[column] }, type: types[column]) }
    }
    var shown: [[Cell]] = []
    for start in stride(from: 0, to: rows.count, by: 97) {
      let part = rows[start..<min(rows.count, start + 97)]
      let slow = part.map { row -> UInt32 in
        if let known = numbers[key(row)] { return known }
        numbers[key(row)] = UInt32(numbers.count)
        shown.append(row)
        return UInt32(numbers.count - 1)
      }
      #expect(
        try table.numbers(adding: vectors(part), rowCount: part.count) == slow,
        sourceLocation: sourceLocation)
    }
    #expect(table.count == numbers.count, sourceLocation: sourceLocation)
    let keys = table.keys()
    for (number, row) in shown.enumerated() {
      #expect(key(keys.map { $0[number] }) == key(row), sourceLocation: sourceLocation)
    }
    let strangers = rows.map { row in
      row.map { cell -> Cell in
        switch cell {
        case .text(let text): .text(text + "?")
        case .integer(let value): .integer(value &+ 1 << 40)
        default: cell
        }
      }
    }
    for part in [rows, strangers] {
      let slow = part.map { row in
        row.contains(.null) ? -1 : numbers[key(row)].map { Int32($0) } ?? -1
      }
      #expect(
        table.numbers(finding: vectors(part), rowCount: part.count) == slow,
        sourceLocation: sourceLocation)
    }
  }

  @Test func everyTypeAlone() throws {
    let rows = TestRows(300, seed: 3).rows
    for (column, type) in TestRows.types.enumerated() {
      try check([type], rows.map { [$0[column]] })
    }
  }

  @Test func severalColumns() throws {
    let rows = TestRows(300, seed: 4).rows
    for columns in [[0, 2], [0, 1, 2], [7, 8, 6, 5], [0, 3], [10, 9, 0], Array(0..<11)] {
      try check(columns.map { TestRows.types[$0] }, rows.map { row in columns.map { row[$0] } })
    }
    // More columns than a word of nulls has bits.
    let many = Array(repeating: 5, count: 70)
    try check(many.map { TestRows.types[$0] }, rows.prefix(60).map { row in many.map { row[$0] } })
  }

  /// Few codes first, then too many: the table goes over to hashes.
  @Test func tablesThatCeaseToBeDense() throws {
    var random = SeededGenerator(state: 9)
    let wide = (0..<400).map { row -> [Cell] in
      let reach = row < 200 ? 5 : Int.max
      return [
        row % 11 == 0 ? .null : .integer(Int64(random.below(reach)) - (row < 200 ? 2 : .max / 2)),
        .text("\(random.below(7))"),
      ]
    }
    try check([.integer, .text], wide)
    try check([.integer], wide.map { [$0[0]] })
    try check([.text, .integer], wide.map { [$0[1], $0[0]] })
    try check(
      [.integer], [.min, .max, 0, -1, .min, .max].map { [.integer($0)] } + [[.null], [.null]])
    try check([.integer], [.max, .max - 3, .max].map { [.integer($0)] })
    try check(
      [.date], [.min, .max, 0, -1].map { [.date(CalendarDate(daysSince1970: $0))] } + [[.null]])
    let texts = (0..<600).map { row -> [Cell] in [.text("\(row % 500)"), .text("\(row % 450)")] }
    try check([.text, .text], texts + texts)
  }

  @Test func zeroHasNoSignAndNullEqualsNull() throws {
    let table = KeyTable(types: [.real], memory: MemoryBudget())
    let column = Vector([.real(0), .real(-0.0), .null, .null, .real(1)], type: .real)
    #expect(try table.numbers(adding: [column], rowCount: 5) == [0, 0, 1, 1, 2])
  }

  @Test func noColumnsAreOneKey() throws {
    let table = KeyTable(types: [], memory: MemoryBudget())
    #expect(try table.numbers(adding: [], rowCount: 3) == [0, 0, 0])
    #expect(table.count == 1)
    #expect(table.numbers(finding: [], rowCount: 2) == [0, 0])
  }

  @Test func memoryIsCountedAndGivenBack() throws {
    let memory = MemoryBudget(limit: 1 << 20)
    let values = Vector(.integer((0..<60_000).map { Int64($0) &* 1_000_003 }))
    do {
      let table = KeyTable(types: [.integer], memory: memory)
      #expect(
        throws: QueryError(
          "the query needs more than 1 MB of memory",
          hint: "allow more with --memory, filter earlier, or group by fewer columns")
      ) {
        try table.numbers(adding: [values], rowCount: 60_000)
      }
      #expect(memory.inUse > 1 << 20)
    }
    #expect(memory.inUse == 0)
  }
}
