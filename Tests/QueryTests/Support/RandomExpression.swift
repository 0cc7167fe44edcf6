@testable import Query

/// Expressions of any shape over some names, most of them of the kinds that fit together.
struct RandomExpression {
  var random: SeededGenerator
  let numbers = ["omgang", "antal", "tal", "gräns", "ingen"]
  let texts = ["grupp", "ord"]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  mutating func condition(_ depth: Int) -> Expression {
    // One operand in thirty is of another kind, so that errors meet as well.
    if Int.random(in: 0..<30, using: &random) == 0 { return number(depth - 1) }
    switch depth <= 0
      ? Int.random(in: 0..<2, using: &random) : Int.random(in: 0..<10, using: &random)
    {
    case 0: return pick([.boolean(true), .boolean(false), .null])
    case 1: return .name("ja")
    case 2, 3, 4: return .binary(.and, condition(depth - 1), condition(depth - 1))
    case 5: return .binary(.or, condition(depth - 1), condition(depth - 1))
    case 6: return .not(condition(depth - 1))
    case 7: return .isNull(number(depth - 1), negated: Bool.random(using: &random))
    case 8: return membership(depth)
    default: return comparison(depth)
    }
  }

  private mutating func comparison(_ depth: Int) -> Expression {
    let op = pick([
      BinaryOperator.equal, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
    ])
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return .binary(op, .name(pick(texts)), text())
    case 2, 3: return .binary(op, .name(pick(numbers)), .number(literal()))
    case 4: return .binary(op, .name("dag"), .text("2022-06-01"))
    case 5:
      return .binary(op, .name(pick(numbers + texts)), pick([text(), .number(literal()), .null]))
    default: return .binary(op, number(depth - 1), number(depth - 1))
    }
  }

  private mutating func membership(_ depth: Int) -> Expression {
    let isText = Bool.random(using: &random)
    var list: [Expression] = []
    for _ in 0...Int.random(in: 0..<3, using: &random) { list.append(isText ? text() : number(0)) }
    if Int.random(in: 0..<5, using: &random) == 0 { list.append(.null) }
    return .isIn(
      isText ? .name(pick(texts)) : number(depth - 1), list, negated: Bool.random(using: &random))
  }

  mutating func number(_ depth: Int) -> Expression {
    if Int.random(in: 0..<60, using: &random) == 0 { return text() }
    switch depth <= 0
      ? Int.random(in: 0..<3, using: &random) : Int.random(in: 0..<6, using: &random)
    {
    case 0: return .number(literal())
    case 1, 2: return .name(pick(numbers))
    case 3: return .negated(number(depth - 1))
    default:
      return .binary(
        pick([.add, .subtract, .multiply, .divide]), number(depth - 1), number(depth - 1))
    }
  }

  private mutating func text() -> Expression { .text(pick(["a", "b", "ö", "o\u{308}", "", "x"])) }

  /// Whole numbers, a fraction, and the place where doubles begin to miss whole numbers.
  private mutating func literal() -> Double {
    pick([0, 1, 2, 3, -1, 2.5, 0x1p53, 1e300])
  }
}
