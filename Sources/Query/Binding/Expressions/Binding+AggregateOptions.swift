internal import Diagnostics
internal import Tables

extension Binding {
  /// All options of an aggregate: those of the query, else the standard ones.
  func options(
    _ given: [(name: String, node: SyntaxNode)], of signature: AggregateSignature, in level: Level
  ) throws -> [String: Cell] {
    var values: [String: Cell] = [:]
    for option in signature.options { values[option.name] = option.standard }
    var seen: Set<String> = []
    for (name, node) in given {
      guard let option = signature.options.first(where: { $0.name == name.lowercased() }) else {
        let known = signature.options.map(\.name)
        throw error(
          "\(signature.name) has no option \"\(name)\"", node,
          hint: known.isEmpty ? "it takes no options" : suggestion(for: name, among: known))
      }
      guard seen.insert(option.name).inserted else {
        throw error("option \"\(name)\" is given twice", node)
      }
      guard let argument = node.node("arg") else { continue }
      let bound = try expression(argument, in: level)
      guard bound.isUnknown || bound.type.becomes(option.type) else {
        throw error(
          "option \"\(name)\" must be of type \(option.type.rawValue), not type \(bound.typeName)",
          argument)
      }
      values[option.name] = try value(
        converted(bound, to: option.type), at: bound.at, of: "option \"\(name)\"")
    }
    return values
  }

  /// Ordered sets count from the least value on, texts by their bytes; only what differs must be said.
  func order(of sorts: [BoundSort], for signature: AggregateSignature) -> [PendingSort] {
    switch signature.order {
    case .none: []
    case .optional: sorts.map(\.pending)
    case .withinGroup: sorts.filter { $0.isDescending || $0.collation != .bytes }.map(\.pending)
    }
  }

  /// Refuses options and constants that do not make sense before a row is read, at the option without
  /// which the call would be right.
  func check(
    _ pending: PendingAggregate, _ given: [(name: String, node: SyntaxNode)],
    _ arguments: [BoundExpression]
  ) throws {
    guard let refusal = refusal(pending) else { return }
    for (name, node) in given {
      var other = pending
      let option = other.signature.options.first { $0.name == name.lowercased() }
      guard let option else { continue }
      other.options[option.name] = option.standard
      if self.refusal(other)?.message != refusal.message {
        throw error(refusal.message, node, hint: refusal.hint)
      }
    }
    let constant = pending.constants.keys.min().map { arguments[$0].at }
    throw error(refusal.message, at: constant ?? pending.at, hint: refusal.hint)
  }

  private func refusal(_ pending: PendingAggregate) -> QueryError? {
    do {
      try AggregateCatalogue.check(pending.call { _ in 0 })
      return nil
    } catch { return error as? QueryError }
  }
}
