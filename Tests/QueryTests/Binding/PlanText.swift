import Query
import Tables

/// A plan as one line: what flows into a step stands before it.
func text(_ plan: Plan) -> String {
  func keys(_ keys: [SortKey]) -> String { keys.map(text).joined(separator: ", ") }
  func list(_ expressions: [Expression]) -> String {
    expressions.map(text).joined(separator: ", ")
  }
  switch plan {
  case .scan(let scan):
    let names = scan.columns.map { scan.source.schema.fields[$0].name }
    return "\(scan.name)[\(names.joined(separator: " "))]"
  case .preaggregated(let counted): return "preaggregated \(text(.scan(counted.scan)))"
  case .values(let rows, _): return "values " + rows.map { "(\(list($0)))" }.joined(separator: " ")
  case .filter(let input, let condition): return "\(text(input)) | where \(text(condition))"
  case .project(let input, let expressions): return "\(text(input)) | \(list(expressions))"
  case .aggregate(let aggregate):
    var line = "\(text(aggregate.input)) | group"
    if !aggregate.keys.isEmpty {
      line += " \(aggregate.keys.map { "#\($0)" }.joined(separator: " "))"
    }
    if aggregate.sets.count > 1 { line += " sets \(aggregate.sets)" }
    return line + ": " + aggregate.calls.map(text).joined(separator: ", ")
  case .window(let window):
    return "\(text(window.input)) | window " + window.calls.map(text).joined(separator: ", ")
  case .join(let join):
    var line = "(\(text(join.left))) \(join.kind) (\(text(join.right)))"
    if !join.keys.isEmpty {
      line += " on " + join.keys.map { "#\($0.left)=#\($0.right)" }.joined(separator: " ")
    }
    if let condition = join.condition { line += " if \(text(condition))" }
    return line
  case .combine(let operation):
    let all = operation.keepsDuplicates ? " all" : ""
    return "(\(text(operation.left))) \(operation.kind)\(all) (\(text(operation.right)))"
  case .distinct(let input, let on):
    let columns = on.map { " on " + $0.map { "#\($0)" }.joined(separator: " ") } ?? ""
    return "\(text(input)) | distinct\(columns)"
  case .sort(let input, let by): return "\(text(input)) | sort \(keys(by))"
  case .limit(let input, let count, let offset):
    let from = offset.map { " from \(text($0))" } ?? ""
    return "\(text(input)) | limit \(count.map(text) ?? "all")\(from)"
  case .shared(let shared): return "shared \(shared.name){\(text(shared.plan))}"
  case .recursive(let recursive):
    let all = recursive.keepsDuplicates ? " all" : ""
    return "recursive\(all) {\(text(recursive.first))} {\(text(recursive.next))}"
  case .workingTable(let number, _): return "working\(number)"
  }
}

private func text(_ key: SortKey) -> String {
  "#\(key.column)" + (key.isDescending ? " desc" : "")
    + (key.nullsFirst == key.isDescending ? "" : key.nullsFirst ? " nulls first" : " nulls last")
    + (key.collation == .swedish ? " swedish" : "")
}

private func text(_ call: AggregateCall) -> String {
  var arguments = call.arguments.enumerated().map { index, column in
    call.constants[index].map(text) ?? "#\(column)"
  }
  for (name, value) in call.options.sorted(by: { $0.key < $1.key }) {
    arguments.append("\(name)=\(text(value))")
  }
  var line = call.signature.name + "(" + (call.isDistinct ? "distinct " : "")
  line += arguments.joined(separator: ", ")
  if !call.order.isEmpty { line += " by " + call.order.map(text).joined(separator: ", ") }
  line += ")"
  if let filter = call.filter { line += " if #\(filter)" }
  return line
}

private func text(_ call: WindowCall) -> String {
  var line: String
  switch call.function {
  case .ranking(let name, let arguments, _):
    line = "\(name)(\(arguments.map { "#\($0)" }.joined(separator: ", ")))"
  case .aggregate(let aggregate): line = text(aggregate)
  }
  if !call.partition.isEmpty {
    line += " per " + call.partition.map { "#\($0)" }.joined(separator: " ")
  }
  if !call.order.isEmpty { line += " by " + call.order.map(text).joined(separator: " ") }
  if call.frame != WindowFrame() {
    func bound(_ bound: WindowFrame.Bound) -> String {
      switch bound {
      case .unboundedPreceding: "start"
      case .preceding(let cell): "-\(text(cell))"
      case .currentRow: "here"
      case .following(let cell): "+\(text(cell))"
      case .unboundedFollowing: "end"
      }
    }
    line += " \(call.frame.mode) \(bound(call.frame.start))...\(bound(call.frame.end))"
    if call.frame.exclusion != .none { line += " without \(call.frame.exclusion)" }
  }
  return line
}

func text(_ expression: Expression) -> String {
  func list(_ expressions: [Expression], _ separator: String) -> String {
    expressions.map(text).joined(separator: separator)
  }
  switch expression {
  case .literal(let cell, _): return text(cell)
  case .column(let column, _): return "#\(column)"
  case .parameter(let number, _): return "$\(number)"
  case .call(let signature, let arguments, _):
    if signature.name.first?.isLowercase == true {
      return "\(signature.name)(\(list(arguments, ", ")))"
    }
    if arguments.count == 1 { return "(\(signature.name)\(text(arguments[0])))" }
    return "(\(list(arguments, " \(signature.name) ")))"
  case .and(let operands): return "(\(list(operands, " and ")))"
  case .or(let operands): return "(\(list(operands, " or ")))"
  case .not(let operand): return "not \(text(operand))"
  case .isNull(let operand, let negated): return "\(text(operand)) is \(negated ? "not " : "")null"
  case .choose(let branches, let otherwise, _):
    let cases = branches.map { "\(text($0.condition)) ? \(text($0.result))" }
    return "{\(cases.joined(separator: "; "))\(otherwise.map { " : \(text($0))" } ?? "")}"
  case .coalesce(let operands, _): return "coalesce(\(list(operands, ", ")))"
  case .cast(let operand, let type, let limit, _):
    return "\(text(operand))::\(type)\(limit.map { ".\($0)" } ?? "")"
  case .isIn(let operand, let items, let negated):
    return "\(text(operand)) \(negated ? "not " : "")in (\(list(items, ", ")))"
  case .with(let operands, let body): return "with(\(list(operands, ", ")): \(text(body)))"
  case .operand(let number, _): return "@\(number)"
  case .subquery(let subquery, _):
    let parameters = subquery.parameters.isEmpty ? "" : " given \(list(subquery.parameters, ", "))"
    let kind: String
    switch subquery.kind {
    case .scalar: kind = "scalar"
    case .exists: kind = "exists"
    case .any(let operands, let name): kind = "\(list(operands, ", ")) \(name) any"
    case .all(let operands, let name): kind = "\(list(operands, ", ")) \(name) all"
    }
    return "\(kind){\(text(subquery.plan))}\(parameters)"
  }
}

private func text(_ cell: Cell) -> String {
  switch cell {
  case .null: "null"
  case .text(let text): "'\(text)'"
  case .integer(let number): "\(number)"
  case .real(let number): "\(number)"
  case .numeric(let number): "\(number)"
  case .boolean(let truth): "\(truth)"
  case .date(let day): "\(day)"
  case .timestamp(let moment): "\(moment)"
  case .interval(let length): "\(length)"
  }
}
