internal import Tables

/// Where a recursive query names itself. Elsewhere a round would not be a function of the rows of the
/// one before alone, and the rounds need not end.
extension Binding {
  /// Refuses what PostgreSQL does, in its words.
  func checkReferences(to name: String, _ first: SyntaxNode, _ next: SyntaxNode) throws {
    var count = 0
    var waiting: [(node: SyntaxNode, place: String?)] = [
      (next, nil), (first, "its non-recursive term"),
    ]
    while let (node, place) = waiting.popLast() {
      if node.kind == "RangeVar", node.text("relname") == name, node["schemaname"] == nil {
        count += 1
        guard let wrong = place ?? (count > 1 ? "" : nil) else { continue }
        let reason = wrong.isEmpty ? "appear more than once" : "appear within \(wrong)"
        throw error("recursive reference to query \"\(name)\" must not \(reason)", node)
      }
      // A query of that name in between hides it.
      if let with = node.node("withClause"),
        with.list("ctes").contains(where: { $0.text("ctename") == name })
      {
        continue
      }
      waiting += Self.parts(of: node).map { ($0.node, place ?? $0.place) }.reversed()
    }
  }

  /// Refuses a query that names one that stands behind it in the same WITH.
  func checkOrder(of query: SyntaxNode, _ body: SyntaxNode, _ queries: [SyntaxNode]) throws {
    let name = query.text("ctename") ?? ""
    let later = queries.drop { $0.text("ctename") != name }.dropFirst()
    for other in later.compactMap({ $0.text("ctename") })
    where Self.uses(of: other, in: body) > 0 && !Self.defines(other, in: body) {
      throw error(
        "a forward reference in WITH RECURSIVE is not supported: \"\(other)\"", query,
        hint: "put \"\(other)\" before \"\(name)\"")
    }
  }

  /// Whether some WITH below has a query of the name.
  private static func defines(_ name: String, in node: SyntaxNode) -> Bool {
    var waiting = [node]
    while let node = waiting.popLast() {
      if node.text("ctename") == name { return true }
      waiting += node.children
    }
    return false
  }

  /// The parts of a node, and what each of them is if it may not hold a reference.
  private static func parts(of node: SyntaxNode) -> [(node: SyntaxNode, place: String?)] {
    func sides(_ left: String?, _ right: String?) -> [(node: SyntaxNode, place: String?)] {
      let sides = [node.node("larg"), node.node("rarg")]
      return zip(sides, [left, right]).compactMap { side, place in side.map { ($0, place) } }
    }
    let outer = "an outer join"
    switch (node.kind, node.text("jointype") ?? node.text("op")) {
    case ("SubLink", _): return node.children.map { ($0, "a subquery") }
    case ("JoinExpr", "JOIN_LEFT"): return sides(nil, outer)
    case ("JoinExpr", "JOIN_RIGHT"): return sides(outer, nil)
    case ("JoinExpr", "JOIN_FULL"): return sides(outer, outer)
    case (_, "SETOP_EXCEPT"): return sides(node.isTrue("all") ? "EXCEPT" : nil, "EXCEPT")
    case (_, "SETOP_INTERSECT") where node.isTrue("all"):
      return sides("INTERSECT", "INTERSECT")
    default: return node.children.map { ($0, nil) }
    }
  }

  /// Whether FROM names the recursive query that the SELECT is a part of.
  func readsWorkingTable(_ from: [SyntaxNode], _ surroundings: Surroundings) -> Bool {
    from.contains { item in
      switch item.kind {
      case "RangeVar":
        item["schemaname"] == nil
          && surroundings.withs?.named(item.text("relname") ?? "")?.isWorking == true
      case "JoinExpr":
        readsWorkingTable([item.node("larg"), item.node("rarg")].compactMap { $0 }, surroundings)
      default: false
      }
    }
  }
}
