internal import Diagnostics
internal import Tables

/// What to say of functions that are not there.
extension Binding {
  /// The name is known, the arguments do not fit.
  func wrongArguments(
    _ name: String, _ arguments: [BoundExpression], _ overloads: [[ColumnType]], at place: Int
  ) -> QueryError {
    let message = "function \(Self.form(name, arguments)) does not exist"
    if FunctionTable.aggregates[name] != nil, arguments.contains(where: { $0.type == .interval }) {
      return error(message, at: place, hint: "take seconds, as in extract(epoch FROM …)")
    }
    let same = overloads.filter { $0.count == arguments.count }
    for parameters in same where parameters.count == 1 {
      if arguments[0].type == .text || parameters[0] == .text {
        let type = Self.castOfText(to: parameters[0])
        return error(message, at: place, hint: "cast it, as in …::\(type.rawValue)")
      }
    }
    let forms = overloads.prefix(4).map {
      "\(name)(\($0.map(\.rawValue).joined(separator: ", ")))"
    }
    return error(
      message, at: place,
      hint: forms.isEmpty ? nil : "known: " + forms.joined(separator: ", "))
  }

  /// What texts are best cast to where a type is wanted: decimals and whole numbers of more than 18
  /// digits, which columns of files keep as texts, are no integers.
  static func castOfText(to type: ColumnType) -> ColumnType { type == .integer ? .numeric : type }

  func unknownFunction(_ name: String, _ arguments: [BoundExpression], _ node: SyntaxNode)
    -> QueryError
  {
    let hint =
      Self.habits[name]
      ?? closestName(to: name, in: FunctionTable.names).map { "did you mean '\($0)'?" }
    return error("function \(Self.form(name, arguments)) does not exist", node, hint: hint)
  }

  /// What people from elsewhere write, and what they mean.
  private static let habits = [
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
    "safe_cast": "write try_cast(…, 'type')", "strftime": "write to_char(…, 'YYYY-MM-DD')",
    "date_format": "write to_char(…, 'YYYY-MM-DD')", "datediff": "write one day - another",
    "dateadd": "write … + interval '1 day'", "instr": "write strpos(…, …)",
    "countif": "write count(*) FILTER (WHERE …)", "sumif": "write sum(…) FILTER (WHERE …)",
    "count_if": "write count(*) FILTER (WHERE …)",
    "regexp_match": "arrays are not supported: write substring(… FROM '…')",
    "regexp_matches": "arrays are not supported: write regexp_substr(…, '…', 1, number)",
    "regexp_split_to_array": "arrays are not supported: write split_part(…, …, number)",
    "string_to_array": "arrays are not supported: write split_part(…, …, number)",
    "regexp_split_to_table": "write split_part(…, …, number)",
    "string_to_table": "write split_part(…, …, number)",
    "to_number":
      "write replace(…, ',', '.')::numeric for a decimal comma, "
      + "or replace(…, ',', '')::numeric for commas that part thousands",
    "random": "results are the same each time: order by md5(…) for an order like a random one",
    "clock_timestamp": "write now()", "transaction_timestamp": "write now()",
    "statement_timestamp": "write now()",
    "overlaps": "write the comparisons, as in from1 < to2 AND from2 < to1",
    "json_agg": "nyckeltal query --format json writes rows as JSON",
    "jsonb_agg": "nyckeltal query --format json writes rows as JSON",
    "json_build_object": "nyckeltal query --format json writes rows as JSON",
    "jsonb_build_object": "nyckeltal query --format json writes rows as JSON",
    "row_to_json": "nyckeltal query --format json writes rows as JSON",
    "to_json": "nyckeltal query --format json writes rows as JSON",
    "generate_series": "write it in FROM, as in FROM generate_series(1, 10) AS n",
  ]
}
