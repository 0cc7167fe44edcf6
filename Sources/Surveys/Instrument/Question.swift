public import Diagnostics
public import Labels

/// One question of the instrument.
public struct Question: Hashable, Sendable {
  /// The slug; also the column of a wide response file.
  public var id: String
  /// The question in short, as asked.
  public var label: Label
  /// How a published report words it, where that differs from what was asked.
  public var reportedLabel: Label?
  /// The answers that it offers; `nil` for those of the survey.
  public var scale: AnswerScale?
  /// The recipient groups that get it; none stands for every group.
  public var groups: [String]
  /// The instrument versions it occurs in; none stands for every version.
  public var versions: [String]
  /// How it is answered.
  public var kind = QuestionKind.one
  /// The question that it is a part of.
  public var parent: QuestionParent?
  /// What must have been answered before; all of it. Who did not is not asked.
  public var condition: [AnswerRequirement] = []
  /// What a number may be.
  public var numbers = NumberRange()
  /// What an index is the mean of; `nil` for what people were asked.
  public var index: IndexParts?
  /// Whether what everybody or nobody in a group answered must not be told.
  public var isSensitive: Bool
  /// Where the percentages of everyone were published before, by wave. They are shown as published.
  public var published: [String: DocumentReference]

  /// A question by its parts.
  public init(
    id: String, label: Label, reportedLabel: Label? = nil, scale: AnswerScale? = nil,
    groups: [String] = [],
    versions: [String] = [], isSensitive: Bool = false, published: [String: DocumentReference] = [:]
  ) {
    self.id = id
    self.label = label
    self.reportedLabel = reportedLabel
    self.scale = scale
    self.groups = groups
    self.versions = versions
    self.isSensitive = isSensitive
    self.published = published
  }

  /// The column of a wide response file that holds it, which parts of a question share; `nil` for an index.
  public var column: String? {
    switch kind {
    case .index: nil
    case .several, .ranking: parent?.id ?? id
    default: id
    }
  }

  /// Whether only those are asked who answered another question in some way.
  public var isConditional: Bool { !condition.isEmpty }

  /// Whether a recipient group gets the question.
  public func isAsked(of group: String) -> Bool { groups.isEmpty || groups.contains(group) }

  /// Whether the question is part of the instrument that a wave used.
  public func occurs(in wave: Wave) -> Bool {
    versions.isEmpty || versions.contains(wave.instrument)
  }
}

/// A group of people who get the survey, such as a steering group.
public struct RecipientGroup: Hashable, Sendable {
  /// The slug.
  public var id: String
  /// What reports call it.
  public var label: Label
  /// Whether no document says who belongs to it or what they answered.
  public var isInvented: Bool
  /// The groups that it has come of. Their people are counted in it, in every wave.
  public var former: [FormerGroup]
  /// The group that it was a part of before; `nil` for a group that has always been by itself.
  public var splitFrom: String?
  /// The groups of the invitations whose people are in it: its own id, unless it is several groups that
  /// are told of as one.
  public let members: [String]

  /// A group by its parts.
  public init(
    id: String, label: Label, isInvented: Bool = false, members: [String]? = nil,
    former: [FormerGroup] = [], splitFrom: String? = nil
  ) {
    self.former = former
    self.splitFrom = splitFrom
    self.id = id
    self.label = label
    self.isInvented = isInvented
    self.members = members ?? [id]
  }
}

/// A further column of the invitations that results are broken down by, such as municipality.
public struct Breakdown: Hashable, Sendable {
  /// The column of the invitations.
  public var column: String
  /// What reports call it.
  public var label: Label
  /// Whether no document has its values.
  public var isInvented: Bool

  /// A breakdown by its parts.
  public init(column: String, label: Label, isInvented: Bool = false) {
    self.column = column
    self.label = label
    self.isInvented = isInvented
  }
}
