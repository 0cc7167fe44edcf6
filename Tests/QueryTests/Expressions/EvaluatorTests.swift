import Tables
import Testing

@testable import Query

/// What an evaluator promises beyond the values.
@Suite struct EvaluatorTests {
  private static func call(_ name: String, _ arguments: [Expression], at: Int = 9) throws
    -> Expression
  {
    let types = arguments.map(\.type)
    let signature = try #require(
      ScalarCatalogue.signatures.first { $0.name == name && $0.parameters == types })
    return .call(signature, arguments, at: at)
  }

  private static let zero = Expression.literal(.integer(0), .integer)
  private static let one = Expression.literal(.integer(1), .integer)

  @Test func constantsFailOnlyWhereARowReachesThem() throws {
    let failing = try Self.call("/", [Self.one, Self.zero], at: 17)
    let column = Expression.column(0, .boolean)
    let chunk = Chunk(
      columns: [Vector([.boolean(false), .boolean(true)], type: .boolean)], rowCount: 2)
    let guarded = Expression.choose(
      [.init(condition: column, result: failing)], otherwise: Self.zero, .integer)
    let evaluator = Evaluator(guarded, context: .plain)
    #expect(try evaluator.evaluate(chunk.gathered([0]))[0] == .integer(0))
    #expect(try evaluator.evaluate(chunk.gathered([])).count == 0)
    #expect(throws: QueryError("division by zero", at: 17)) { try evaluator.evaluate(chunk) }
    // A second time, too.
    #expect(throws: QueryError("division by zero", at: 17)) { try evaluator.evaluate(chunk) }
  }

  /// What is remembered of the texts of a pool holds for the next chunk as well.
  @Test(arguments: ["LIKE", "ILIKE", "~", "~*", "SIMILAR"])
  func aChunkOfNothingButNullsTeachesNothing(name: String) throws {
    let pool = TextPool()
    let codes = ["ab", "b"].map { pool.code(adding: $0) }
    let all = Nulls(count: 2) { _ in true }
    let pattern = Expression.literal(.text(name.hasPrefix("~") ? "^a" : "ab"), .text)
    let evaluator = Evaluator(
      try Self.call(name, [.column(0, .text), pattern]), context: .plain)
    let nulls = Chunk(columns: [Vector(.text([0, 0], pool), nulls: all)], rowCount: 2)
    let texts = Chunk(columns: [Vector(.text(codes, pool))], rowCount: 2)
    #expect(try evaluator.evaluate(nulls)[1] == .null)
    #expect(try evaluator.evaluate(texts)[0] == .boolean(true))
    #expect(try evaluator.evaluate(texts)[1] == .boolean(false))
  }

  /// A CASE whose rows all take one branch in one chunk and another in the next.
  @Test(arguments: ["=", "<", "LIKE", "||", "replace", "left"])
  func aBranchOfOneChunkIsNotThatOfTheNext(name: String) throws {
    let pool = TextPool()
    let codes = ["ab", "b"].map { pool.code(adding: $0) }
    let isNumber = name == "left"
    let type: ColumnType = isNumber ? .integer : .text
    let branch = Expression.choose(
      [
        .init(
          condition: .isNull(.column(1, .integer), negated: true),
          result: .literal(isNumber ? .integer(1) : .text("ab"), type))
      ], otherwise: .literal(isNumber ? .integer(2) : .text("b"), type), type)
    let arguments =
      [Expression.column(0, .text), branch]
      + (name == "replace" ? [.literal(.text("x"), .text)] : [])
    let evaluator = Evaluator(try Self.call(name, arguments), context: .plain)
    func values(_ numbers: [Cell]) throws -> [Cell] {
      let result = try evaluator.evaluate(
        Chunk(
          columns: [Vector(.text(codes, pool)), Vector(numbers, type: .integer)], rowCount: 2))
      return [result[0], result[1]]
    }
    let first = try values([.integer(1), .integer(1)])
    let second = try values([.null, .null])
    // One chunk in which every row takes its own branch.
    #expect(try values([.integer(1), .null]) == [first[0], second[1]])
    #expect(try values([.null, .integer(1)]) == [second[0], first[1]])
    #expect(first != second)
  }

  @Test func selectedIsNilForAllRows() throws {
    let chunk = Chunk(
      columns: [Vector([.integer(1), .null, .integer(3)], type: .integer)], rowCount: 3)
    let column = Expression.column(0, .integer)
    let positive = Evaluator(try Self.call(">", [column, Self.zero]), context: .plain)
    #expect(try positive.selected(chunk) == [0, 2])
    #expect(try positive.selected(chunk.gathered([0, 2])) == nil)
    #expect(try positive.selected(chunk.gathered([1])) == [])
    #expect(try positive.selected(chunk.gathered([])) == nil)
  }

  @Test func valuesOfRowsStayOutOfMessages() throws {
    let chunk = Chunk(columns: [Vector([.text("secret answer")], type: .text)], rowCount: 1)
    let column = Expression.column(0, .text)
    for type in [ColumnType.integer, .real, .boolean, .date, .timestamp, .interval] {
      let cast = Evaluator(.cast(column, type, nil, at: 5), context: .plain)
      do {
        _ = try cast.evaluate(chunk)
        Issue.record("a \(type) was read")
      } catch let error as QueryError {
        #expect(error.message.hasPrefix("invalid input syntax for type"))
        #expect(!error.description.contains("secret") && error.position == 5)
      }
    }
  }

  /// A pool that grows between chunks, and texts handed out that must not change.
  @Test(arguments: [10, 10_000])
  func cachesFollowGrowingPools(_ step: Int) throws {
    let pool = TextPool(isDistinct: false)
    let column = Expression.column(0, .text)
    let wanted = Expression.literal(.text("TEXT 7"), .text)
    let lower = Evaluator(try Self.call("lower", [column]), context: .plain)
    let equal = Evaluator(try Self.call("=", [column, wanted]), context: .plain)
    let length = Evaluator(try Self.call("length", [column]), context: .plain)
    var handedOut: [(Vector, [String])] = []
    for round in 0..<4 {
      for _ in 0..<step { pool.append("TEXT \(pool.count)") }
      let codes = [UInt32(pool.count - 1), 7, UInt32(round), 7]
      let chunk = Chunk(columns: [Vector(.text(codes, pool))], rowCount: 4)
      let texts = codes.map { "text \($0)" }
      handedOut.append((try lower.evaluate(chunk), texts))
      #expect(try equal.selected(chunk) == [1, 3])
      let lengths = try length.evaluate(chunk)
      #expect((0..<4).map { lengths[$0] } == texts.map { .integer(Int64($0.utf8.count)) })
    }
    for (vector, texts) in handedOut {
      #expect((0..<4).map { vector[$0] } == texts.map { .text($0) })
    }
  }

  @Test func signaturesAreUnique() {
    var seen: Set<String> = []
    for signature in ScalarCatalogue.signatures {
      let key = "\(signature.name) \(signature.parameters) \(signature.isVariadic)"
      #expect(seen.insert(key).inserted, "\(key)")
    }
  }

  @Test func deepExpressionsAreRefused() throws {
    var expression = Expression.column(0, .boolean)
    for _ in 0..<1500 { expression = .not(expression) }
    let chunk = Chunk(columns: [Vector([.boolean(true)], type: .boolean)], rowCount: 1)
    #expect(throws: QueryError("the expression is nested more than 1000 levels deep")) {
      try Evaluator(expression, context: .plain).evaluate(chunk)
    }
  }

  /// Patterns that stop naive matchers, and malformed ones, end quickly.
  @Test(arguments: [
    "(a*)*b", "(a|a)*b", "(a+)+$", "((a{1,50}){1,50}){1,50}",
    "(?:(?:(?:(?:){255}){255}){255}){255}",
    "[", "[[:", "[[.", "(?", "(?:", "a{", "a{1", "a{1,", "\\", "\\x", "\\u12", "[a-", "[a-\\",
    "(((",
    "***", "(?z)", "|", "()", "^*", "$+", "[]", "[^]", "{1}", "x{0}", "\\m*", "(?=a)", "(a)\\1",
    "\u{0}", "[\u{10FFFF}-\u{0}]",
  ])
  func oddPatternsEnd(_ pattern: String) throws {
    let text = String(repeating: "a", count: 300)
    let chunk = Chunk(
      columns: [Vector([.text(text), .text("b\u{301}")], type: .text)], rowCount: 2)
    let pattern = Expression.literal(.text(pattern), .text)
    for expression in [
      try Self.call("~", [.column(0, .text), pattern]),
      try Self.call("~*", [.column(0, .text), pattern]),
      try Self.call("SIMILAR", [.column(0, .text), pattern]),
      try Self.call("regexp_count", [.column(0, .text), pattern]),
    ] {
      do {
        _ = try Evaluator(expression, context: .plain).evaluate(chunk)
      } catch let error as QueryError {
        #expect(error.message.hasPrefix("invalid regular expression") && error.position == 9)
      }
    }
  }
}
