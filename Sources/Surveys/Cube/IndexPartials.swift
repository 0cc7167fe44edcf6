/// How many answered some of what an index is made of, and not all.
///
/// The sum of an index and the sums of its items together tell what these answered: all others cancel out.
public struct PartialAnswers: Hashable, Sendable {
  /// Of the questions and indices that it names.
  public var items: Int
  /// Of the questions that it rests on through the indices among them.
  public var leaves: Int

  /// Counts; of nobody without any.
  public init(items: Int = 0, leaves: Int = 0) {
    self.items = items
    self.leaves = leaves
  }

  /// The counts of two sets of people together.
  public static func + (a: Self, b: Self) -> Self {
    Self(items: a.items + b.items, leaves: a.leaves + b.leaves)
  }

  static func += (a: inout Self, b: Self) { a = a + b }
}

/// Those who answered an index in part, by where they belong.
public struct IndexPartials: Hashable, Sendable {
  /// By group.
  public internal(set) var people: [PeopleCell: PartialAnswers] = [:]
  /// By breakdown: column, value; the value is empty for people without one.
  public internal(set) var values: [String: [String: PartialAnswers]] = [:]

  /// Those of a part of the people.
  package func count(_ part: SurveyPart) -> PartialAnswers {
    switch part {
    case .value(let value, let column): values[column]?[value] ?? PartialAnswers()
    case .all: sum { _ in true }
    case .withoutSubstitutes: sum { !$0.isSubstitute }
    case .group(let group): sum { $0.group == group }
    }
  }

  private func sum(_ isIncluded: (PeopleCell) -> Bool) -> PartialAnswers {
    people.reduce(PartialAnswers()) { isIncluded($1.key) ? $0 + $1.value : $0 }
  }
}
