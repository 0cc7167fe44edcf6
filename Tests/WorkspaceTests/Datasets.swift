import Diagnostics
import Foundation
import Indicators
import Surveys
import Workspace

/// The workspace that the project ships, read once for all tests.
enum Datasets {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("datasets").path

  static let workspace: LoadedWorkspace = {
    do {
      return try WorkspaceLoader.load(folder: folder)
    } catch {
      fatalError("\(error)")
    }
  }()

  static func outcome(_ id: String) -> Outcome? {
    workspace.outcomes.first { $0.id == id }
  }

  static func assessment(_ id: String) -> Assessment? {
    workspace.goals.first { $0.id == id }.map(workspace.assessor.assess)
  }
}
