internal import Diagnostics

extension LoadedWorkspace {
  /// How many errors the files of a unit have.
  public func errorCount(in unit: UnitContents) -> Int {
    let path = folder.appending(path: unit.id)
    return errors.count { $0 == path || $0.hasPrefix(path + "/") }
  }

  /// How many errors the workspace's own files have.
  public var ownErrorCount: Int {
    errors.count - units.reduce(0) { $0 + errorCount(in: $1) }
  }

  /// The files of the errors, one entry an error.
  private var errors: [String] {
    diagnostics.filter { $0.severity == .error }.map(\.location.file)
  }
}

extension UnitContents {
  /// Whether nothing of the unit could be read.
  public var isEmpty: Bool {
    allTables.isEmpty && surveys.isEmpty && caseLogs.isEmpty && beforeAfters.isEmpty
  }
}
