extension Label {
  /// Texts as one clause: `a, b och c`.
  package static func list(_ parts: [Label]) -> Label {
    func joined(_ parts: [String], _ and: String) -> String {
      guard parts.count > 1, let last = parts.last else { return parts.joined() }
      return parts.dropLast().joined(separator: ", ") + " \(and) " + last
    }
    return Label(joined(parts.map(\.swedish), "och"), joined(parts.map(\.english), "and"))
  }
}
