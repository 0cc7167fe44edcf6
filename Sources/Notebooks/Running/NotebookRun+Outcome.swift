internal import Diagnostics
internal import Labels
internal import Query
internal import Synchronization
internal import Tables
internal import Workspace

extension NotebookRun {
  /// What is known of a cell once it has been looked at.
  private struct CellState: Sendable {
    var report: RunOutcome.CellReport
    var hash: ContentHash
    /// The hash of its inputs and what they are.
    var inputs: (hash: ContentHash, entries: [InputEntry])?
    /// What replaces its output; `nil` where nothing does.
    var output: (marker: OutputMarker, body: OutputBody)?
    /// The charts that the output shows, and those of them that are to be written.
    var charts: [String] = []
    var assets: [OutputBody.Asset] = []
  }

  /// Looks at every cell, runs what is not fresh, and says what would change.
  package func outcome() -> RunOutcome {
    var states: [CellState?] = Array(repeating: nil, count: notebook.cells.count)
    for level in graph.levels {
      let known = states
      let found = Mutex<[Int: CellState]>([:])
      ParallelLoop.run(level.count, threads: settings.threads ?? ParallelLoop.allThreads) { place in
        let index = level[place]
        let state = look(at: index, known)
        found.withLock { $0[index] = state }
        countCell()
      }
      for (index, state) in found.withLock({ $0 }) { states[index] = state }
    }
    return outcome(of: states.compactMap(\.self))
  }

  // MARK: One cell

  private func look(at index: Int, _ known: [CellState?]) -> CellState {
    let cell = notebook.cells[index]
    let inputs = inputs(of: graph.plans[index])
    let fingerprint = fingerprint(of: index, inputs: inputs?.hash, known)
    var report = RunOutcome.CellReport(label: cell.label, line: cell.line, reasons: [])
    let shown = cell.output.map(charts(of:))
    let reasons = reasons(cell, shown, fingerprint, inputs?.entries)
    if let region = cell.output, !settings.isForced {
      let charts = shown?.paths ?? []
      if reasons.isEmpty {
        // A cell that failed on the same input fails again; the same words need not be found again.
        if region.marker.hasFailed { report.problem = failed(cell, index) }
        return CellState(
          report: report, hash: region.marker.result, inputs: inputs, charts: charts)
      }
      if reasons.contains(.editedByHand) {
        report.reasons = reasons
        return kept(index, region, report, charts, inputs)
      }
    }
    let result = result(of: index)
    report.reasons = reasons
    report.problem = result.failure?.diagnostic(in: notebook.name)
    guard cell.outputPlace != nil else {
      return CellState(report: report, hash: result.hash, inputs: inputs)
    }
    let body = OutputBody(
      result.document, label: cell.label, language: notebook.language,
      folder: notebook.assetsFolder)
    let marker = OutputMarker(
      cell: cell.label, fingerprint: fingerprint, result: result.hash, body: body,
      hasFailed: result.failure != nil)
    return CellState(
      report: report, hash: result.hash, inputs: inputs,
      output: (marker, body), charts: body.assets.map(\.path),
      assets: body.assets.filter { !(shown?.holds($0) ?? (read($0.path) == $0.bytes)) })
  }

  /// An output that somebody edited stays; what its cell gives is still known to those that use it.
  private func kept(
    _ index: Int, _ region: OutputRegion, _ report: RunOutcome.CellReport, _ charts: [String],
    _ inputs: (hash: ContentHash, entries: [InputEntry])?
  ) -> CellState {
    var report = report
    report.isKept = true
    var hash = region.marker.result
    if report.reasons != [.editedByHand] || region.marker.hasFailed {
      let result = result(of: index)
      hash = result.hash
      report.problem = result.failure?.diagnostic(in: notebook.name)
    }
    let before = region.marker.fingerprint[.inputs].flatMap { hash in
      notebook.inputs(hash).map { (hash, $0) }
    }
    return CellState(report: report, hash: hash, inputs: before ?? inputs, charts: charts)
  }

  private func failed(_ cell: NotebookCell, _ index: Int) -> Diagnostic {
    result(of: index).failure?.diagnostic(in: notebook.name)
      ?? Diagnostic(
        .error, "notebook-cell", at: SourceLocation(file: notebook.name, line: cell.line),
        "the cell has failed", fixes: ["run it again with --force"])
  }

  private func reasons(
    _ cell: NotebookCell, _ charts: ShownCharts?, _ fingerprint: Fingerprint,
    _ entries: [InputEntry]?
  ) -> [StaleReason] {
    guard let region = cell.output, let charts else { return [.neverRun] }
    let marker = region.marker
    var reasons = fingerprint.differences(from: marker.fingerprint).flatMap {
      component -> [StaleReason] in
      switch component {
      case .meaning: [.meaning]
      case .text: [.cell]
      case .parameter(let name): [.parameter(name)]
      case .table(let name): [.table(name)]
      case .inputs:
        StaleReason.inputs(
          entries ?? [],
          before: marker.fingerprint[.inputs].map(notebook.inputs) ?? [])
      case .calendar: [.calendar]
      case .disclosure: [.disclosure]
      }
    }
    if charts.areMoved { reasons.append(.moved) }
    reasons += charts.missing.map(StaleReason.chartMissing)
    if charts.isEdited(region) { reasons.append(.editedByHand) }
    return reasons
  }

  private func charts(of region: OutputRegion) -> ShownCharts {
    ShownCharts(region, folder: notebook.assetsFolder, read: read)
  }

