public import Labels

/// Words in both languages with the facts that they state. A sentence holds no figure of its own: each
/// is a ``Fact``, which renderers write and which says which cell of a table it repeats.
///
/// ```swift
/// Sentence("\(answered) av \(asked) svarade.", "\(answered) of \(asked) answered.")
/// ```
public struct Sentence: Hashable, Sendable {
  /// The Swedish words.
  public var swedish: Phrase
  /// The English words.
  public var english: Phrase

  /// A sentence in both languages.
  public init(_ swedish: Phrase, _ english: Phrase) {
    self.swedish = swedish
    self.english = english
  }

  /// Words without figures.
  public init(_ label: Label) {
    self.init(Phrase(label.swedish), Phrase(label.english))
  }

  /// A fact alone.
  public init(_ fact: Fact) {
    self.init(Phrase(fact), Phrase(fact))
  }

  /// What it says in one language.
  public subscript(language: Language) -> Phrase {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { swedish.parts.isEmpty && english.parts.isEmpty }

  /// The facts that it states, in the order of the Swedish words.
  public var facts: [Fact] { swedish.facts }

  /// One sentence behind another, without a space.
  public static func + (first: Sentence, second: Sentence) -> Sentence {
    Sentence(first.swedish + second.swedish, first.english + second.english)
  }

  /// The same with every fact changed.
  public func mapFacts(_ change: (Fact) -> Fact) -> Sentence {
    Sentence(swedish.mapFacts(change), english.mapFacts(change))
  }
}

/// Words of one language with the facts among them.
public struct Phrase: Hashable, Sendable {
  /// A piece of it.
  public enum Part: Hashable, Sendable {
    /// Words as they stand.
    case words(String)
    /// A fact, and what of it is said.
    case fact(Fact, Aspect)
  }

  /// The pieces in order; words are never empty and never follow words.
  public private(set) var parts: [Part]

  /// Words without figures.
  public init(_ words: String) { parts = words.isEmpty ? [] : [.words(words)] }

  /// A fact alone.
  public init(_ fact: Fact, _ aspect: Aspect = .value) { parts = [.fact(fact, aspect)] }

  /// The facts in it.
  public var facts: [Fact] {
    parts.compactMap { if case .fact(let fact, _) = $0 { fact } else { nil } }
  }

  /// One phrase behind another.
  public static func + (first: Phrase, second: Phrase) -> Phrase {
    var joined = first
    for part in second.parts { joined.append(part) }
    return joined
  }

  mutating func append(_ part: Part) {
    if case .words(let words) = part {
      if words.isEmpty { return }
      if case .words(let before)? = parts.last {
        parts[parts.count - 1] = .words(before + words)
        return
      }
    }
    parts.append(part)
  }

  func mapFacts(_ change: (Fact) -> Fact) -> Phrase {
    var changed = self
    changed.parts = parts.map { part in
      if case .fact(let fact, let aspect) = part { .fact(change(fact), aspect) } else { part }
    }
    return changed
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// Words without figures.
  public init(stringLiteral words: String) { self.init(words) }

  /// Words with the facts among them.
  public init(stringInterpolation: Interpolation) { self = stringInterpolation.phrase }

  /// Takes words, phrases and facts. A number is none of them: whoever has one makes a fact of it.
  public struct Interpolation: StringInterpolationProtocol {
    var phrase = Phrase("")

    /// An empty phrase.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Appends words.
    public mutating func appendLiteral(_ words: String) { phrase.append(.words(words)) }

    /// Appends words.
    public mutating func appendInterpolation(_ words: String) { phrase.append(.words(words)) }

    /// Appends words with their facts.
    public mutating func appendInterpolation(_ phrase: Phrase) {
      for part in phrase.parts { self.phrase.append(part) }
    }

    /// Appends a fact, or one side of it.
    public mutating func appendInterpolation(_ fact: Fact, _ aspect: Aspect = .value) {
      phrase.append(.fact(fact, aspect))
    }
  }
}

extension Sentence {
  /// Whole sentences, one after the other; none leaves a gap.
  static func sentences(_ sentences: [Sentence?]) -> Sentence {
    joined(sentences.compactMap(\.self).filter { !$0.isEmpty }, by: Label(same: " "))
  }

  /// Sentences as one clause: `a, b och c`.
  static func list(_ parts: [Sentence]) -> Sentence {
    guard parts.count > 1, let last = parts.last else {
      return parts.first ?? Sentence(Label("", ""))
    }
    let first = joined(Array(parts.dropLast()), by: Label(same: ", "))
    return Sentence(
      "\(first.swedish) och \(last.swedish)", "\(first.english) and \(last.english)")
  }

  static func joined(_ parts: [Sentence], by separator: Label) -> Sentence {
    guard var result = parts.first else { return Sentence(Label("", "")) }
    for part in parts.dropFirst() { result = result + Sentence(separator) + part }
    return result
  }

  /// The same with a capital first letter.
  var capitalised: Sentence { Sentence(swedish.capitalised, english.capitalised) }
}

extension Phrase {
  fileprivate var capitalised: Phrase {
    guard case .words(let words)? = parts.first else { return self }
    var changed = self
    changed.parts[0] = .words(words.prefix(1).uppercased() + words.dropFirst())
    return changed
  }
}
