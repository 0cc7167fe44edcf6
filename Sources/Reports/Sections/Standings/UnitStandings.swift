internal import Labels
internal import Surveys
internal import Workspace

/// Units that asked the same question in a year, beside each other.
///
/// A question is the same where its id, its wording in some language and its answers are. Of each survey the
/// latest wave of the year counts. Only figures that the surveys' own tables tell are compared: who withholds
/// how many of a unit were positive withholds it here too, and nothing can be computed from the rest.
struct UnitStandings {
  let workspace: LoadedWorkspace
  let units: [UnitContents]
  let year: Int

  static let title = Label("Samma fråga i flera enheter", "The same question in several units")

  /// What is the same of a question.
  private struct Instrument: Hashable {
    let id: String
    let answers: [String]
  }

  /// A question as one survey asked it.
  private struct Asked {
    let survey: SurveyDefinition
    let unit: UnitContents
    let question: Question
    let tally: AnswerTally
    let isShown: Bool

    func isWorded(like other: Asked) -> Bool {
      let (own, others) = (question.label, other.question.label)
      return Self.folded(own.swedish) == Self.folded(others.swedish)
        || Self.folded(own.english) == Self.folded(others.english)
    }

    private static func folded(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
  }

  /// The comparison with its heading; nothing where no question is shared.
  var blocks: [Block] {
    let (same, otherwise) = shared
    guard let table = self.table(same) else { return [] }
    return [.heading(level: 1, Self.title)] + table.blocks
      + [words(otherwise).map { Block.paragraph($0) }].compactMap(\.self)
  }

  private var asked: [Asked] {
    units.flatMap { unit in
      unit.surveys.flatMap { survey -> [Asked] in
        let published = survey.published(workspace.disclosure)
        guard
          let section = SurveySection(
            published.cube, disclosure: published.disclosure, codes: workspace.codes, year: year),
          section.survey.definition.provenance?.isReconstructed != true,
          !section.result.wave.isInvented
        else { return [] }
        return section.result.questions.filter { $0.question.kind.hasPositiveShare }.map { row in
          Asked(
            survey: section.survey.definition, unit: unit, question: row.question, tally: row.tally,
            isShown: section.isCompared(row, row.question, .all))
        }
      }
    }
  }

  /// The questions of several units by what is the same of them, in the order of their first, and how many of one
  /// name are not the same.
  private var shared: (same: [[Asked]], otherwise: Int) {
    var order: [Instrument] = []
    var found: [Instrument: [[Asked]]] = [:]
    for one in asked {
      let scale = one.survey.scale(of: one.question)
      let instrument = Instrument(
        id: one.question.id, answers: scale.answers.map { "\($0.id) \($0.isPositive)" })
      if found[instrument] == nil { order.append(instrument) }
      let place = found[instrument]?.firstIndex { $0.contains { $0.isWorded(like: one) } }
      if let place {
        found[instrument]?[place].append(one)
      } else {
        found[instrument, default: []].append([one])
      }
    }
    let all = order.flatMap { found[$0] ?? [] }
    let apart = Dictionary(grouping: all) { $0.first?.question.id ?? "" }.values.count { kinds in
      kinds.count > 1
    }
    // Two surveys of one unit are no two units: the same persons may have answered both.
    return (all.filter { Set($0.map(\.unit.id)).count > 1 }, apart)
  }

  private func table(_ same: [[Asked]]) -> StandingTable? {
    let surveys = Dictionary(grouping: same.flatMap(\.self), by: \.unit.id).mapValues {
      Set($0.map(\.survey.id)).count
    }
    var names: [(String, Label)] = []
    for one in same.flatMap(\.self) {
      let title = one.survey.title
      let isAlone = surveys[one.unit.id] == 1
      names.append(
        (
          key(one, isAlone: isAlone),
          isAlone
            ? one.unit.label
            : Label(
              "\(one.unit.label.swedish): \(title.swedish)",
              "\(one.unit.label.english): \(title.english)")
        ))
    }
    var told: [String: Int] = [:]
    let questions = same.map { answers in
      let id = answers[0].question.id
      told[id, default: 0] += 1
      return StandingTable.Question(
        id: told[id] == 1 ? id : "\(id)-\(told[id, default: 1])",
        label: answers[0].question.reportedLabel ?? answers[0].question.label,
        parts: answers.filter(\.isShown).map {
          (key($0, isAlone: surveys[$0.unit.id] == 1), $0.tally)
        }, isChosen: true)
    }
    return StandingTable(
      id: "units-standing",
      title: Label(
        "Enheterna bredvid varandra, andel positiva", "The units beside each other, positive share"),
      of: .units, names: names, locations: same.flatMap(\.self).map(\.survey.location).unique,
      context: [TableContext(.year, Member(String(year), Label(same: String(year))))], questions)
  }

  private func key(_ one: Asked, isAlone: Bool) -> String {
    isAlone ? one.unit.id : one.survey.id.replacing("/", with: "-")
  }

  /// Questions of one name that are not the same.
  private func words(_ count: Int) -> Sentence? {
    guard count > 0 else { return nil }
    let fact = Fact(.count(count))
    return count == 1
      ? Sentence(
        "\(fact) fråga har samma namn i flera enkäter men en annan ordalydelse eller skala och jämförs inte.",
        "\(fact) question has the same name in several surveys but another wording or scale and is not "
          + "compared.")
      : Sentence(
        "\(fact) frågor har samma namn i flera enkäter men en annan ordalydelse eller skala och jämförs "
          + "inte.",
        "\(fact) questions have the same name in several surveys but another wording or scale and are not "
          + "compared.")
  }
}
