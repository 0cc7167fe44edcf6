internal import Diagnostics
internal import Query

/// How an outcome is computed, as `computed.yaml` says.
struct Computation: Sendable {
  enum Method: Sendable {
    /// An expression with aggregates over a table; `whole` is what the value is a part of.
    case table(name: String, value: Formula, whole: Formula?, filter: Formula?)
    /// Arithmetic over other outcomes.
    case formula(Formula)
    /// A share or rate of a survey.
    case survey(SurveyFigure)
    /// A count of a case log, or the cases within a limit.
    case cases(name: String, year: Int?, subset: String?, limit: String?)
    /// The mean change of groups measured before and after.
    case beforeAfter(id: String)
  }

  /// The table that the outcome is computed from.
  var table: String? {
    if case .table(let name, _, _, _) = method { name } else { nil }
  }

  var outcome: String
  var method: Method
  /// The unit of the figure, where the outcome itself names none.
  var unit: String?
  var location: SourceLocation
}

extension Computation {
  /// Reads `computed.yaml`: a mapping from outcomes to how they are computed.
  static func read(_ file: DefinitionNode) -> [Computation] {
    let formulas = Formula.parsing(
      file.entries.flatMap { entry in
        ["value", "of", "where", "formula"].compactMap { entry.value.text($0) }
      })
    return file.entries.compactMap { entry -> Computation? in
      guard let method = method(entry.value, formulas) else { return nil }
      return Computation(
        outcome: entry.key, method: method, unit: entry.value.text("unit"),
        location: entry.value.location)
    }
  }

  private static func method(
    _ node: DefinitionNode, _ formulas: [String: Formula]
  ) -> Method? {
    let expression = { (node: DefinitionNode, key: String) in
      Self.expression(node, key, formulas)
    }
    if let name = node.text("from") {
      node.allow(["from", "value", "where", "of", "unit"])
      guard node.required("value") != nil, let value = expression(node, "value") else { return nil }
      let (whole, filter) = (expression(node, "of"), expression(node, "where"))
      // A condition that cannot be read must not count as none.
      guard (node["of"] == nil) == (whole == nil), (node["where"] == nil) == (filter == nil) else {
        return nil
      }
      return .table(name: name, value: value, whole: whole, filter: filter)
    }
    if node["formula"] != nil {
      node.allow(["formula", "unit"])
      return expression(node, "formula").map(Method.formula)
    }
    if let name = node.text("survey") {
      return SurveyFigure(node, survey: name).map(Method.survey)
    }
    if let name = node.text("cases") { return cases(node, name) }
    if let id = node.text("before_after") {
      node.allow(["before_after", "measure", "unit"])
      return .beforeAfter(id: id)
    }
    node.problems.add(
      Diagnostic(
        .error, "computed-kind", at: node.location, "it does not say what to compute from",
        because: "one of from, formula, survey, cases, before_after is needed"))
    return nil
  }

  private static func cases(_ node: DefinitionNode, _ name: String) -> Method? {
    node.allow(["cases", "year", "subset", "limit", "measure", "unit"])
    switch node.text("measure") {
    case "count", nil:
      return .cases(
        name: name, year: node.integer("year"), subset: node.text("subset"), limit: nil)
    case "within":
      guard let limit = node.required("limit") else { return nil }
      return .cases(name: name, year: node.integer("year"), subset: nil, limit: limit)
    default:
      node["measure"]?.wrong("count or within")
      return nil
    }
  }

  /// The expression of a key, if there is one that can be read; `formulas` have been read already.
  private static func expression(
    _ node: DefinitionNode, _ key: String, _ formulas: [String: Formula]
  ) -> Formula? {
    guard let value = node[key] else { return nil }
    guard let text = value.text else {
      value.wrong("an expression")
      return nil
    }
    if let formula = formulas[text] { return formula }
    do throws(QueryError) {
      return try Formula(parsing: text)
    } catch {
      node.problems.add(
        Diagnostic(
          .error, "expression", at: value.location, "the expression in '\(key)' cannot be read",
          because: error.description))
      return nil
    }
  }
}
