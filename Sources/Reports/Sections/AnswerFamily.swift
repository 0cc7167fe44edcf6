internal import Labels
internal import Surveys

/// Questions of a wave whose results share the columns of a table.
struct AnswerFamily {
  /// What its tables tell.
  enum Layout: Hashable {
    /// A column an answer of the scale.
    case scale(AnswerScale)
    /// Mean and highest step of ratings, whose answers stand in a table of their scale.
    case ratings
    /// Net promoter scores, whose answers stand likewise.
    case promoters
    /// How many chose each answer of a question with several.
    case several(QuestionParent)
    /// At which place each thing of a ranking was put.
    case ranking(QuestionParent)
    /// Mean, median and quartiles.
    case numbers
    /// Mean, and how well the items hang together.
    case indices
    /// How many wrote something.
    case texts
  }

  /// What a table of the family breaks the answers down by.
  enum Scope {
    case all
    case withoutSubstitutes
    /// A part a row, named by what parts are.
    case parts(Label)
  }

  let layout: Layout
  /// What tells its tables and charts from those of others in their names; empty for the survey's own scale.
  let suffix: String
  /// The questions, in the order of the survey.
  let questions: [QuestionResult]
  /// Whether its table has to be told from those of other scales.
  let isOneOfSeveral: Bool

  /// The scale, of a family that has one.
  var scale: AnswerScale? { if case .scale(let scale) = layout { scale } else { nil } }

  /// A title of a table or chart of a scale.
  func titled(_ swedish: String, _ english: String) -> Label {
    guard isOneOfSeveral, let answers = scale?.answers.map(\.label), let first = answers.first,
      let last = answers.last
    else { return Label(swedish, english) }
    // A few answers are told one by one: "ja, nej" is not "ja, delvis, nej".
    let own =
      answers.count < 4
      ? Label(
        answers.map(\.swedish).joined(separator: ", "),
        answers.map(\.english).joined(separator: ", "))
      : Label("\(first.swedish) – \(last.swedish)", "\(first.english) – \(last.english)")
    return Label("\(swedish) (\(own.swedish))", "\(english) (\(own.english))")
  }

  /// The title of a table.
  func title(_ scope: Scope) -> Label {
    let name: Label
    switch layout {
    case .scale: name = Label("Svar per fråga", "Answers by question")
    case .ratings: name = Label("Medelbetyg per fråga", "Mean rating by question")
    case .promoters: name = Label("NPS per fråga", "Net promoter score by question")
    case .several(let parent):
      name = Label(
        "Andel som valt varje svar på ”\(parent.label.swedish)”",
        "Share who chose each answer to “\(parent.label.english)”")
    case .ranking(let parent):
      name = Label(
        "Plats i ordningen för ”\(parent.label.swedish)”",
        "Place in the order of “\(parent.label.english)”")
    case .numbers: name = Label("Angivna tal per fråga", "Numbers given by question")
    case .indices: name = Label("Index", "Indices")
    case .texts: name = Label("Fritextsvar per fråga", "Free-text answers by question")
    }
    switch scope {
    case .all: return titled(name.swedish, name.english)
    case .withoutSubstitutes:
      return titled("\(name.swedish), utan ersättare", "\(name.english), without substitutes")
    case .parts(let part):
      let (swedish, english) = (
        part.swedish.lowercased(), part.english.lowercased()
      )
      switch layout {
      case .several, .ranking:
        return Label("\(name.swedish), per \(swedish)", "\(name.english), by \(english)")
      case .indices: return Label("Index per \(swedish)", "Indices by \(english)")
      default:
        return titled("\(name.swedish) och \(swedish)", "\(name.english) and \(english)")
      }
    }
  }
}

extension SurveySection {
  /// The tables of answers that the wave has: the questions by scale, in the order of the first question of
  /// each, then those that are told otherwise. A wave without questions has one of its scale all the same.
  var families: [AnswerFamily] {
    let definition = survey.definition
    var layouts: [AnswerFamily.Layout] = []
    for row in result.questions {
      for layout in Self.layouts(row.question, definition.scale(of: row.question))
      where !layouts.contains(layout) { layouts.append(layout) }
    }
    if layouts.isEmpty { layouts = [.scale(definition.scale)] }
    let scales = layouts.filter(\.isScale)
    // The survey's own scale has the plain names whichever question comes first, so that they stay.
    let own = AnswerFamily.Layout.scale(definition.scale)
    let plain = scales.contains(own) ? own : scales.first
    return (scales + layouts.filter { !$0.isScale }).map { layout in
      AnswerFamily(
        layout: layout, suffix: layout == plain ? "" : layout.suffix,
        questions: result.questions.filter {
          Self.layouts($0.question, definition.scale(of: $0.question)).contains(layout)
        }, isOneOfSeveral: scales.count > 1)
    }
  }

  /// Where the results of a question are told.
  private static func layouts(
    _ question: Question, _ scale: AnswerScale
  ) -> [AnswerFamily.Layout] {
    switch (question.kind, question.parent) {
    case (.several, let parent?): [.several(parent.whole)]
    case (.ranking, let parent?): [.ranking(parent.whole)]
    case (.rating, _): [.scale(scale), .ratings]
    case (.nps, _): [.scale(scale), .promoters]
    case (.number, _): [.numbers]
    case (.index, _): [.indices]
    case (.text, _): [.texts]
    case (.one, _), (.date, _), (.several, nil), (.ranking, nil): [.scale(scale)]
    }
  }
}

extension AnswerFamily.Layout {
  fileprivate var isScale: Bool { if case .scale = self { true } else { false } }

  fileprivate var suffix: String {
    switch self {
    case .scale(let scale): "-on-\(scale.id)"
    case .several(let parent), .ranking(let parent): "-of-\(parent.id)"
    case .ratings: "-means"
    case .promoters: "-promoters"
    case .numbers: "-numbers"
    case .indices: "-indices"
    case .texts: "-texts"
    }
  }
}

extension QuestionParent {
  /// The same for all parts.
  fileprivate var whole: QuestionParent {
    QuestionParent(id: id, label: label, part: label, options: options)
  }
}
