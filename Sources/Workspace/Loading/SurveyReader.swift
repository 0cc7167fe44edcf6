internal import Diagnostics
internal import Labels
internal import Surveys
internal import Tables

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads a survey: `survey.yaml` with the instrument, `responses.csv`, and who was invited: `invitations.csv`
/// with a row a person, or `population.csv` with the number of each group.
struct SurveyReader {
  let id: String
  let folder: String
  let loader: TableLoader

  func read(_ node: DefinitionNode) -> UnitSurvey? {
    node.allow([
      "title", "provenance", "scale", "scales", "groups", "waves", "questions", "breakdowns",
      "invitations", "responses", "population", "merge_small", "goals", "indices", "weights",
      "retention",
    ])
    if let retention = node["retention"], retention.text.flatMap(Retention.init) == nil {
      retention.wrong(Retention.examples)
    }
    let scales = scales(node)
    var definition = SurveyDefinition(
      id: id, title: node.requiredLabel("title"),
      provenance: node.provenance(parts: ["waves", "groups", "breakdowns"]),
      scale: commonScale(node, scales), groups: groups(node), waves: waves(node),
      questions: questions(node, scales),
      breakdowns: breakdowns(node), mergesSmallGroups: node.flag("merge_small"),
      location: SourceLocation(file: node.file))
    addIndices(node, to: &definition)
    definition.weights = weights(node)
    guard let data = data(node, definition) else { return nil }
    node.problems.add(data.diagnostics)
    return UnitSurvey(data)
  }

  private func weights(_ node: DefinitionNode) -> SurveyWeights? {
    guard let value = node["weights"] else { return nil }
    if let weights = value.text.flatMap(SurveyWeights.init) { return weights }
    value.wrong(SurveyWeights.allCases.map(\.rawValue).joined(separator: " or "))
    return nil
  }

  private func waves(_ node: DefinitionNode) -> [Wave] {
    node.list("waves").compactMap { wave in
      wave.allow(["id", "label", "date", "instrument", "break", "invented"])
      guard let id = wave.required("id"), wave.required("date") != nil,
        let date = wave.date("date")
      else { return nil }
      return Wave(
        id: id, label: wave.label("label") ?? Label(same: id), date: date,
        instrument: wave.text("instrument") ?? "1", breakReason: wave.label("break"),
        isInvented: wave.flag("invented"))
    }
  }

  /// Where the percentages of a question were published, by wave: `{2023-08: "004:2550"}`.
  func published(
    _ question: DefinitionNode, _ waves: [String]
  ) -> [String: DocumentReference] {
    guard let node = question["published"] else { return [:] }
    if node.entries.isEmpty { node.wrong("a document and line by wave") }
    var places: [String: DocumentReference] = [:]
    for (wave, place) in node.entries {
      guard waves.contains(wave) else {
        place.problems.add(
          Diagnostic(
            .error, "survey-wave", at: place.location, "there is no wave '\(wave)'",
            fixes: [suggestion(for: wave, among: waves)].compactMap(\.self)))
        continue
      }
      let parts = place.text?.split(separator: ":") ?? []
      guard parts.count == 2, let line = Int(parts[1]), line > 0 else {
        place.wrong("a document and a line, such as 004:2550")
        continue
      }
      places[wave] = DocumentReference(document: String(parts[0]), line: line)
    }
    return places
  }

  private func breakdowns(_ node: DefinitionNode) -> [Breakdown] {
    node.list("breakdowns").compactMap { breakdown in
      breakdown.allow(["column", "label", "invented"])
      return breakdown.required("column").map {
        Breakdown(
          column: $0, label: breakdown.label("label") ?? Label(same: $0),
          isInvented: breakdown.flag("invented"))
      }
    }
  }

  /// The files that a key names, or the file of the key's own name.
  func tables(_ node: DefinitionNode, _ key: String) -> [Table] {
    let names = node.texts(key)
    return (names.isEmpty ? ["\(key).csv"] : names).compactMap { name in
      let path = folder.appending(path: name)
      // Identifiers and answers are text whatever they look like.
      let table = loader.read(
        path, table: "\(id)/\(key)",
        types: ["wave": .text, "respondent": .text, "group": .text], mayLack: true)
      if table == nil, !FileManager.default.fileExists(atPath: path) {
        node.problems.add(
          Diagnostic(
            .error, "file-missing", at: node[key]?.location ?? SourceLocation(file: node.file),
            "the survey has no file '\(name)'", because: "it is looked for at \(path)",
            fixes: ["add the file", "name another file:   \(key): [file.csv]"]
              + (key == "invitations"
                ? ["say how many each group is in population.csv:   wave,group,invited"] : [])))
      }
      return table
    }
  }
}
