/// Decides what to withhold of a set of reports, and shows that it is enough.
///
/// 1. Cells with a primary reason are withheld.
/// 2. Gaussian elimination withholds others, in order of priority, until none of them is determined by
///    the published ones as a linear combination.
/// 3. Each withheld cell is audited: given all that is published, that atoms are not negative (and whole,
///    for counts), and what the reasons tell, its interval must keep the cell's protection. A
///    complementary count must not be determined. Where that fails, more is withheld and the audit is
///    repeated.
///    Where that is not enough, the reasons of all cells that hang together are hidden, since a reason
///    tells a range: three groups of few in a total of few can only be one or two each.
/// 4. Complementary cells that the protection turns out not to need are published again, the highest
///    priority first.
///
/// The result is the same on every machine but for two things: ties among equally good solutions of a
/// linear program, which decide only in step 3, and the limit of branch and bound, in nodes.
///
/// Limits: a reader is taken to know nothing but what is published. One who is in the data knows his own
/// answer as well and may narrow a cell by 1; protections of 2 and more allow for that.
public struct DisclosureControl: Hashable, Sendable {
  /// Whether readers see for which reason a cell is withheld, and so know its range. If not, every
  /// reason is ``WithholdingReason/unstated``.
  public var showsReasons: Bool
  /// How many nodes a branch and bound may take.
  public var nodes: Int

  /// Creates a control.
  public init(showsReasons: Bool = true, nodes: Int = 500) {
    self.showsReasons = showsReasons
    self.nodes = nodes
  }

  /// Decides what to withhold.
  public func protect(_ set: ReportSet) -> Protection {
    let system = SuppressionSystem(set)
    var protection = Protection(cellCount: set.cells.count)
    for component in system.components {
      protection.add(ComponentProtection.best(system, component, self), system)
    }
    return protection
  }

  /// The interval of each withheld cell, by linear programming, and whether it is shown to keep its
  /// protection.
  public func audit(_ set: ReportSet, _ protection: Protection) -> DisclosureAudit {
    let system = SuppressionSystem(set)
    var entries: [DisclosureAudit.Entry] = []
    for component in system.components {
      let withheld = Set(
        component.columns.filter { column in
          system.columns[column].cells.contains { protection.reasons[$0] != nil }
        })
      let reasons = component.columns.lazy.flatMap { system.columns[$0].cells }
        .compactMap { protection.reasons[$0] }
      let worker = ComponentProtection(
        system, component, self, showsReasons: showsReasons && !reasons.contains(.unstated),
        withheld: withheld)
      entries += worker.entries(set, protection)
    }
    return DisclosureAudit(entries: entries.sorted { $0.cell < $1.cell })
  }
}
