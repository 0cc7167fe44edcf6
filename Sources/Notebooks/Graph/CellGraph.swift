internal import Diagnostics
internal import Query
internal import WorkspaceQuery

/// What the cells of a notebook depend on, and the order in which they can run.
struct CellGraph: Sendable {
  /// A plan for each cell.
  private(set) var plans: [CellPlan]
  /// The cells level by level: those of one depend on those of levels before, and run side by side.
  private(set) var levels: [[Int]] = []

  /// Finds what cells depend on.
  init(
    _ notebook: Notebook, tables: WorkspaceCatalogue, folder: NotebookFolder, files: InputFiles,
    commands: any CommandRunning
  ) {
    let names = Dictionary(
      notebook.cells.enumerated().compactMap { index, cell in
        cell.options.name.map { ($0, index) }
      }, uniquingKeysWith: { first, _ in first })
    let rows = SurveyRows(workspace: notebook.frontMatter.workspace.map(folder.path))
    plans = notebook.cells.map { cell in
      let planner = CellPlanner(
        cell: cell, names: names, parameters: notebook.frontMatter.parameters, tables: tables,
        folder: folder, files: files, commands: commands,
        hasWorkspace: notebook.frontMatter.workspace != nil,
        rows: rows)
      return planner.plan()
    }
    refuseCircles(notebook.cells)
    sortIntoLevels()
  }

  /// A cell that needs its own result cannot run, and those of the same circle cannot either.
  private mutating func refuseCircles(_ cells: [NotebookCell]) {
    let circles = plans.indices.compactMap { index in
      path(from: index, to: index).map { (index, $0) }
    }
    for (index, path) in circles {
      let names = (path + [index]).map { cells[$0].label }
      plans[index].failure = CellFailure(
        message: "the cell needs its own result", line: cells[index].line,
        reason: names.joined(separator: " uses "),
        fixes: ["give the cell another name than a table that it reads"])
      plans[index].cells = []
    }
  }

  /// A way along dependencies, without its end.
  private func path(from start: Int, to end: Int) -> [Int]? {
    var before: [Int: Int] = [:]
    var open = [start]
    var seen: Set<Int> = []
    while let next = open.popLast() {
      for needed in plans[next].cells {
        if needed == end {
          var path = [next]
          while let last = path.last, last != start, let previous = before[last] {
            path.append(previous)
          }
          return path.reversed()
        }
        if seen.insert(needed).inserted {
          before[needed] = next
          open.append(needed)
        }
      }
    }
    return nil
  }

  private mutating func sortIntoLevels() {
    var level = Array(repeating: 0, count: plans.count)
    var isChanged = true
    // Each round fixes a level at least; there are no circles.
    while isChanged {
      isChanged = false
      for index in plans.indices {
        let wanted = plans[index].cells.map { level[$0] + 1 }.max() ?? 0
        if wanted > level[index] {
          level[index] = wanted
          isChanged = true
        }
      }
    }
    for index in plans.indices {
      while levels.count <= level[index] { levels.append([]) }
      levels[level[index]].append(index)
    }
  }
}
