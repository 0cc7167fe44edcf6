public import Indicators
internal import Query

/// A figure elsewhere in the sources that should be the same as an outcome's, and is not.
public struct Doubt: Hashable, Sendable {
  /// The other figure.
  public var other: Double
  /// The rule or the known contradiction that holds them against each other.
  public var source: String
}

extension LoadedWorkspace {
  /// The doubts about the stated figures of outcomes, by the id of the outcome: rules of which it is
  /// one side, and known contradictions that name its figure and its line.
  public func doubts(about outcomes: [Outcome]) -> [String: [Doubt]] {
    let stated = outcomes.filter { $0.statedValue != nil }
    let byID = Dictionary(stated.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var doubts = units.reduce(into: [String: [Doubt]]()) { doubts, unit in
      for rule in unit.consistencyRules {
        let (left, right) = (Self.name(rule.left), Self.name(rule.right))
        guard [left, right].contains(where: { $0.map { byID[$0] != nil } ?? false }) else {
          continue
        }
        for result in (try? results(rule, unit.id)) ?? [] where !result.isEqual {
          for (name, other) in [(left, result.computed), (right, result.stated)] {
            if let name, byID[name] != nil {
              doubts[name, default: []].append(Doubt(other: other, source: rule.id))
            }
          }
        }
      }
    }
    let targets = Dictionary(goals.map { ($0.id, $0.target) }, uniquingKeysWith: { a, _ in a })
    for contradiction in contradictions where contradiction.isOfFigures {
      for outcome in stated where outcome.unit == contradiction.unit {
        // A figure that misses its target contradicts a word, not another figure.
        guard let other = contradiction.other(than: outcome),
          other != outcome.goal.flatMap({ targets[$0] ?? nil }),
          doubts[outcome.id]?.contains(where: { $0.other == other }) != true
        else { continue }
        doubts[outcome.id, default: []].append(Doubt(other: other, source: contradiction.id))
      }
    }
    return doubts
  }

  /// The name that is all of an expression: `"u-besok"`.
  private static func name(_ expression: String) -> String? {
    let (bytes, quote) = (expression.utf8, UInt8(ascii: "\""))
    guard bytes.first == quote, bytes.last == quote else { return nil }
    let inner = bytes.dropFirst().dropLast()
    return inner.contains(quote) ? nil : String(Substring(inner))
  }
}

extension Contradiction {
  /// Whether two figures for one thing stand in the sources. Ambiguities and gaps are none.
  fileprivate var isOfFigures: Bool {
    (kind == "motsagelse" || kind == "raknefel") && values.count == 2
      && sources.count == 2
  }

  /// The figure that stands against the one that an outcome states at the same line.
  fileprivate func other(than outcome: Outcome) -> Double? {
    for (own, other) in [(0, 1), (1, 0)] where sources[own] == outcome.source {
      if let value = Double(values[own]), value == outcome.statedValue {
        return Double(values[other])
      }
    }
    return nil
  }
}
