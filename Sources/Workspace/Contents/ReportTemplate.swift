public import Labels

/// How a unit wants its report: what stands in it, in which order, and what it says first.
public struct ReportTemplate: Hashable, Sendable {
  /// The title; `nil` for the unit's name.
  public var title: Label?
  /// What is said before the first section.
  public var introduction: Label?
  /// The sections in order; all of them in the usual order unless the definition says otherwise.
  public var sections = ReportSection.allCases

  /// The usual report.
  public init() {}

  /// The sections that are left out, in the usual order.
  public var omitted: [ReportSection] {
    ReportSection.allCases.filter { !sections.contains($0) }
  }
}
