internal import Labels
internal import Workspace

/// Says at the top of a page that files could not be read as they stand, so that no reader takes an
/// incomplete page for a whole one.
struct DamageNote {
  let workspace: LoadedWorkspace
  let units: [UnitContents]

  /// Nothing where the files of the units and of the workspace are sound.
  var blocks: [Block] {
    var places: [Sentence] = []
    for unit in units {
      let count = workspace.errorCount(in: unit)
      guard count > 0 else { continue }
      let missing =
        unit.isEmpty ? Label(" (enheten saknas)", " (the unit is missing)") : Label("", "")
      let errors = Self.errors.counted(Fact(.count(count)))
      places.append(
        Sentence(
          "\(errors.swedish) i filerna för \(unit.label.swedish)\(missing.swedish)",
          "\(errors.english) in the files of \(unit.label.english)\(missing.english)"))
    }
    let own = Fact(.count(workspace.ownErrorCount))
    if let errors = Self.errors.some(own) {
      places.append(
        Sentence(
          "\(errors.swedish) i arbetsytans egna filer",
          "\(errors.english) in the workspace’s own files"))
    }
    guard !places.isEmpty else { return [] }
    let all = Sentence.joined(places, by: Label(same: ", "))
    return [
      .note(
        Sentence(
          """
          Ofullständig: \(all.swedish). Det som inte går att läsa saknas här; 'nyckeltal check' visar \
          varje fel.
          """,
          """
          Incomplete: \(all.english). What cannot be read is missing here; 'nyckeltal check' shows \
          every error.
          """))
    ]
  }

  private static let errors = Noun(Label("fel", "error"), Label("fel", "errors"))
}
