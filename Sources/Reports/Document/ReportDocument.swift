public import Labels

/// A report as values: no markup, no language, no widths.
public struct ReportDocument: Hashable, Sendable {
  /// The name of its files.
  public var id: String
  /// The title.
  public var title: Label
  /// The line below the title.
  public var subtitle: Label?
  /// What it says.
  public var blocks: [Block]

  /// A report.
  public init(id: String, title: Label, subtitle: Label? = nil, blocks: [Block]) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.blocks = blocks
  }

  /// Its tables in order.
  public var tables: [ReportTable] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }
}

/// A part of a report.
public enum Block: Hashable, Sendable {
  /// A heading; level 1 is a section.
  case heading(level: Int, Label)
  /// Running text.
  case paragraph(Label)
  /// A remark that qualifies what stands around it.
  case note(Label)
  /// A table.
  case table(ReportTable)
}
