import TableFixtures
import Tables
import Testing

/// Columns that hold identities, against the plain way: each text as a string without white space around
/// it, in a dictionary.
@Suite("Identities of rows")
struct IdentityTests {
  /// How the identities of a random table are written.
  enum Kind: CaseIterable {
    /// As a registry writes them.
    case plain
    /// å in one character or two, blank cells and spaces among them.
    case spelledTwice
    case numbers
  }

  static let cases: [(Kind, rows: Int, different: Int)] = Kind.allCases.flatMap { kind in
    [(kind, 0, 1), (kind, 1, 1), (kind, 300, 40), (kind, 3000, 1_000_000), (kind, 2000, 900)]
  }

  private static func text(_ number: Int, _ kind: Kind, _ random: inout SeededGenerator) -> String?
  {
    switch kind {
    case .plain: number == 0 ? nil : "person-\(number)"
    case .numbers: number == 0 ? nil : String(number - 7)
    case .spelledTwice:
      switch number % 4 {
      case 0: number == 0 ? nil : " \(number)\u{A0}"
      case 1: Bool.random(using: &random) ? "\u{E5}\(number)" : "a\u{30A}\(number)"
      case 2: number == 2 ? "  " : "\(number)"
      default: "– \(number)"
      }
    }
  }

  /// A table in several chunks, some of which share their texts.
  private static func table(
    _ kind: Kind, _ count: Int, _ different: Int, _ random: inout SeededGenerator
  ) -> Table {
    let texts = (0..<count).map { _ in
      text(Int.random(in: 0..<different, using: &random), kind, &random)
    }
    let all =
      kind == .numbers
      ? Vector(texts.map { $0.flatMap { Int($0) } }) : Vector(texts)
    var chunks: [Chunk] = []
    var first = 0
    while first < count {
      let rows = first..<min(count, first + Int.random(in: 1...400, using: &random))
      let own = kind == .numbers || Bool.random(using: &random)
      let column = own ? all.part(rows) : Vector(Array(texts[rows]))
      chunks.append(Chunk(columns: [column], rowCount: rows.count))
      first = rows.upperBound
    }
    return Table(name: "t", schema: Schema([Field("id", all.type)]), chunks: chunks)
  }

  private static func identities(_ table: Table) -> [String?] {
    (0..<table.rowCount).map { table.text("id", ofRow: $0) }
  }

  @Test("rows that repeat an identity, with the first that has it", arguments: cases)
  func repeated(kind: Kind, rows: Int, different: Int) {
    for seed in 0..<UInt64(3) {
      var random = SeededGenerator(state: seed)
      let table = Self.table(kind, rows, different, &random)
      var first: [String: Int] = [:]
      var expected: [[Int]] = []
      for (row, identity) in Self.identities(table).enumerated() {
        guard let identity else { continue }
        if let known = first[identity] {
          expected.append([row, known])
        } else {
          first[identity] = row
        }
      }
      #expect(table.repeatedRows(of: "id").map { [$0.row, $0.first] } == expected)
    }
  }

  @Test("a register knows the identities of other tables", arguments: cases)
  func register(kind: Kind, rows: Int, different: Int) throws {
    var random = SeededGenerator(state: 4)
    let invited = Self.table(kind, rows, different, &random)
    let answers = Self.table(kind, rows, different, &random)
    var register = TextRegister()
    let added = register.codes(adding: "id", of: invited)
    let codes = try #require(added)
    var known: [String: UInt32] = [:]
    for (code, identity) in zip(codes, Self.identities(invited)) {
      #expect((code == TextRegister.none) == (identity == nil))
      guard let identity else { continue }
      #expect(known[identity, default: code] == code)
      known[identity] = code
    }
    #expect(Set(known.values).count == known.count)
    let found = register.codes(of: "id", of: answers)
    #expect(
      found == Self.identities(answers).map { $0.flatMap { known[$0] } ?? TextRegister.none })
  }

  @Test("a column that is not there holds no identity")
  func noColumn() {
    let table = textTable("t", columns: ["a"], rows: [["x"], ["x"]])
    #expect(table.repeatedRows(of: "b").isEmpty)
    #expect(table.repeatedRows(of: "a").map(\.row) == [1])
  }

  @Test("a text column is the same however its rows are cut", arguments: cases)
  func textColumn(kind: Kind, rows: Int, different: Int) throws {
    var random = SeededGenerator(state: 5)
    let table = Self.table(kind, rows, different, &random)
    let column = try #require(TextColumn("id", of: table))
    let identities = Self.identities(table)
    #expect((0..<rows).map { column[$0] } == identities)
    #expect(Set(column.values).count == column.values.count)
    #expect(Set(column.values) == Set(identities.compactMap(\.self)))
    #expect(column.mapped(column.values, blank: "") == identities.map { $0 ?? "" })
  }
}
