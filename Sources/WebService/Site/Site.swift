internal import Diagnostics
internal import Query
internal import Synchronization
internal import Tables
internal import Workspace

/// A workspace that is served: read once, looked at again at every request, and read anew beside the requests
/// that run when its files have changed.
package final class Site: Sendable {
  /// The folder of the workspace.
  package let folder: String
  /// Whether nothing may be changed, as in a demonstration.
  let isReadOnly: Bool
  /// Runs what takes long: rendering.
  let work = WorkQueue("work", width: 2)
  /// Runs what takes a program of the system some seconds, so that no page waits behind it.
  let programs = WorkQueue("programs", width: 1, mostWaiting: 16)
  /// Reads files that were sent, and changes those of the workspace, which takes minutes for a million rows.
  let changes = WorkQueue("changes", width: 1, mostWaiting: 32)
  /// Reads the files: every request waits for that, and it for no page.
  private let reading = WorkQueue("reading", width: 1)

  private struct State {
    var current: SiteState?
    var inputs: WorkspaceStamps?
    /// The day that the current state was read on.
    var day: CalendarDate?
    var looked: ContinuousClock.Instant?
    var loading: Task<SiteState, any Error>?
    var generation = 0
  }

  private let state = Mutex(State())
  private let today: @Sendable () -> CalendarDate
  /// Between two looks at the files; nobody changes a file and asks faster.
  private static let pause = Duration.milliseconds(20)

  /// A site.
  ///
  /// - Parameters:
  ///   - folder: The workspace, as typed.
  ///   - isReadOnly: Whether it is a demonstration.
  ///   - today: What day it is.
  init(
    _ folder: String, isReadOnly: Bool = false, today: @escaping @Sendable () -> CalendarDate
  ) {
    self.folder = folder
    self.isReadOnly = isReadOnly
    self.today = today
  }

  /// The folder that is meant without a name: the current one, or its folder `datasets`.
  package static var usualFolder: String {
    let definition = WorkspaceLoader.definitionFile
    return FileStamp(definition) == nil && FileStamp("datasets/" + definition) != nil
      ? "datasets" : "."
  }

  /// A site on whatever day it is.
  package convenience init(_ folder: String, isReadOnly: Bool = false) {
    self.init(folder, isReadOnly: isReadOnly) { Timestamp.wallClock.date }
  }

  /// Reads the workspace, so that what is wrong with it is known before anybody asks.
  ///
  /// - Throws: A diagnostic when the folder is no workspace.
  package func load() async throws { _ = try await current() }

  /// The state of now. The first who finds changed files reads them; who comes meanwhile waits with her.
  ///
  /// - Throws: A diagnostic when the folder is no workspace and never was.
  func current() async throws -> SiteState {
    let found = state.withLock {
      state -> (ready: SiteState?, loading: Task<SiteState, any Error>?) in
      if let loading = state.loading { return (nil, loading) }
      let now = ContinuousClock.now
      if let current = state.current, let looked = state.looked,
        looked.duration(to: now) < Self.pause
      {
        return (current, nil)
      }
      state.looked = now
      let today = today()
      let isToday = state.day == today
      if isToday, let current = state.current, let inputs = state.inputs,
        inputs.areCurrent(in: folder)
      {
        return (current, nil)
      }
      state.generation += 1
      let (before, inputs, generation) = (state.current, state.inputs, state.generation)
      let loading = Task {
        try await self.load(before, inputs, generation, today, isToday: isToday)
      }
      state.loading = loading
      return (nil, loading)
    }
    if let ready = found.ready { return ready }
    guard let loading = found.loading else { throw WebProblem.busy }
    return try await loading.value
  }

  /// Has the next request look at the files, whenever the last one did.
  func hasChanged() { state.withLock { $0.looked = nil } }

  /// Reads the files, unless they hold what they held; on another day the same files say another thing.
  private func load(
    _ before: SiteState?, _ known: WorkspaceStamps?, _ generation: Int, _ today: CalendarDate,
    isToday: Bool
  ) async throws -> SiteState {
    do {
      let folder = folder
      let (next, inputs) = try await reading.run { () -> (SiteState, WorkspaceStamps) in
        // Stamps are taken first: what changes while it is read is seen at the next request.
        let inputs = WorkspaceStamps(of: folder, known: known)
        if isToday, let before, let known, inputs.holdsSame(as: known) { return (before, inputs) }
        return (try Self.read(folder, today, before, generation), inputs)
      }
      state.withLock { state in
        (state.current, state.inputs, state.day, state.loading) = (next, inputs, today, nil)
      }
      return next
    } catch {
      state.withLock { $0.loading = nil }
      throw error
    }
  }

  /// Reads the files. Where they are damaged and were not before, what was before stays.
  private static func read(
    _ folder: String, _ today: CalendarDate, _ before: SiteState?, _ generation: Int
  ) throws(Diagnostic) -> SiteState {
    let workspace: LoadedWorkspace
    do throws(Diagnostic) {
      workspace = try WorkspaceLoader.load(folder: folder, day: ReportingDay(today: today))
    } catch {
      guard let before else { throw error }
      return before.damaged([error])
    }
    let damage = workspace.diagnostics.filter { $0.severity == .error }
    guard let before, !damage.isEmpty else {
      return SiteState(generation: generation, workspace: workspace, damage: damage)
    }
    let known = before.workspace.diagnostics.filter { $0.severity == .error }
    return damage.count > known.count
      ? before.damaged(damage)
      : SiteState(generation: generation, workspace: workspace, damage: damage)
  }
}