  private func read(_ name: String) -> [UInt8]? { settings.reading(settings.folder.path(name)) }

  // MARK: Fingerprints

  private func inputs(of plan: CellPlan) -> (hash: ContentHash, entries: [InputEntry])? {
    var entries = plan.files.map(files.entry) + plan.patterns.flatMap(files.entries(pattern:))
    if plan.readsWorkspace, let folder = notebook.frontMatter.workspace {
      entries += files.entries(workspace: folder)
    }
    guard !entries.isEmpty else { return nil }
    let distinct = Set(entries).sorted { ($0.name, $0.hash.bits) < ($1.name, $1.hash.bits) }
    return (ContentHash(of: distinct.flatMap { [$0.name, $0.hash.description] }), distinct)
  }

  private func fingerprint(
    of index: Int, inputs: ContentHash?, _ known: [CellState?]
  ) -> Fingerprint {
    let (cell, plan, matter) = (
      notebook.cells[index], graph.plans[index], notebook.frontMatter
    )
    var parts = [
      Fingerprint.Part(
        component: .meaning, hash: ContentHash(of: [String(settings.meaning)])),
      Fingerprint.Part(component: .text, hash: cell.hash),
      Fingerprint.Part(
        component: .parameter("language"), hash: ContentHash(of: [notebook.language.rawValue])),
    ]
    func add(_ component: Fingerprint.Component, _ hash: ContentHash?) {
      guard let hash, !parts.contains(where: { $0.component == component }) else { return }
      parts.append(Fingerprint.Part(component: component, hash: hash))
    }
    for name in plan.parameters { add(.parameter(name), matter.parameters[name]?.hash) }
    for needed in plan.cells { add(.table(notebook.cells[needed].label), known[needed]?.hash) }
    if let failure = plan.failure {
      add(.inputs, ContentHash(of: [failure.message] + failure.fixes))
    } else {
      add(.inputs, inputs)
    }
    if plan.readsWorkspace || plan.usesCalendar, let workspaceSettings {
      add(.calendar, ContentHash(of: [workspaceSettings.calendar]))
      if plan.readsWorkspace { add(.disclosure, ContentHash(of: [workspaceSettings.disclosure])) }
    }
    return Fingerprint(parts: parts)
  }

  private var workspaceSettings: WorkspaceSettings? {
    definition.value {
      notebook.frontMatter.workspace.flatMap {
        WorkspaceSettings(folder: settings.folder.path($0))
      }
    }
  }

  // MARK: The whole

  private func outcome(of states: [CellState]) -> RunOutcome {
    var edits = NotebookEdits(notebook.text)
    var reports = states.map(\.report)
    var problems = notebook.problems
    for (cell, state) in zip(notebook.cells, states) {
      guard let (marker, body) = state.output else { continue }
      edits.put(marker, body, below: cell)
    }
    var kept = Set(states.flatMap(\.charts))
    for region in notebook.strays {
      let charts = charts(of: region)
      let isOwn = !charts.isEdited(region)
      let isKept = !isOwn && !settings.isForced
      if isKept { kept.formUnion(charts.paths) } else { edits.remove(region) }
      reports.append(
        RunOutcome.CellReport(
          label: region.marker.cell, line: region.line,
          reasons: isOwn ? [.cellRemoved] : [.cellRemoved, .editedByHand], isKept: isKept))
    }
    let hashes = Dictionary(
      zip(notebook.cells, states).map { ($0.label, $1.hash) }, uniquingKeysWith: { a, _ in a })
    for value in notebook.values {
      take(value, hashes, &edits, &reports, &problems)
    }
    var listing = InputListing()
    for case let (hash, entries)? in states.map(\.inputs) { listing.inputs[hash] = entries }
    edits.put(listing, in: notebook.listings)
    // Those of another folder are another notebook's.
    let before = (notebook.cells.compactMap(\.output) + notebook.strays).flatMap {
      ChartLink.all(in: $0.body).filter { $0.folder == notebook.assetsFolder }.map(\.path)
    }
    return RunOutcome(
      cells: reports, problems: problems, before: notebook.text.bytes, after: edits.bytes,
      moves: edits.moves, assets: states.flatMap(\.assets),
      removedAssets: Set(before).subtracting(kept).sorted())
  }

  /// A figure between words: written anew where its cell gave another result, told where it was edited.
  private func take(
    _ value: InlineValue, _ hashes: [String: ContentHash], _ edits: inout NotebookEdits,
    _ reports: inout [RunOutcome.CellReport], _ problems: inout [Diagnostic]
  ) {
    let name = notebook.text.string(value.span)
    guard let index = notebook.cells.firstIndex(where: { $0.label == value.reference.cell }),
      let hash = hashes[value.reference.cell]
    else { return }
    let source = ContentHash(of: [hash.description, name, notebook.language.rawValue])
    var report = RunOutcome.CellReport(label: name, line: value.line, reasons: [])
    if let marker = value.marker, !settings.isForced {
      let isEdited = marker.body != ContentHash(of: [value.text])
      if isEdited {
        report.reasons = [.editedByHand]
        report.isKept = true
        reports.append(report)
        return
      }
      if marker.source == source { return }
    }
    do throws(CellFailure) {
      let text = " " + (try InlineFigure(value, result(of: index), notebook).text)
      edits.put(text, source: source, for: value)
      report.reasons = [
        value.marker == nil ? .neverRun : .table(value.reference.cell)
      ]
      reports.append(report)
    } catch {
      problems.append(error.diagnostic(in: notebook.name))
    }
  }
}
