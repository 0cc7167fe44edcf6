internal import Labels

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension ReportDocument {
  /// The report with whether something has changed in it since it was approved, at its head, and what that
  /// is, at its end.
  ///
  /// - Parameters:
  ///   - approval: What was approved; `nil` where none of it can be read.
  ///   - unreadable: The approvals that cannot be read.
  ///   - files: The files of the workspace as they are now.
  ///   - unit: The unit that the report is about; `nil` for one about all.
  /// - Returns: The report with what is told.
  public func compared(
    with approval: Approval?, unreadable: [String] = [], files: [Approval.File], unit: String?
  ) -> ReportDocument {
    var head = unreadable.map { path in
      Block.note(
        Label(
          "Godkännandet i \(path) kan inte läsas, så inget har jämförts med det.",
          "The approval in \(path) cannot be read, so nothing was compared with it."))
    }
    var list: [Block] = []
    if let approval {
      let told =
        ApprovalSection(document: self, approval: approval, files: files, unit: unit).blocks
      head += told.prefix(1)
      list += told.dropFirst()
    }
    var compared = self
    compared.blocks = head + blocks
    if firstPage > 0 { compared.firstPage += head.count }
    if !list.isEmpty {
      compared.blocks += [.heading(level: 1, ApprovalSection.title)] + list
    }
    return compared
  }
}

/// What has changed in a report since it was approved.
struct ApprovalSection {
  let document: ReportDocument
  let approval: Approval
  let files: [Approval.File]
  let unit: String?

  static let id = "changed-since-approval"
  static let title = Label("Ändrat sedan godkännandet", "Changed since approval")

  var blocks: [Block] {
    guard let approved = approval.report(document.id) else {
      return [
        .paragraph(
          .sentences([
            approvedSentence(Sentence(Label("", ""))),
            Sentence(
              Label("Den här rapporten fanns inte då.", "This report was not there then.")),
          ]))
      ]
    }
    let now = Self.published(document)
    let changes = now.map { ApprovalComparison(approved: approved, now: $0).changes } ?? []
    let changed = changedFiles(approved, now)
    let sentence = sentence(changes, changed)
    let paragraph = Block.paragraph(.sentences([sentence, meaning]))
    return changes.isEmpty
      ? [paragraph] : [paragraph, .table(table(changes, changed))]
  }

  /// The report as it would be approved now.
  private static func published(_ document: ReportDocument) -> ApprovedReport? {
    // What we write ourselves reads back.
    try? JSONDecoder().decode(
      ApprovedReport.self, from: Data(JSONRenderer().render(document).utf8))
  }

  // MARK: Files

  /// The files that are not what they were, and on which the report rests: those of the workspace itself,
  /// of its unit, and those that its rows name.
  private func changedFiles(_ approved: ApprovedReport, _ now: ApprovedReport?) -> [String] {
    let before = Dictionary(
      approval.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { a, _ in a })
    let after = Dictionary(files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { a, _ in a })
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    guard let unit, !changed.isEmpty else { return changed }
    let named = Set(
      (approved.tables + (now?.tables ?? [])).flatMap(\.rows).flatMap(\.files))
    return changed.filter { path in
      !path.contains("/") || path.hasPrefix(unit + "/")
        || named.contains { Self.isSame($0, path) }
    }
  }

  /// Whether a place of a row is a file of the workspace, wherever that lies.
  private static func isSame(_ location: String, _ path: String) -> Bool {
    location == path || location.hasSuffix("/" + path)
  }

  /// The changed files that a change comes from: those that its row names, otherwise those beside them,
  /// or the only one that there is.
  static func files(of change: ApprovalComparison.Change, among changed: [String]) -> [String] {
    let own = changed.filter { path in change.files.contains { isSame($0, path) } }
    guard own.isEmpty else { return own }
    let beside = changed.filter { path in
      guard let end = path.lastIndex(of: "/") else { return false }
      let folder = path[...end]
      return change.files.contains { file in
        guard let last = file.lastIndex(of: "/") else { return false }
        return file[...last] == folder || file[...last].hasSuffix("/" + folder)
      }
    }
    return beside.isEmpty && changed.count == 1 ? changed : beside
  }

  // MARK: Words

  private func approvedSentence(_ rest: Sentence) -> Sentence {
    let day = Fact(.day(approval.day))
    let by = approval.by.map { Label(" av \($0)", " by \($0)") } ?? Label("", "")
    return Sentence(
      "Godkänd \(day)\(by.swedish)\(rest.swedish).",
      "Approved \(day)\(by.english)\(rest.english).")
  }

  private func sentence(
    _ changes: [ApprovalComparison.Change], _ changed: [String]
  ) -> Sentence {
    let (count, fileCount) = (Fact(.count(changes.count)), Fact(.count(changed.count)))
    let list = changed.joined(separator: ", ")
    switch (changes.count, changed.count) {
    case (0, 0):
      return approvedSentence(
        Sentence(Label("; inget har ändrats", "; nothing has changed")))
    case (0, let files):
      let has = files == 1 ? "has" : "have"
      let noun = files == 1 ? "file" : "files"
      return approvedSentence(
        Sentence(
          "; ingen uppgift har ändrats, men det har \(fileCount) \(files == 1 ? "fil" : "filer"): \(list)",
          "; no fact has changed, but \(fileCount) \(noun) \(has): \(list)"))
    case (let facts, let files):
      let told = approvedSentence(
        Sentence(
          "; sedan dess har \(count) \(facts == 1 ? "uppgift" : "uppgifter") ändrats",
          "; since then \(count) \(facts == 1 ? "fact has" : "facts have") changed"))
      guard files > 0 else { return told }
      return .sentences([
        told,
        Sentence(
          "\(files == 1 ? "Ändrad fil" : "Ändrade filer"): \(list).",
          "\(files == 1 ? "Changed file" : "Changed files"): \(list)."),
      ])
    }
  }

  /// Where the program has changed, figures may differ though no file does.
  private var meaning: Sentence? {
    guard approval.meaning != Approval.meaning else { return nil }
    return Sentence(
      Label(
        "Den godkändes med en annan version av programmets beräkningar.",
        "It was approved with another version of the program’s computations."))
  }

  private func table(
    _ changes: [ApprovalComparison.Change], _ changed: [String]
  ) -> ReportTable {
    ReportTable(
      id: Self.id, title: Label("Uppgifter som har ändrats", "Facts that have changed"),
      columns: [
        .data("table"), .data("row"), .data("column"),
        ReportColumn("table_label", Label("Tabell", "Table")),
        ReportColumn("row_label", Label("Rad", "Row")),
        ReportColumn("column_label", Label("Kolumn", "Column")),
        ReportColumn("approved", Label("Godkänt", "Approved")),
        ReportColumn("now", Label("Nu", "Now")),
        ReportColumn("file", Label("Ändrad fil", "Changed file")),
      ],
      rows: changes.map { change in
        let files = Self.files(of: change, among: changed)
        return ReportRow([
          .code(change.place[0]), .code(change.place.count > 1 ? change.place[1] : nil),
          .code(change.place.count > 2 ? change.place[2] : nil), .text(change.table),
          change.row.map(ReportCell.text) ?? .none, change.column.map(ReportCell.text) ?? .none,
          .text(change.before), .text(change.now),
          files.isEmpty ? .none : .code(files.joined(separator: ", ")),
        ])
      })
  }
}
