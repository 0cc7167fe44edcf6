internal import Diagnostics
internal import Tables

extension Binding {
  /// A function with its arguments, from the catalogue.
  func call(_ name: String, _ arguments: [Bound], at place: Int, _ node: SyntaxNode) throws
    -> Expression
  {
    guard let overloads = FunctionTable.scalars[name] else {
      throw unknownFunction(name, arguments, node)
    }
    let fitting = overloads.map { (parameters: $0.parameters, isVariadic: $0.isVariadic) }
    var arguments = arguments
    if Self.takesAnything.contains(name) {
      // Values of any type become texts, where no overload takes them as they are.
      let types = arguments.map { $0.isUnknown ? nil : $0.type }
      if FunctionTable.choice(fitting, for: types) == .none {
        arguments = arguments.map { argument in
          argument.isUnknown || argument.type == .text
            ? argument
            : Bound(.cast(argument.expression, .text, nil, at: argument.at), at: argument.at)
        }
      }
    }
    let types = arguments.map { $0.isUnknown ? nil : $0.type }
    switch FunctionTable.choice(fitting, for: types) {
    case .one(let index):
      let signature = overloads[index]
      let converted = arguments.enumerated().map { position, argument in
        self.converted(argument, to: FunctionTable.parameter(signature.parameters, position))
      }
      return .call(signature, converted, at: place)
    case .several:
      throw error(
        "function \(Self.form(name, arguments)) is not unique", at: place,
        hint: "give a type, as in '…'::text")
    case .none: throw wrongArguments(name, arguments, overloads.map(\.parameters), at: place)
    }
  }

  private static let takesAnything: Set<String> = ["concat", "concat_ws", "format"]

  static func form(_ name: String, _ arguments: [Bound]) -> String {
    "\(name)(\(arguments.map(\.typeName).joined(separator: ", ")))"
  }

  /// The name is known, the arguments do not fit.
  func wrongArguments(
    _ name: String, _ arguments: [Bound], _ overloads: [[ColumnType]], at place: Int
  ) -> QueryError {
    let message = "function \(Self.form(name, arguments)) does not exist"
    let same = overloads.filter { $0.count == arguments.count }
    for parameters in same where parameters.count == 1 {
      if arguments[0].type == .text || parameters[0] == .text {
        return error(message, at: place, hint: "cast it, as in …::\(parameters[0].rawValue)")
      }
    }
    let forms = overloads.prefix(4).map {
      "\(name)(\($0.map(\.rawValue).joined(separator: ", ")))"
    }
    return error(message, at: place, hint: "known: " + forms.joined(separator: ", "))
  }

  func unknownFunction(_ name: String, _ arguments: [Bound], _ node: SyntaxNode) -> QueryError {
    let habits = [
      "if": "write CASE WHEN … THEN … ELSE … END", "iif": "write CASE WHEN … THEN … ELSE … END",
      "isnull": "write … IS NULL, or coalesce(…, …)", "ifnull": "write coalesce(…, …)",
      "nvl": "write coalesce(…, …)", "len": "write length(…)", "year": "write extract(year FROM …)",
      "month": "write extract(month FROM …)", "day": "write extract(day FROM …)",
      "hour": "write extract(hour FROM …)", "getdate": "write now()",
      "curdate": "write current_date",
      "group_concat": "write string_agg(…, ', ')", "listagg": "write string_agg(…, ', ')",
      "array_agg": "arrays are not supported: write string_agg(…, ', ')",
      "unnest": "arrays are not supported",
      "percentile": "write percentile_cont(…) WITHIN GROUP (ORDER BY …)",
      "quantile": "write percentile_cont(…) WITHIN GROUP (ORDER BY …)",
      "try_cast": "write …::type", "strftime": "write to_char(…, 'YYYY-MM-DD')",
      "date_format": "write to_char(…, 'YYYY-MM-DD')", "datediff": "write one day - another",
      "dateadd": "write … + interval '1 day'", "instr": "write strpos(…, …)",
      "countif": "write count(*) FILTER (WHERE …)", "sumif": "write sum(…) FILTER (WHERE …)",
      "count_if": "write count(*) FILTER (WHERE …)", "regexp_like": "write … ~ '…'",
    ]
    let hint =
      habits[name]
      ?? closestName(to: name, in: FunctionTable.names).map { "did you mean '\($0)'?" }
    return error("function \(Self.form(name, arguments)) does not exist", node, hint: hint)
  }

  /// FuncCall: scalar functions, aggregates, window functions.
  func function(_ node: SyntaxNode, in level: Level) throws -> Bound {
    let place = at(node)
    let names = parts(node, "funcname")
    guard let name = names.last, names.count == 1 || names.first == "pg_catalog" else {
      throw error("schemas are not supported", node)
    }
    let folded = name.lowercased()
    let isAggregate = FunctionTable.aggregates[folded] != nil
    if node.node("over") != nil { return try windowFunction(folded, node, in: level) }
    if isAggregate { return try aggregate(folded, node, in: level) }
    if FunctionTable.rankings.contains(folded) {
      throw error(
        "window function \(folded) requires an OVER clause", node,
        hint: "write \(folded)(…) OVER (ORDER BY …)")
    }
    for (field, word) in [
      ("agg_filter", "FILTER"), ("agg_order", "ORDER BY"), ("agg_distinct", "DISTINCT"),
      ("agg_star", "*"), ("agg_within_group", "WITHIN GROUP"),
    ] where node[field] != nil {
      if FunctionTable.scalars[folded] == nil { throw unknownFunction(folded, [], node) }
      throw error("\(word) specified, but \(folded) is not an aggregate function", node)
    }
    let arguments = try node.list("args").map { argument -> Bound in
      if argument.kind == "NamedArgExpr" {
        throw error("function \(folded) has no named arguments", argument)
      }
      return try expression(argument, in: level)
    }
    if folded == "timezone", names.count == 2 {
      throw error("AT TIME ZONE is not supported", node, hint: "times have no zone")
    }
    if names.count == 2, FunctionTable.scalars[folded] == nil {
      // What SQL writes as btrim may be known as trim, and the other way round.
      let others = [
        "btrim": "trim", "trim": "btrim", "extract": "date_part", "substring": "substr",
      ]
      if let other = others[folded], FunctionTable.scalars[other] != nil {
        return Bound(try call(other, arguments, at: place, node), at: place)
      }
    }
    return Bound(try call(folded, arguments, at: place, node), at: place)
  }
}
