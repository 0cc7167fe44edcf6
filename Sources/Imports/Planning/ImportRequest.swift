/// What somebody wants to have imported, and what they have said already.
package struct ImportRequest: Sendable {
  /// The file, as typed.
  package var file: String
  /// The folder of the workspace.
  package var workspace: String
  package var unit: String?
  /// What the unit is called, where it is to be made.
  package var newUnit: String?
  package var survey: String?
  /// The name of the round, for files that hold one.
  package var wave: String?
  /// The title of a new survey.
  package var title: String?
  /// The column of groups.
  package var groupColumn: String?
  /// How many were invited, by group as the person calls it; a single number has no group.
  package var invited: [(group: String, count: Int)]
  /// Goals in words, for `goals` of the survey.
  package var goals: [String]
  /// What a text of the file is in the survey; an empty meaning leaves it out.
  package var meanings: [(text: String, meaning: String)]
  /// Whether questions, groups and answers that the survey does not have are added to it.
  package var addsNew: Bool
  /// Whether answers that no scale has are left out, and rows without a group, a round or a case number.
  package var leavesOutUnknown: Bool
  /// Whether a round that is there is replaced.
  package var replaces: Bool
  /// How many have to give an answer to a new question for it to stand by itself.
  package var answersFrom: Int
  /// A file that says what the codes of the export mean, and the language of its words.
  package var structure: String?
  package var language: String

  package init(
    file: String, workspace: String, unit: String? = nil, newUnit: String? = nil,
    survey: String? = nil, wave: String? = nil, title: String? = nil, groupColumn: String? = nil,
    invited: [(group: String, count: Int)] = [], goals: [String] = [],
    meanings: [(text: String, meaning: String)] = [], addsNew: Bool = false,
    leavesOutUnknown: Bool = false, replaces: Bool = false, answersFrom: Int = 2,
    structure: String? = nil, language: String = "sv"
  ) {
    (self.file, self.workspace, self.unit, self.survey) = (file, workspace, unit, survey)
    self.newUnit = newUnit
    (self.wave, self.title, self.groupColumn) = (wave, title, groupColumn)
    (self.invited, self.goals, self.meanings) = (invited, goals, meanings)
    (self.addsNew, self.leavesOutUnknown, self.replaces) = (addsNew, leavesOutUnknown, replaces)
    (self.answersFrom, self.structure, self.language) = (answersFrom, structure, language)
  }
}
