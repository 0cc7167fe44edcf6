extension Binding {
  /// The name that PostgreSQL gives a column without AS.
  func name(of node: SyntaxNode) -> String { figured(node).name ?? "?column?" }

  /// The name, and whether it is a good one: that of a type yields to that of what is cast.
  private func figured(_ node: SyntaxNode) -> (name: String?, isGood: Bool) {
    switch node.kind {
    case "ColumnRef": return (parts(node, "fields").last, true)
    case "FuncCall": return (parts(node, "funcname").last, true)
    case "A_Expr": return node.text("kind") == "AEXPR_NULLIF" ? ("nullif", true) : (nil, false)
    case "TypeCast":
      let inner = node.node("arg").map(figured)
      if let inner, inner.isGood { return inner }
      return (node.node("typeName").flatMap { parts($0, "names").last }, false)
    case "CollateClause": return node.node("arg").map(figured) ?? (nil, false)
    case "CaseExpr":
      let inner = node.node("defresult").map(figured)
      if let inner, inner.isGood { return inner }
      return ("case", false)
    case "CoalesceExpr": return ("coalesce", true)
    case "MinMaxExpr": return (node.text("op") == "IS_LEAST" ? "least" : "greatest", true)
    case "GroupingFunc": return ("grouping", true)
    case "RowExpr": return ("row", true)
    case "SubLink":
      switch node.text("subLinkType") {
      case "EXISTS_SUBLINK": return ("exists", true)
      case "EXPR_SUBLINK":
        guard let target = node.node("subselect")?.list("targetList").first else {
          return (node.node("subselect")?["valuesLists"] != nil ? "column1" : nil, true)
        }
        if let name = target.text("name") { return (name, true) }
        return target.node("val").map { (figured($0).name, true) } ?? (nil, false)
      default: return (nil, false)
      }
    case "SQLValueFunction":
      switch node.text("op") {
      case "SVFOP_CURRENT_DATE": return ("current_date", true)
      case "SVFOP_LOCALTIMESTAMP", "SVFOP_LOCALTIMESTAMP_N": return ("localtimestamp", true)
      default: return ("current_timestamp", true)
      }
    default: return (nil, false)
    }
  }
}
