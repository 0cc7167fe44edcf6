internal import Labels

/// A noun in both languages, for one and for every other number.
struct Noun {
  let one: Label
  let several: Label

  init(_ one: Label, _ several: Label) { (self.one, self.several) = (one, several) }

  /// The number and the noun: `1 fråga`, `0 frågor`.
  func counted(_ count: Int) -> Label {
    let noun = count == 1 ? one : several
    return Label("\(count) \(noun.swedish)", "\(count) \(noun.english)")
  }

  /// Only where there is something to count.
  func some(_ count: Int) -> Label? { count == 0 ? nil : counted(count) }

  /// The number and the noun, the number as a fact.
  func counted(_ count: Fact) -> Sentence {
    let noun = count.isOne ? one : several
    return Sentence("\(count) \(noun.swedish)", "\(count) \(noun.english)")
  }

  /// Only where there is something to count.
  func some(_ count: Fact) -> Sentence? { count.isZero ? nil : counted(count) }

  static let question = Noun(Label("fråga", "question"), Label("frågor", "questions"))
}

extension Fact {
  /// The number that words around it bend to; `nil` where it has none or is withheld.
  var amount: Double? {
    switch value {
    case .count(let count): Double(count)
    case .number(let number): number
    case .change, .growth, .share, .points, .probability, .pValue, .day, .flag, .interval,
      .withheld:
      nil
    }
  }

  /// Whether there is nothing to tell of.
  var isZero: Bool { amount == 0 }

  /// Whether the words around it are those for one.
  var isOne: Bool { amount == 1 }
}

extension Label {
  /// Whole sentences, one after the other; none leaves a gap.
  static func sentences(_ parts: [Label?]) -> Label {
    let parts = parts.compactMap(\.self)
    return Label(
      parts.map(\.swedish).joined(separator: " "), parts.map(\.english).joined(separator: " "))
  }
}
