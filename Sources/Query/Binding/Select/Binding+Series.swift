internal import Tables

extension Binding {
  /// A function in FROM.
  func tableFunction(_ node: SyntaxNode, _ surroundings: Surroundings) throws -> FromItem {
    var call: SyntaxNode?
    if case .list(let functions)? = node["functions"], functions.count == 1,
      case .node(let list) = functions[0]
    {
      call = list.list("items").first
    }
    guard let call, call.kind == "FuncCall", !node.isTrue("ordinality") else {
      throw error("only generate_series and read_csv are supported in FROM", node)
    }
    let name = parts(call, "funcname").last ?? ""
    if name == "read_csv" { return try file(call, node, surroundings) }
    guard name == "generate_series" else {
      let file = name.hasPrefix("read_") || name.hasSuffix("_scan")
      throw error(
        "function \(name) is not supported in FROM", call,
        hint: file ? "write FROM \"file.csv\"" : "known: generate_series, read_csv")
    }
    for argument in call.list("args") where argument.kind == "ColumnRef" {
      throw error(
        "an argument of generate_series must be a constant", argument,
        hint: "join a longer series, as in JOIN generate_series(1, 100) AS n ON n <= …")
    }
    let level = Level(surroundings, from: .nothing)
    let arguments = try call.list("args").map { try expression($0, in: level) }
    let alias = node.node("alias")
    let column = alias?.text("aliasname") ?? "generate_series"
    let source = try series(arguments, name: column, call)
    let plan = Plan.scan(Scan(name: "generate_series", source: source, columns: [0]))
    let columns = [
      OutputColumn(
        name: column, type: source.schema.fields[0].type, number: arguments.numberType)
    ]
    return try aliased(plan, columns, alias, standard: "generate_series", node)
  }

  /// generate_series of whole numbers, numbers or moments; its arguments are constants.
  private func series(_ arguments: [BoundExpression], name: String, _ call: SyntaxNode) throws
    -> SeriesSource
  {
    let types = Set(arguments.filter { !$0.isUnknown }.map(\.type))
    let wanted: [ColumnType]
    if !types.isEmpty, types.isSubset(of: [.date, .timestamp, .interval]) {
      wanted = [.timestamp, .timestamp, .interval]
    } else {
      let number: ColumnType =
        types.contains(.real) ? .real : types.contains(.numeric) ? .numeric : .integer
      wanted = [number, number, number]
    }
    let isKnown = zip(arguments, wanted).allSatisfy { $0.isUnknown || $0.type.becomes($1) }
    guard arguments.count == 3 || (arguments.count == 2 && wanted[0] != .timestamp), isKnown else {
      throw wrongArguments(
        "generate_series", arguments,
        [
          [.integer, .integer], [.integer, .integer, .integer], [.numeric, .numeric, .numeric],
          [.timestamp, .timestamp, .interval],
        ], at: at(call))
    }
    let cells = try zip(arguments, wanted).map { argument, type in
      let cell = try value(
        converted(argument, to: type), at: argument.at, of: "an argument of generate_series")
      if cell == .null {
        throw error("an argument of generate_series must not be null", at: argument.at)
      }
      return cell
    }
    if arguments.count == 3 {
      let isZero: Bool =
        switch cells[2] {
        case .integer(let step): step == 0
        case .real(let step): step == 0
        case .numeric(let step): step.isZero
        case .interval(let step): step == CalendarInterval()
        default: false
        }
      if isZero { throw error("step size cannot equal zero", at: arguments[2].at) }
    }
    let source: SeriesSource?
    switch (cells[0], cells[1], cells.count > 2 ? cells[2] : nil) {
    case (.integer(let first), .integer(let last), .integer(let step)):
      source = SeriesSource(from: first, through: last, by: step, name: name)
    case (.integer(let first), .integer(let last), _):
      source = SeriesSource(from: first, through: last, by: 1, name: name)
    case (.real(let first), .real(let last), .real(let step)):
      source = SeriesSource(from: first, through: last, by: step, name: name)
    case (.real(let first), .real(let last), _):
      source = SeriesSource(from: first, through: last, by: 1, name: name)
    case (.numeric(let first), .numeric(let last), .numeric(let step)):
      source = SeriesSource(from: first, through: last, by: step, name: name)
    case (.numeric(let first), .numeric(let last), _):
      source = SeriesSource(from: first, through: last, by: DecimalNumber(1), name: name)
    case (.timestamp(let first), .timestamp(let last), .interval(let step)):
      source = SeriesSource(from: first, through: last, by: step, name: name)
    default: source = nil
    }
    guard let source else { throw error("generate_series gives too many values", call) }
    return source
  }
}
