import Foundation
import Workspace

/// The workspace that the project ships, read once for all tests, as `make report` reads it: by a
/// path relative to the root of the repository, since reports name files. `swift test` runs there.
enum Datasets {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let workspace: LoadedWorkspace = {
    do {
      return try WorkspaceLoader.load(folder: "datasets")
    } catch {
      fatalError("\(error)")
    }
  }()
}
