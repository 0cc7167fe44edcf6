internal import Diagnostics
internal import Labels
internal import Workspace

/// What an import needs to know of a survey that is there: names, labels and scales, as its files have them.
struct SurveyOutline {
  struct Question {
    var id: String
    var label: Label
    var type: QuestionType
    /// The answers of its scale, or of several; nothing for others.
    var scale: FoundScale?
  }

  struct Named {
    var id: String
    var label: Label
  }

  var title: Label
  var questions: [Question] = []
  var groups: [Named] = []
  var waves: [Named] = []
  /// The instrument of the last wave.
  var instrument = "1"

  /// A survey that is not there yet.
  init(title: Label) { self.title = title }

  /// Reads the definition. Whatever in it means nothing here is the business of those who load it.
  init(_ root: YAMLNode) {
    title = root.label("title") ?? Label(same: "")
    var scales: [String: FoundScale] = Dictionary(
      FoundScale.usual.compactMap { scale in scale.name.map { ($0, scale) } },
      uniquingKeysWith: { first, _ in first })
    for (key, value) in root["scales"]?.mapping ?? [] {
      if let name = key.scalar { scales[name] = Self.scale(value.list("answers"), name, of: value) }
    }
    func scale(_ node: YAMLNode?) -> FoundScale? {
      guard let node else { return nil }
      return node.scalar.map { scales[$0] } ?? Self.scale(node.list("answers"), nil, of: node)
    }
    let common = scale(root["scale"])
    groups = root.list("groups").compactMap(Self.named)
    waves = root.list("waves").compactMap(Self.named)
    instrument = root.list("waves").last?.text("instrument") ?? "1"
    for node in root.list("questions") {
      guard let named = Self.named(node) else { continue }
      if node.text("type") == "matrix" {
        for item in node.list("items").compactMap(Self.named) {
          questions.append(
            Question(
              id: "\(named.id)-\(item.id)",
              label: Label(
                "\(named.label.swedish) – \(item.label.swedish)",
                "\(named.label.english) – \(item.label.english)"),
              type: .one, scale: scale(node["scale"]) ?? common))
        }
        continue
      }
      let type = node.text("type").map { QuestionType(rawValue: $0) ?? .text } ?? .one
      let own = node["answers"].map { Self.scale($0.sequence ?? [], nil) }
      let isScaled = type == .one || type == .rating || type == .several
      questions.append(
        Question(
          id: named.id, label: named.label, type: type,
          scale: isScaled ? own ?? scale(node["scale"]) ?? common : nil))
    }
  }

  private static func named(_ node: YAMLNode) -> Named? {
    node.text("id").map { Named(id: $0, label: node.label("label") ?? Label(same: $0)) }
  }

  private static func scale(
    _ answers: [YAMLNode], _ name: String?, of node: YAMLNode? = nil
  ) -> FoundScale {
    var scale = FoundScale(
      name: name,
      answers: answers.compactMap { node in
        guard let named = named(node) else { return nil }
        var spellings = Set(
          [named.id, named.label.swedish, named.label.english].map(\.foldedForMatching))
        // `5 – stämmer helt`, as tools write a scale with numbers.
        if Int(named.id) != nil {
          spellings.formUnion(spellings.map { named.id + $0 })
        }
        return FoundScale.Answer(
          id: named.id, label: named.label, isPositive: node.text("positive") == "true",
          score: node.text("score").flatMap { Int($0) }, spellings: spellings)
      })
    scale.notApplicable = node?.list("not_applicable").first?.scalar ?? ""
    scale.addUsualSpellings()
    return scale
  }
}
