internal import ArgumentParser
internal import Imports
internal import Labels
internal import Workspace

/// `nyckeltal upgrade`
struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Brings the definitions of an older workspace to the form of now.",
    discussion: """
      Shows what it would change, line by line; --apply writes it. Comments and the order of the files stay.
      A workspace of a later version is refused: it needs a newer nyckeltal.

      EXAMPLES
        nyckeltal upgrade
        nyckeltal upgrade kansliet --apply
      """)

  @Argument(
    help: "The workspace; the current folder, or its folder 'datasets', without it.",
    completion: .directory)
  var folder: String?
  @Flag(name: .long, help: "Write the changes.")
  var apply = false
  @OptionGroup var words: LanguageOption

  func run() throws {
    let folder = try self.folder ?? WorkspaceFolder.find(named: nil) ?? "."
    // An import that runs meanwhile adds rounds to definitions: what was read before would take them away.
    let store =
      apply ? try ImportRun(language: words.language).telling { try ImportStore(folder) } : nil
    defer { withExtendedLifetime(store) {} }
    let upgrade = try WorkspaceUpgrade(folder: folder)
    for change in upgrade.changes {
      let before = change.before.map { ["- \($0)"] } ?? []
      try Terminal.print(
        (["\(change.location):"] + (before + change.after.map { "+ \($0)" }).map { "  " + $0 })
          .joined(separator: "\n") + "\n")
    }
    for problem in upgrade.remaining { Terminal.complain(problem, in: words.language) }
    if apply {
      // The version is stated last: until then the rest can be brought along anew. Files are changed one by one,
      // for a folder that takes the place of the current one is not where the shell stands.
      for file in upgrade.files.reversed() {
        try Terminal.save(file.content, to: "\(folder)/\(file.path)")
      }
    }
    try Terminal.print(summary(upgrade)[words.language] + "\n")
  }

  private func summary(_ upgrade: WorkspaceUpgrade) -> Label {
    let count = upgrade.files.count
    let version = WorkspaceUpgrade.version
    guard count > 0 else {
      return Label(
        "Arbetsytan har version \(version), som är den senaste: inget att ändra.",
        "The workspace has version \(version), which is the latest: nothing to change.")
    }
    let (filer, files) = count == 1 ? ("fil", "file") : ("filer", "files")
    return apply
      ? Label(
        "\(count) \(filer) \(count == 1 ? "är skriven" : "är skrivna"): arbetsytan har version \(version).",
        "\(count) \(files) \(count == 1 ? "is" : "are") written: the workspace has version \(version)."
      )
      : Label(
        "\(count) \(filer) skulle ändras till version \(version). Inget är skrivet: lägg till --apply.",
        "\(count) \(files) would change to version \(version). Nothing is written: add --apply.")
  }
}
