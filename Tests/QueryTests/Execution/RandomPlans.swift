import Query
import TableFixtures
import Tables

/// Makes plans at random from a seed.
struct RandomPlans {
  private var random: SeededGenerator
  private var rounds = 0
  /// Whether tables are kept in memory, coded.
  var areKept = false

  init(seed: Int) { random = SeededGenerator(state: UInt64(seed)) }

  mutating func below(_ bound: Int) -> Int { random.below(bound) }

  private mutating func pick<Value>(_ values: [Value]) -> Value { random.pick(values) }

  private mutating func cell(_ type: ColumnType) -> Cell {
    if below(6) == 0 { return .null }
    return type == .text
      ? .text(pick(["a", "b", "å", "", "long text"])) : .integer(Int64(below(6)))
  }

  /// A source of a few small parts, some of them empty.
  mutating func source() -> PartsSource {
    let types = (0..<1 + below(3)).map { _ in pick([ColumnType.integer, .integer, .text]) }
    let size = pick([1, 2, 7])
    let parts = (0..<below(7)).map { _ in
      (0..<below(size + 1)).map { _ in types.map { cell($0) } }
    }
    return PartsSource(types, parts, isCounted: below(2) == 0)
  }

  private mutating func condition(_ types: [ColumnType]) -> Expression {
    let column = below(types.count)
    let value = Expression.column(column, types[column])
    if types[column] != .integer || below(4) == 0 {
      return .isNull(value, negated: below(3) > 0)
    }
    let limit: Expression =
      if let other = types.indices.filter({ types[$0] == .integer }).last, below(2) == 0 {
        .number(other)
      } else { .whole(below(6)) }
    return .call(pick(["=", "<", ">"]), value, limit)
  }

  private mutating func twoNumbers(_ plan: Plan) -> Plan {
    let numbers = plan.types.indices.filter { plan.types[$0] == .integer }
    let columns = (0..<2).map { _ in
      numbers.isEmpty ? Expression.whole(below(3)) : .number(pick(numbers))
    }
    return .project(plan, columns)
  }

  /// A plan of some depth whose result stays small.
  mutating func plan(_ depth: Int) -> Plan {
    if depth == 0 { return below(8) == 0 ? constants() : areKept ? source().kept : source().scan }
    let input = plan(depth - 1)
    let types = input.types
    if types.isEmpty { return input }
    func columns(_ plans: inout RandomPlans) -> [Int] {
      types.indices.filter { _ in plans.below(2) == 0 }
    }
    switch below(14) {
    case 0: return .filter(input, condition(types))
    case 1:
      let numbers = types.indices.filter { types[$0] == .integer }
      return .project(
        input,
        types.indices.reversed().map { .column($0, types[$0]) }
          + numbers.prefix(1).map { .call("+", .number($0), .whole(1)) })
    case 2: return aggregated(input, by: columns(&self))
    case 3, 4, 5: return joined(input, plan(depth - 1))
    case 6: return combined(input, plan(depth - 1))
    case 7: return .distinct(input, on: below(2) == 0 ? nil : columns(&self))
    case 8: return sorted(input)
    case 9:
      let below = below(2) == 0 ? sorted(input) : input
      return .limit(
        below, count: pick([nil, .whole(self.below(9)), .whole(self.below(40))]),
        offset: self.below(2) == 0 ? nil : .whole(self.below(5)))
    case 10:
      let shared = Plan.shared(SharedPlan(name: "s", plan: input))
      return joined(twoNumbers(shared), twoNumbers(shared))
    case 11: return recursive(input)
    case 12: return windowed(input)
    default:
      return .limit(
        .project(sorted(input), types.indices.map { .column($0, types[$0]) }),
        count: .whole(below(9)), offset: nil)
    }
  }

  private mutating func constants() -> Plan {
    let rows = (0..<below(4)).map { _ in [Expression.literal(cell(.integer), .integer)] }
    return .values(rows, types: [.integer])
  }

  private mutating func sorted(_ input: Plan) -> Plan {
    let keys = (0..<1 + below(2)).map { _ in
      SortKey(below(input.types.count), isDescending: below(2) == 0, nullsFirst: below(2) == 0)
    }
    return .sort(input, keys)
  }

  private mutating func aggregated(_ input: Plan, by keys: [Int]) -> Plan {
    var calls = [AggregateCall(AggregateSignature("count", [], .integer), arguments: [])]
    for name in ["sum", "min", "count"] {
      let columns = input.types.indices.filter { input.types[$0] == .integer }
      if columns.isEmpty || below(2) == 0 { continue }
      calls.append(
        AggregateCall(
          AggregateSignature(name, [.integer], .integer), arguments: [pick(columns)],
          isDistinct: below(3) == 0))
    }
    let all = Array(keys.indices)
    let sets = below(3) == 0 ? (0...keys.count).map { Array(all.dropLast($0)) } : [all]
    return .aggregate(Aggregate(input: input, keys: keys, sets: sets, calls: calls))
  }

  private mutating func windowed(_ input: Plan) -> Plan {
    let sum = AggregateCall(AggregateSignature("count", [], .integer), arguments: [])
    let function =
      below(2) == 0
      ? WindowCall.Function.aggregate(sum)
      : .ranking(pick(["row_number", "rank", "dense_rank"]), arguments: [], type: .integer)
    let call = WindowCall(
      function, partition: [below(input.types.count)], order: [SortKey(below(input.types.count))],
      frame: WindowFrame())
    return .window(Window(input: input, calls: [call]))
  }

  private mutating func joined(_ left: Plan, _ right: Plan) -> Plan {
    // Two inputs of many rows would take the reference too long.
    let left = Plan.limit(left, count: .whole(40), offset: nil)
    let right = below(3) == 0 ? Plan.limit(right, count: .whole(12), offset: nil) : right
    let kind = pick([Join.Kind.inner, .left, .right, .full, .semi, .anti])
    var keys: [(left: Int, right: Int)] = []
    for _ in 0..<below(3) {
      let column = below(left.types.count)
      let partners = right.types.indices.filter { right.types[$0] == left.types[column] }
      if !partners.isEmpty { keys.append((column, pick(partners))) }
    }
    let condition = below(2) == 0 ? condition(left.types + right.types) : nil
    return .limit(
      .join(Join(kind, left, right, keys: keys, condition: condition)), count: .whole(300),
      offset: nil)
  }

  private mutating func combined(_ left: Plan, _ right: Plan) -> Plan {
    .combine(
      SetOperation(
        pick([.union, .union, .intersect, .except]), keepsDuplicates: below(2) == 0,
        twoNumbers(left), twoNumbers(right)))
  }

  private mutating func recursive(_ input: Plan) -> Plan {
    rounds += 1
    let first = twoNumbers(input)
    let next = Plan.filter(
      .project(
        .workingTable(rounds, types: [.integer, .integer]),
        [.call("+", .number(0), .whole(1)), .number(1)]), .call("<", .number(0), .whole(7)))
    return .recursive(
      Recursive(number: rounds, first: first, next: next, keepsDuplicates: below(2) == 0))
  }
}
