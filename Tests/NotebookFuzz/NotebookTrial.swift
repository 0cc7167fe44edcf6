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

  /// What lies outside of outputs before must be there afterwards, byte for byte and in order, with nothing
  /// but outputs and line ends between.
  private static func difference(_ before: [UInt8], _ after: [UInt8]) -> String? {
    var place = 0
    for byte in kept(before) {
      while place < after.count, after[place] != byte { place += 1 }
      if place == after.count { return "a byte outside of outputs is lost" }
      place += 1
    }
    return nil
  }

  /// The text without outputs.
  private static func kept(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    for range in Notebook(bytes, named: "fuzz.md").generatedRanges where range.lowerBound >= place {
      result += bytes[place..<range.lowerBound]
      place = range.upperBound
    }
    return result + bytes[place...]
  }
}
