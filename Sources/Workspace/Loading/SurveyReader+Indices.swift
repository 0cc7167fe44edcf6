internal import Diagnostics
internal import Labels
internal import Surveys

/// The instruments whose indices are built in; the wording of their questions is the user's.
enum SurveyInstrument: String, CaseIterable {
  /// Sustainable employee engagement (hållbart medarbetarengagemang) of SKR, Swedish Association of Local
  /// Authorities and Regions: nine statements on a scale of five steps, three each of motivation,
  /// leadership and steering. An item counts (x − 1) / 4 · 100, a sub-index is the mean of its three, the
  /// index the mean of the three sub-indices.
  ///
  /// The source states no rule for missing items. Unless `required` says otherwise, a person has a sub-index
  /// if all three of its items are answered, and the index if all three sub-indices are there: what the
  /// formulas say, and nothing put in the place of an answer.
  case hme

  /// The sub-indices, with what they are called.
  var parts: [(id: String, label: Label)] {
    [
      ("motivation", Label("motivation", "motivation")),
      ("leadership", Label("ledarskap", "leadership")),
      ("steering", Label("styrning", "steering")),
    ]
  }

  var label: Label { Label("HME", "HME") }
  /// How many items a sub-index has.
  var itemCount: Int { 3 }
}

extension SurveyReader {
  /// Adds the indices of a survey behind its questions, an index behind those that it is made of.
  func addIndices(_ node: DefinitionNode, to definition: inout SurveyDefinition) {
    for index in node.list("indices") {
      index.allow(["id", "label", "instrument", "items", "required"])
      guard let id = index.required("id") else { continue }
      let label = index.label("label")
      if let name = index["instrument"] {
        guard let instrument = name.text.flatMap({ SurveyInstrument(rawValue: $0) }) else {
          name.wrong(
            "an instrument: " + SurveyInstrument.allCases.map(\.rawValue).joined(separator: ", "))
          continue
        }
        addInstrument(instrument, id, label ?? instrument.label, index, to: &definition)
      } else {
        add(
          id, label ?? Label(same: id),
          IndexParts(items: index.texts("items"), required: index.integer("required")),
          to: &definition)
      }
    }
  }

  private func addInstrument(
    _ instrument: SurveyInstrument, _ id: String, _ label: Label, _ node: DefinitionNode,
    to definition: inout SurveyDefinition
  ) {
    let names = instrument.parts.map(\.id)
    guard let items = node.mapping("items", of: names) else {
      if node["items"] == nil { _ = node.required("items") }
      return
    }
    for part in instrument.parts {
      let own = items.texts(part.id)
      if own.count != instrument.itemCount {
        (items[part.id] ?? items).wrong("\(instrument.itemCount) items of \(part.id)")
        return
      }
      add(
        "\(id)-\(part.id)",
        Label(
          "\(label.swedish): \(part.label.swedish)", "\(label.english): \(part.label.english)"),
        IndexParts(items: own, required: node.integer("required")), to: &definition)
    }
    add(id, label, IndexParts(items: names.map { "\(id)-\($0)" }), to: &definition)
  }

  /// Adds an index, which is there for the groups and instrument versions that get enough of its items.
  private func add(
    _ id: String, _ label: Label, _ index: IndexParts, to definition: inout SurveyDefinition
  ) {
    let items = definition.questions.filter { index.items.contains($0.id) }
    var question = Question(id: id, label: label, scale: .found(id))
    question.kind = .index
    question.index = index
    var versions: [String] = []
    for wave in definition.waves where !versions.contains(wave.instrument) {
      if items.count(where: { $0.occurs(in: wave) }) >= index.required {
        versions.append(wave.instrument)
      }
    }
    let groups = definition.groups.map(\.id).filter { group in
      items.count { $0.isAsked(of: group) } >= index.required
    }
    question.versions =
      Set(versions) == Set(definition.waves.map(\.instrument)) ? [] : versions
    question.groups = groups == definition.groups.map(\.id) ? [] : groups
    definition.questions.append(question)
  }
}
