internal import Tables

extension Binding {
  /// An expression that may say how its texts compare.
  func collated(_ node: SyntaxNode, in level: Level) throws -> BoundExpression {
    guard node.kind == "CollateClause" else { return try expression(node, in: level) }
    let collation = try self.collation(node)
    guard let inner = node.node("arg") else { throw error("an operand is missing", node) }
    var operand = try collated(inner, in: level)
    guard operand.type == .text else {
      throw error("collations are not supported by type \(operand.typeName)", node)
    }
    operand.collation = collation
    return operand
  }

  /// A comparison of texts in an order that is not that of their bytes; `nil` for all others. Texts
  /// are the same in every collation only when their bytes are.
  func collatedComparison(_ name: String, _ operands: [BoundExpression], at place: Int) throws
    -> Expression?
  {
    let given = operands.compactMap(\.collation)
    guard let collation = given.first, Self.comparisons.contains(name) else { return nil }
    if given.contains(where: { $0 != collation }) {
      throw error(
        "collation mismatch between explicit collations", at: place,
        hint: "write COLLATE on one side only")
    }
    guard operands.allSatisfy({ $0.isUnknown || $0.type == .text }),
      let signature = ScalarCatalogue.comparison(name, collation)
    else { return nil }
    return .call(signature, operands.map { converted($0, to: .text) }, at: place)
  }

  /// `min` and `max` of texts in an order of their own: the first and the last of the ordered set.
  func collatedExtreme(_ pending: PendingAggregate, _ argument: BoundExpression) -> PendingAggregate
  {
    guard let collation = argument.collation, collation != .bytes else { return pending }
    let fraction = Cell.real(pending.signature.name == "max" ? 1 : 0)
    let overloads = FunctionTable.aggregates["percentile_disc"] ?? []
    guard let signature = overloads.first(where: { $0.parameters.last == .text }) else {
      return pending
    }
    var ordered = pending
    ordered.signature = signature
    ordered.arguments = [.literal(fraction, .real), argument.expression]
    ordered.constants = [0: fraction]
    ordered.options = [:]
    ordered.isDistinct = false
    ordered.order = [
      PendingSort(
        expression: argument.expression, isDescending: false, nullsFirst: false,
        collation: collation)
    ]
    return ordered
  }

  /// The collation that COLLATE names.
  func collation(_ node: SyntaxNode) throws -> SortKey.Collation {
    let name = parts(node, "collname").last ?? ""
    switch name.lowercased() {
    case "c", "posix", "ucs_basic": return .bytes
    case "sv-se", "sv_se", "sv", "swedish", "sv-x-icu", "sv-se-x-icu", "sv_se.utf8",
      "sv_se.utf-8":
      return .swedish
    case "default": return options.collation
    default:
      throw error(
        "collation \"\(name)\" does not exist", node, hint: "known: \"C\", \"sv-SE\"")
    }
  }
}
