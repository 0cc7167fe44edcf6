import Diagnostics
import Notebooks

/// A random notebook, and whether runs keep their promises with it.
package struct NotebookTrial {
  /// The text.
  package let bytes: [UInt8]

  /// The notebook of a seed, the same each time.
  package init(seed: UInt64) {
    var random = RandomNotebook(seed: seed)
    bytes = random.text()
  }

  /// A long notebook of a seed.
  package init(seed: UInt64, size: Int) {
    var random = RandomNotebook(seed: seed)
    bytes = random.text(ofSize: size)
  }

  /// A notebook of some bytes.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// What is handled wrongly; `nil` where all is right.
  package var problem: String? {
    let first = run(bytes)
    if let problem = Self.difference(bytes, first) { return problem }
    let second = run(first)
    if let problem = Self.difference(first, second) { return "second run: \(problem)" }
    let third = run(second)
    return third == second ? nil : "a run of an unchanged notebook changes it"
  }

  private func run(_ bytes: [UInt8]) -> [UInt8] {
    NotebookRun(
      Notebook(bytes, named: "fuzz.md"),
      settings: RunSettings(folder: NotebookFolder("/nonexistent"), threads: 1),
      commands: NoCommands()
    ).outcome().after
  }

  /// What lies outside of outputs must be the same afterwards, byte for byte and in order; only line ends
  /// may be new, around outputs that are.
  private static func difference(_ before: [UInt8], _ after: [UInt8]) -> String? {
    difference(before, after, listsHoldOthers: false)
      .flatMap { difference(before, after, listsHoldOthers: true) == nil ? nil : $0 }
  }

  private static func difference(
    _ before: [UInt8], _ after: [UInt8], listsHoldOthers: Bool
  ) -> String? {
    let (old, new) = (
      WrittenStretches.removed(from: before, listsHoldOthers: listsHoldOthers),
      WrittenStretches.removed(from: after, listsHoldOthers: listsHoldOthers)
    )
    var place = 0
    for byte in new {
      if place < old.count, old[place] == byte {
        place += 1
      } else if byte != 10, byte != 13 {
        return "a byte outside of outputs is new or another"
      }
    }
    return place == old.count ? nil : "a byte outside of outputs is lost"
  }
}
