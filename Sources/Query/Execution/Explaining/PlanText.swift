/// The words of EXPLAIN.
struct PlanText {
  private let run: QueryRun
  private let isAnalyzed: Bool

  init(_ run: QueryRun, isAnalyzed: Bool) {
    self.run = run
    self.isAnalyzed = isAnalyzed
  }

  /// The steps from the last to the first, each above those that it reads.
  var text: String {
    var lines: [String] = []
    var told: Set<ObjectIdentifier> = []
    add(run.plan.step, indent: 0, to: &lines, &told)
    if isAnalyzed { lines.append(contentsOf: summary) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(
    _ step: PlanStep, indent: Int, to lines: inout [String], _ told: inout Set<ObjectIdentifier>
  ) {
    let margin = String(repeating: "  ", count: indent)
    var line = margin + step.title
    if !step.detail.isEmpty { line += "  " + step.detail }
    if isAnalyzed { line += "  (\(counts(step)))" }
    lines.append(line)
    for subquery in step.subqueries {
      guard told.insert(ObjectIdentifier(subquery)).inserted else { continue }
      lines.append(margin + "  Subquery")
      add(subquery, indent: indent + 2, to: &lines, &told)
    }
    for input in step.inputs { add(input, indent: indent + 1, to: &lines, &told) }
  }

  private func counts(_ step: PlanStep) -> String {
    guard let span = step.span else { return "never run" }
    var facts: [String] = []
    if step.inputs.isEmpty {
      facts.append("rows \(grouped(step.rowsOut))")
      if step.partsRead > 0 { facts.append("parts \(grouped(step.partsRead))") }
    } else {
      facts.append("rows in \(grouped(step.rowsIn)), out \(grouped(step.rowsOut))")
    }
    facts.append("\(milliseconds(span.count)) ms")
    if run.threadsUsed > 1 { facts.append("work \(milliseconds(step.work)) ms") }
    return facts.joined(separator: ", ")
  }

  private var summary: [String] {
    var lines = [
      "Threads  \(run.threadsUsed)",
      "Peak memory  \(megabytes(run.memory.peak)) MB",
    ]
    if run.bytesRead > 0 { lines.append("Read  \(megabytes(run.bytesRead)) MB") }
    return lines
  }

  private func milliseconds(_ nanoseconds: Int) -> String { hundredths(nanoseconds / 10_000) }
  private func megabytes(_ bytes: Int) -> String { hundredths(bytes / 10_486) }

  private func hundredths(_ value: Int) -> String {
    let rest = value % 100
    return "\(grouped(value / 100)).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A whole number with a space between thousands.
  private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(" ", at: place)
      place -= 3
    }
    return String(digits)
  }
}
