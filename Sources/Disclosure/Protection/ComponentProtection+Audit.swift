extension ComponentProtection {
  /// The audit of the component as it is withheld.
  func entries(_ set: ReportSet, _ protection: Protection) -> [DisclosureAudit.Entry] {
    var audits = audited()
    var entries: [DisclosureAudit.Entry] = []
    func add(_ column: Int, _ interval: ValueRange, _ isProtected: Bool) {
      for cell in system.columns[column].cells {
        guard let reason = protection.reasons[cell] else { continue }
        entries.append(
          DisclosureAudit.Entry(
            cell: cell, id: set.cells[cell].id, reason: reason, interval: interval,
            protection: self.protection(column), isProtected: isProtected))
      }
    }
    for column in audits.determined {
      let value = system.columns[column].value
      add(column, ValueRange(value, value), self.protection(column) == 0)
    }
    for index in audits.parts.indices {
      for target in audits.parts[index].targets.indices {
        let isSafe = audits.parts[index].isSafe(target)
        let column = audits.parts[index].targets[target].column
        add(column, audits.parts[index].feasible(target), isSafe)
      }
    }
    return entries
  }
}
