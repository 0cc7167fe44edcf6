internal import Diagnostics
internal import Labels

extension DefinitionNode {
  /// The template of a unit's report that the key `report` holds; the usual one without it.
  func reportTemplate() -> ReportTemplate {
    var template = ReportTemplate()
    guard let node = mapping("report", of: ["title", "introduction", "sections"]) else {
      return template
    }
    template.title = node.label("title")
    template.introduction = node.label("introduction")
    guard let list = node["sections"] else { return template }
    var sections: [ReportSection] = []
    for element in list.elements {
      guard let section = element.reportSection() else { continue }
      if sections.contains(section) {
        element.problems.add(
          Diagnostic(
            .warning, "report-section-twice", at: element.location,
            "the section '\(element.text ?? section.rawValue)' is listed twice",
            because: "it stands where it is listed first", fixes: ["take one of them out"]))
      } else {
        sections.append(section)
      }
    }
    if sections.isEmpty {
      if list.elements.isEmpty { list.wrong("a list of sections, such as [mål, enkäter]") }
      return template
    }
    template.sections = sections
    return template
  }

  private func reportSection() -> ReportSection? {
    guard let name = text else {
      wrong("the name of a section")
      return nil
    }
    if let section = ReportSection(name: name) { return section }
    problems.add(
      Diagnostic(
        .error, "report-section", at: location, "there is no section '\(name)'",
        because: "the sections are "
          + ReportSection.allCases.map { $0.title.swedish.lowercased() }.joined(separator: ", "),
        fixes: [
          closestName(to: name.lowercased(), in: ReportSection.names).map {
            "did you mean '\($0)'?"
          }
        ].compactMap(\.self)))
    return nil
  }
}
