import TableFixtures
import Tables

@testable import Query

/// Makes typed expressions and chunks of a seed.
struct RandomExpressions {
  private var random: SeededGenerator
  let types: [ColumnType]

  init(seed: UInt64, types: [ColumnType]) {
    random = SeededGenerator(state: seed)
    self.types = types
  }

  mutating func below(_ bound: Int) -> Int { random.below(bound) }

  mutating func pick<Element>(_ all: [Element]) -> Element { random.pick(all) }

  private static let integers: [Int64] = [
    0, 1, -1, 2, 3, 7, -5, 100, .max, .min, .max - 1, 4_611_686_018_427_387_904, 65_536,
  ]
  private static let reals: [Double] = [
    0, -0.0, 1, -1, 0.5, 2.5, 3.5, -2.5, 1e300, -1e300, 1e-300, 9_007_199_254_740_992, 1e19,
  ]
  private static let decimals = [
    "0", "0.00", "1", "1.0", "-1.50", "2.5", "3.5", "-2.5", "0.000001", "12345678901234567890.5",
    "123456789012345678901234567890123456789012345678901234567890",
  ].map { DecimalNumber($0) ?? DecimalNumber(0) }
  private static let texts = [
    "", "a", "b", "ab", "AB", "Åsa", "åsa", "a%b", "10", " 42 ", "x1", "e\u{301}", "é", "abab",
    "-7", "9223372036854775808",
  ]
  private static let patterns = ["%", "a%", "%b", "_", "a_b", "%a%b%", "\\%", "å%", "ab", "", "__"]

  mutating func cell(_ type: ColumnType, nulls: Int = 5) -> Cell {
    if nulls > 0, below(nulls) == 0 { return .null }
    switch type {
    case .boolean: return .boolean(below(2) == 0)
    case .integer: return .integer(pick(Self.integers))
    case .real: return .real(pick(Self.reals))
    case .numeric: return .numeric(pick(Self.decimals))
    case .text: return .text(pick(Self.texts))
    case .date:
      return .date(
        CalendarDate(daysSince1970: Int32(pick([0, 1, 19_000, 19_001, -500, 2_932_896]))))
    case .timestamp: return .timestamp(Timestamp(secondsSince1970: Int64(below(9)) * 43_200))
    case .interval:
      return .interval(CalendarInterval(months: Int32(below(3)), days: Int32(below(3)) * 30))
    }
  }

  /// Rows with few or many nulls, or only nulls; texts in pools with or without repetitions.
  mutating func chunk() -> Chunk {
    let count = pick([0, 1, 2, 63, 64, 65, 200])
    let nulls = pick([0, 1, 3, 10])
    return Chunk(
      columns: types.map { type in
        let cells = (0..<count).map { _ in cell(type, nulls: nulls) }
        guard type == .text, below(2) == 0 else { return Vector(cells, type: type) }
        let pool = TextPool(isDistinct: false)
        for _ in 0..<below(3000) { pool.append("unused") }
        var mask = Nulls(count: count)
        var codes: [UInt32] = []
        for (row, cell) in cells.enumerated() {
          if case .text(let text) = cell {
            codes.append(pool.append(text))
          } else {
            codes.append(0)
            mask.set(row)
          }
        }
        return Vector(.text(codes, pool), nulls: mask.isAny ? mask : nil)
      }, rowCount: count)
  }

