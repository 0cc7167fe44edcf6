internal import Labels
internal import Workspace

/// Says at the top of a page that files could not be read as they stand, so that no reader takes an
/// incomplete page for a whole one.
struct DamageNote {
  let workspace: LoadedWorkspace
  let units: [UnitContents]

  /// Nothing where the files of the units and of the workspace are sound.
  var blocks: [Block] {
    var places: [Label] = []
    for unit in units {
      let count = workspace.errorCount(in: unit)
      guard count > 0 else { continue }
      let missing =
        unit.isEmpty ? Label(" (enheten saknas)", " (the unit is missing)") : Label("", "")
      places.append(
        Label(
          "\(count) fel i filerna för \(unit.label.swedish)\(missing.swedish)",
          "\(errors(count)) in the files of \(unit.label.english)\(missing.english)"))
    }
    if case let count = workspace.ownErrorCount, count > 0 {
      places.append(
        Label(
          "\(count) fel i arbetsytans egna filer",
          "\(errors(count)) in the workspace’s own files"))
    }
    guard !places.isEmpty else { return [] }
    return [
      .note(
        Label(
          "Ofullständig: \(places.map(\.swedish).joined(separator: ", ")). Det som inte går att läsa "
            + "saknas här; 'nyckeltal check' visar varje fel.",
          "Incomplete: \(places.map(\.english).joined(separator: ", ")). What cannot be read is "
            + "missing here; 'nyckeltal check' shows every error."))
    ]
  }

  private func errors(_ count: Int) -> String { count == 1 ? "1 error" : "\(count) errors" }
}
