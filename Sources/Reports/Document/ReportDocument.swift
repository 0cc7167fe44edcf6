public import Labels
public import Workspace

/// A report as values: no markup, no language, no widths.
public struct ReportDocument: Hashable, Sendable {
  /// The name of its files.
  public var id: String
  /// The title.
  public var title: Label
  /// The line below the title.
  public var subtitle: Sentence?
  /// What it says.
  public var blocks: [Block]
  /// How many of its blocks make up a first page that is read by itself; 0 where none do.
  public var firstPage = 0
  /// What the documents are called that its figures come from.
  public var documents = DocumentNames()
  /// How its pages look, and whose they are.
  public var appearance = Appearance()
  /// Whose reports these are: what a logo stands for.
  public var organisation = Label("", "")

  /// A report.
  public init(id: String, title: Label, subtitle: Sentence? = nil, blocks: [Block]) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.blocks = blocks
  }

  /// A report whose subtitle holds no figure.
  init(id: String, title: Label, subtitle: Label, blocks: [Block]) {
    self.init(id: id, title: title, subtitle: Sentence(subtitle), blocks: blocks)
  }

  /// Its tables in order.
  public var tables: [ReportTable] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  /// Its tables that become data files.
  public var dataTables: [ReportTable] { tables.filter { $0.audience != .readers } }
}

/// A part of a report.
public enum Block: Hashable, Sendable {
  /// A heading; level 1 is a section.
  case heading(level: Int, Label)
  /// Running text.
  case paragraph(Sentence)
  /// A remark that qualifies what stands around it.
  case note(Sentence)
  /// A table.
  case table(ReportTable)
  /// A chart of a table in the same document.
  case chart(ReportChart)
}

extension Block {
  static func paragraph(_ label: Label) -> Block { .paragraph(Sentence(label)) }
  static func note(_ label: Label) -> Block { .note(Sentence(label)) }
}
