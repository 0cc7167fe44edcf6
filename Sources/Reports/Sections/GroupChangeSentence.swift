internal import Labels
internal import Surveys

/// What is said above a table of changes by recipient group: how many of its rows say something.
struct GroupChangeSentence {
  private let rows: [GroupComparison]
  private let table: String

  init(_ rows: [GroupComparison], table: String) {
    self.rows = rows
    self.table = table
  }

  var sentence: Sentence {
    let rose = count { $0.evidence == .rose }
    let fell = count { $0.evidence == .fell }
    let tested = count { $0.evidence != .tooFew }
    guard !tested.isZero else {
      return Sentence(
        "Per mottagargrupp går ingen ändring av svaren att pröva.",
        "By recipient group no change of the answers can be tested.")
    }
    let cases = Noun(Label("fall", "case"), Label("fall", "cases"))
    let moved = [(rose, Label("ökat", "risen")), (fell, Label("minskat", "fallen"))]
      .filter { !$0.0.isZero }
    if tested.isOne, let verb = moved.first?.1 {
      return Sentence(
        "I den enda mottagargrupp och fråga som kan prövas har andelen positiva \(verb.swedish).",
        "In the only recipient group and question that can be tested the positive share has "
          + "\(verb.english).")
    }
    let moves =
      moved.map { count, verb in
        let cases = cases.counted(count)
        return Sentence("\(verb.swedish) i \(cases.swedish)", "\(verb.english) in \(cases.english)")
      }
    guard !moves.isEmpty else {
      return tested.isOne
        ? Sentence(
          "Den enda ändring per mottagargrupp som kan prövas är inte större än slumpen kan ge.",
          "The only change by recipient group that can be tested is no larger than chance can give."
        )
        : Sentence(
          "Ingen av de \(tested) ändringar per mottagargrupp som kan prövas är större än slumpen kan ge.",
          "None of the \(tested) changes by recipient group that can be tested is larger than chance "
            + "can give.")
    }
    let what = Sentence.list(moves)
    return Sentence(
      "Per mottagargrupp har andelen positiva \(what.swedish), av \(tested) som kan prövas.",
      "By recipient group the positive share has \(what.english), of \(tested) that can be tested.")
  }

  /// How many rows show something of their share, and which.
  private func count(where shows: (ShareChange) -> Bool) -> Fact {
    let found = rows.filter { $0.comparison.share.map(shows) ?? false }
    return Fact(
      .count(found.count),
      cells: found.map {
        CellReference(
          table: table, row: "\($0.comparison.question.id)/\($0.group.id)", column: "remark")
      })
  }
}
