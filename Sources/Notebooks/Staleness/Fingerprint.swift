/// What an output is made from, each part by itself.
package struct Fingerprint: Hashable, Sendable {
  /// A kind of part, and its key in the marker.
  package enum Component: Hashable, Sendable {
    /// The engine's version of meaning.
    case meaning
    /// The words and options of the cell.
    case text
    /// A parameter, the language with them.
    case parameter(String)
    /// The result of another cell.
    case table(String)
    /// The bytes of files, and the names that patterns and the workspace find.
    case inputs
    /// The calendar of the workspace.
    case calendar
    /// The rules of disclosure control.
    case disclosure

    init?(_ key: String) {
      switch key {
      case "meaning": self = .meaning
      case "text": self = .text
      case "inputs": self = .inputs
      case "calendar": self = .calendar
      case "disclosure": self = .disclosure
      default:
        guard key.count > 1, let sign = key.first, sign == "$" || sign == "@" else { return nil }
        self = sign == "$" ? .parameter(String(key.dropFirst())) : .table(String(key.dropFirst()))
      }
    }

    var key: String {
      switch self {
      case .meaning: "meaning"
      case .text: "text"
      case .parameter(let name): "$" + name
      case .table(let name): "@" + name
      case .inputs: "inputs"
      case .calendar: "calendar"
      case .disclosure: "disclosure"
      }
    }
  }

  /// A component with the hash of what it was.
  package struct Part: Hashable, Sendable {
    var component: Component
    var hash: ContentHash
  }

  /// In a fixed order.
  package var parts: [Part]

  subscript(component: Component) -> ContentHash? {
    parts.first { $0.component == component }?.hash
  }

  /// The components in which two differ, in the order of this one, then of those that it lacks.
  func differences(from other: Fingerprint) -> [Component] {
    parts.filter { other[$0.component] != $0.hash }.map(\.component)
      + other.parts.filter { self[$0.component] == nil }.map(\.component)
  }
}

/// The version of what the engine makes of the same input. It is raised with every change that gives
/// another figure or another text for it; all outputs are stale then.
package enum EngineMeaning {
  /// The version of this engine.
  package static let version = 6
}
