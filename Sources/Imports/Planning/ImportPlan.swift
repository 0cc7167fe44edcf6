internal import Diagnostics
package import Labels
internal import Tables

/// What an import would do: everything that its preview tells, and the files that it would write.
package struct ImportPlan: Sendable {
  package let export: Export
  /// The unit and survey, as names of folders.
  package let unit: String
  package let survey: String
  package let isNewSurvey: Bool
  package let title: Label
  package internal(set) var waves: [PlannedWave] = []
  package internal(set) var questions: [PlannedQuestion] = []
  package internal(set) var groups: [PlannedGroup] = []
  /// What in the file tells who somebody is, and what is done with it.
  package internal(set) var personal: [PersonalColumn] = []
  /// Cells of free text in which addresses and numbers of persons were replaced.
  package internal(set) var redacted = 0
  /// Questions of the survey that the file does not have.
  package internal(set) var missingQuestions: [String] = []
  /// What keeps it from being done, and what its reader must know.
  package internal(set) var problems: [ImportProblem] = []
  /// Names of the file that the survey does not have, for a host that lets its reader choose.
  package internal(set) var unknown: [UnknownName] = []
  /// The goals that are added.
  package internal(set) var goals: [String] = []
  /// What turns persons into pseudonyms, and whether the file has any that are turned into some.
  package internal(set) var persons: SurveyPersons
  package internal(set) var usesKey = false
  /// Whether the survey's first pseudonyms are to be made and there is no key yet: one that passes serves the
  /// preview.
  package internal(set) var needsKey = false
  /// Answers to questions of new scales that too few gave to stand by themselves: the question, how many of them,
  /// and those who gave one.
  package internal(set) var rare: [RareAnswers] = []
  /// The hashes of the files that it was made of; see ``SurveyFolder/planned``.
  package internal(set) var read: [String: String] = [:]
  /// The files of the survey's folder as they would be.
  package internal(set) var files: [String: [UInt8]] = [:]

  /// Answers of a question that become `annat`.
  package struct RareAnswers: Hashable, Sendable {
    package var question: String
    package var answers: Int
    package var cells: Int
  }

  /// A round of the file.
  package struct PlannedWave: Hashable, Sendable {
    package enum Status: Hashable, Sendable {
      /// It is added.
      case new
      /// It is there, and what the file has of it is left out.
      case known
      /// It is there, and is replaced.
      case replaced
      /// It holds the same answers as another that is there.
      case sameAs(String)
    }

    package var wave: FoundWave
    package var status: Status
    /// The rows that are taken, after duplicates.
    package var taken: Int
    /// Rows of persons who have sent in another one later, which counts.
    package var duplicates: Int
    /// Rows of persons who are not invited.
    package var notInvited: Int
    /// Those of its persons who answered the wave before, where persons are known.
    package var again: Int?
    /// How many were invited, by group; nothing where a list of persons says so.
    package var invited: [(id: String, count: Int)]
    /// The wave that the numbers were taken from, where nobody gave them for this one.
    package var invitedAs: String?

    package static func == (a: Self, b: Self) -> Bool {
      a.wave == b.wave && a.status == b.status && a.taken == b.taken
        && a.duplicates == b.duplicates && a.notInvited == b.notInvited
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(wave) }

    /// Whether its rows are written.
    package var isTaken: Bool {
      switch status {
      case .new, .replaced: true
      case .known, .sameAs: false
      }
    }
  }

  /// A question of the file.
  package struct PlannedQuestion: Hashable, Sendable {
    package var wording: String
    package var id: String
    package var type: QuestionType
    package var isNew: Bool
    /// Answers that its scale does not have.
    package var outside: Int
  }

  /// A group of the file.
  package struct PlannedGroup: Hashable, Sendable {
    package var text: String
    package var id: String
    package var isNew: Bool
  }

  /// A column that tells who somebody is.
  package struct PersonalColumn: Hashable, Sendable {
    package enum Treatment: Hashable, Sendable {
      /// It becomes a pseudonym.
      case hashed
      /// It is left out.
      case leftOut
    }

    package var name: String
    package var treatment: Treatment
  }

  /// Whether it can be done.
  package var isReady: Bool { !problems.contains { $0.severity == .error } }
  /// Whether there is anything to do.
  package var isAnything: Bool { waves.contains(where: \.isTaken) }
  /// Rows that are written.
  package var rowsOut: Int { waves.filter(\.isTaken).map(\.taken).reduce(0, +) }
}
