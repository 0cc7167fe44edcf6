internal import Labels
internal import Surveys

/// Groups that are others than they were: what the series of each rests on.
extension SurveySection {
  var historyBlocks: [Block] {
    let sentences = survey.definition.groups.flatMap { group in
      formerSentences(group) + [splitSentence(group)].compactMap(\.self)
    }
    return sentences.isEmpty ? [] : [.paragraph(.sentences(sentences))]
  }

  private func formerSentences(_ group: RecipientGroup) -> [Sentence] {
    let renamed = group.former.filter { $0.change == .renamed }.map(\.label)
    let merged = group.former.filter { $0.change == .merged }.map(\.label)
    var sentences: [Sentence] = []
    if !renamed.isEmpty {
      let old = Label.list(renamed)
      sentences.append(
        Sentence(
          Label(
            "\(group.label.swedish) har hetat \(old.swedish); serien är densamma.",
            "\(group.label.english) was called \(old.english); the series is the same.")))
    }
    if !merged.isEmpty {
      let parts = Label.list(merged)
      sentences.append(
        Sentence(
          Label(
            "I \(group.label.swedish) ingår nu \(parts.swedish); deras svar räknas dit också i "
              + "tidigare omgångar, så att serien följer.",
            "\(parts.english) \(merged.count == 1 ? "is" : "are") part of \(group.label.english) now; "
              + "their answers count there in earlier waves too, so that the series follows.")))
    }
    return sentences
  }

  private func splitSentence(_ group: RecipientGroup) -> Sentence? {
    guard let id = group.splitFrom else { return nil }
    let groups = survey.definition.groups
    let whole =
      groups.first { $0.id == id }?.label
      ?? groups.flatMap(\.former).first { $0.id == id }?.label ?? Label(same: id)
    return Sentence(
      Label(
        "\(group.label.swedish) har brutits ut ur \(whole.swedish): serien bryts, för före delningen "
          + "ingår gruppens svar i \(whole.swedish).",
        "\(group.label.english) was split from \(whole.english): the series breaks, for before that the "
          + "answers of the group are among those of \(whole.english)."))
  }
}