  mutating func expression(_ type: ColumnType, depth: Int) -> Expression {
    if depth == 0 || below(6) == 0 {
      let columns = types.indices.filter { types[$0] == type }
      if let column = columns.isEmpty ? nil : pick(columns), below(4) > 0 {
        return .column(column, type)
      }
      return .literal(cell(type, nulls: 8), type)
    }
    switch below(10) {
    case 0:
      return .choose(
        (0...below(2)).map { _ in
          .init(
            condition: expression(.boolean, depth: depth - 1),
            result: expression(type, depth: depth - 1))
        }, otherwise: below(2) == 0 ? nil : expression(type, depth: depth - 1), type)
    case 1: return .coalesce((0...below(3)).map { _ in expression(type, depth: depth - 1) }, type)
    case 2: return extreme(type, depth)
    default: break
    }
    switch type {
    case .boolean: return condition(depth)
    case .integer:
      switch below(9) {
      case 0: return call("-", [.integer], .integer, depth)
      case 1: return call("abs", [.integer], .integer, depth)
      case 2: return call("-", [.date, .date], .integer, depth)
      case 3: return call("working_days", [.date, .date], .integer, depth)
      case 4: return call("length", [.text], .integer, depth)
      case 5:
        let from = pick([ColumnType.real, .text, .boolean])
        return .cast(expression(from, depth: depth - 1), .integer, nil, at: 1 + below(50))
      case 6:
        return .cast(expression(.integer, depth: depth - 1), .integer, .bits(32), at: 1 + below(50))
      default: return call(pick(["+", "-", "*", "/", "%"]), [.integer, .integer], .integer, depth)
      }
    case .real:
      switch below(6) {
      case 0: return call(pick(["-", "abs", "sqrt"]), [.real], .real, depth)
      case 1: return .cast(expression(.integer, depth: depth - 1), .real, nil, at: 3)
      case 2:
        return make(
          "date_part",
          [
            .literal(.text(pick(["year", "month", "day"])), .text),
            expression(.date, depth: depth - 1),
          ])
      default: return call(pick(["+", "-", "*", "/"]), [.real, .real], .real, depth)
      }
    case .text:
      switch below(4) {
      case 0: return call("lower", [.text], .text, depth)
      case 1: return call("left", [.text, .integer], .text, depth)
      case 2:
        let from = pick([ColumnType.integer, .boolean, .date])
        return .cast(expression(from, depth: depth - 1), .text, nil, at: 2)
      default: return call("||", [.text, .text], .text, depth)
      }
    case .date:
      if below(3) == 0 {
        return .cast(expression(.timestamp, depth: depth - 1), .date, nil, at: 2)
      }
      return call("+", [.date, .integer], .date, depth)
    case .timestamp: return .cast(expression(.date, depth: depth - 1), .timestamp, nil, at: 4)
    case .interval: return .literal(cell(.interval), .interval)
    case .numeric: return .cast(expression(.integer, depth: depth - 1), .numeric, nil, at: 3)
    }
  }

  private mutating func condition(_ depth: Int) -> Expression {
    let type = pick(ColumnType.allCases)
    switch below(9) {
    case 0: return .and((0...below(3)).map { _ in expression(.boolean, depth: depth - 1) })
    case 1: return .or((0...below(3)).map { _ in expression(.boolean, depth: depth - 1) })
    case 2: return .not(expression(.boolean, depth: depth - 1))
    case 3: return .isNull(expression(type, depth: depth - 1), negated: below(2) == 0)
    case 4:
      return make(
        pick(["LIKE", "ILIKE"]),
        [
          expression(.text, depth: depth - 1),
          below(4) > 0
            ? .literal(.text(pick(Self.patterns)), .text) : expression(.text, depth: 0),
        ])
    case 5:
      let list = (0...below(12)).map { _ in Expression.literal(cell(type, nulls: 9), type) }
      return .isIn(expression(type, depth: depth - 1), list, negated: below(2) == 0)
    case 6:
      let list = (0...below(2)).map { _ in expression(type, depth: depth - 1) }
      return .isIn(expression(type, depth: depth - 1), list, negated: below(2) == 0)
    default:
      let name = pick(["=", "<>", "<", "<=", ">", ">=", "IS DISTINCT FROM"])
      return call(name, [type, type], .boolean, depth)
    }
  }

  private mutating func extreme(_ type: ColumnType, _ depth: Int) -> Expression {
    make(
      pick(["greatest", "least"]),
      (0...below(3)).map { _ in expression(type, depth: depth - 1) })
  }

  private mutating func call(
    _ name: String, _ types: [ColumnType], _ result: ColumnType, _ depth: Int
  ) -> Expression {
    make(name, types.map { expression($0, depth: depth - 1) })
  }

  private mutating func make(_ name: String, _ arguments: [Expression]) -> Expression {
    let types = arguments.map(\.type)
    let signature = ScalarCatalogue.signatures.first { signature in
      signature.name == name
        && (signature.parameters == types
          || (signature.isVariadic && signature.parameters == Array(types.prefix(1))))
    }
    guard let signature else { return .literal(.null, .boolean) }
    return .call(signature, arguments, at: 1 + below(90))
  }
}
