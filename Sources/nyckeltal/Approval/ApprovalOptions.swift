internal import ArgumentParser
internal import Diagnostics
internal import Tables

/// Whether a report is approved, by whom and when.
struct ApprovalOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Freeze the report, or with --unit that of one unit, as approved.",
      discussion: "Later reports say what has changed since."))
  var approve = false

  @Flag(
    name: .long, help: "Approve what was approved before; the earlier approval is kept.")
  var again = false

  @Option(name: .long, help: "Who approves; a role will do.")
  var by: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The day of the approval, such as 2023-09-14; today.", valueName: "day"),
    transform: CalendarDate.init(option:))
  var at: CalendarDate?

  /// The day of the approval.
  var day: CalendarDate { at ?? .today }

  func validate() throws {
    if let by, !Self.isName(by) {
      throw ValidationError(
        "--by takes one line of 1 to 100 characters: a name or a role, such as \"Head of unit\"")
    }
    if let at, at > .today {
      throw ValidationError("--at \(at) has not come yet; today is \(CalendarDate.today)")
    }
    let alone = [
      again ? "--again" : nil, by == nil ? nil : "--by", at == nil ? nil : "--at",
    ].compactMap(\.self)
    guard !approve, let option = alone.first else { return }
    throw ValidationError("\(option) belongs to an approval: add --approve")
  }

  /// Whether a text is one line that can stand behind "approved by".
  private static func isName(_ text: String) -> Bool {
    text.count <= 100 && text.unicodeScalars.count <= 400
      && text.contains { !$0.isWhitespace }
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: true
        }
      }
  }

  /// Refuses to approve before there is anything to approve, and twice without being told to.
  func check(_ approvals: ApprovalStore, unit: String?) throws {
    if let at, at < approvals.firstDay {
      throw ValidationError(
        "--at \(at) lies before \(approvals.firstDay), \(approvals.firstDayReason)")
    }
    // What cannot be read is told when the report is compared with it.
    guard approve, !again, let path = try? approvals.newest(unit: unit) else { return }
    throw ValidationError(
      "This report has been approved: \(path). Approve it again with --again; the earlier approval is "
        + "kept")
  }
}
