internal import Labels
internal import Workspace

/// What a unit has come of, and what became of it: which series of figures follow. Figures of one indicator are
/// one series, whichever unit has them.
struct UnitHistory {
  let workspace: LoadedWorkspace
  let unit: UnitContents

  var blocks: [Block] {
    let parts = workspace.units.filter { $0.mergedInto == unit.id }.map(\.label)
    let sentences = [renamed, merged(parts), ended].compactMap(\.self)
    return sentences.isEmpty ? [] : [.paragraph(.sentences(sentences))]
  }

  private var renamed: Sentence? {
    guard !unit.formerNames.isEmpty else { return nil }
    let old = Label.list(unit.formerNames)
    return Sentence(
      Label(
        "\(unit.label.swedish) har hetat \(old.swedish); serierna är desamma.",
        "\(unit.label.english) was called \(old.english); its series are the same."))
  }

  private func merged(_ parts: [Label]) -> Sentence? {
    guard !parts.isEmpty else { return nil }
    let list = Label.list(parts)
    return Sentence(
      Label(
        "I \(unit.label.swedish) ingår nu \(list.swedish): serier med samma mått följer, andra börjar här.",
        "\(list.english) \(parts.count == 1 ? "is" : "are") part of \(unit.label.english) now: series of "
          + "the same indicator follow, others begin here."))
  }

  private var ended: Sentence? {
    guard let whole = unit.mergedInto.flatMap({ workspace.unit($0) }) else { return nil }
    return Sentence(
      Label(
        "\(unit.label.swedish) ingår numera i \(whole.label.swedish): serier med samma mått följer där, "
          + "andra slutar här.",
        "\(unit.label.english) is part of \(whole.label.english) now: series of the same indicator follow "
          + "there, others end here."))
  }
}
