/// What a column of an export is.
package enum ColumnRole: Hashable, Sendable {
  /// Who answered.
  case respondent(Identity)
  /// The group that the respondent belongs to.
  case group
  /// The round.
  case wave
  /// When the answers were sent in.
  case submitted
  /// Whether the answers were finished, or only tried out.
  case state
  /// An answer to a question.
  case question
  /// Something about a person that no report needs.
  case personal
  /// Something of the tool, or that nobody asked for.
  case ignored

  /// How a respondent is told from others, the most certain first.
  package enum Identity: Int, Hashable, Sendable, Comparable {
    case email
    /// A token or number that a person has in every wave.
    case personID
    case name
    /// The number of one set of answers: it tells rows apart, and no persons.
    case responseID

    /// Whether it is the same in the next wave.
    package var isLasting: Bool { self != .responseID }

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }
}
