internal import Indicators
internal import Labels
internal import Workspace

/// How a page of goals is read: only the words that stand on it.
struct GoalLegend {
  let workspace: LoadedWorkspace
  let assessments: [Assessment]

  var blocks: [Block] {
    [figures, verdicts, certainty, sources].filter { !$0.isEmpty }
      .map { .paragraph(.sentences($0)) }
  }

  private func has(_ verdicts: Verdict...) -> Bool {
    assessments.contains { verdicts.contains($0.verdict) }
  }

  private var isJudged: Bool { has(.met, .nearly, .notMet) }

  private var figures: [Sentence] {
    let nearly = Fact(.share(workspace.rules.nearlyFloor))
    let approximate = Fact(.share(workspace.rules.approximateFloor))
    var sentences: [Sentence] = []
    if assessments.contains(where: { $0.fulfilment != nil }) {
      sentences.append(
        Sentence(
          "Uppf. är utfallet som andel av målvärdet.",
          "Reached is the outcome as a part of the target."))
    }
    if isJudged {
      sentences.append(
        Sentence(
          "Uppnått: hela målvärdet (minst \(approximate) när målet självt är ungefärligt).",
          "Met: the whole target (at least \(approximate) when the target itself is approximate).")
      )
    }
    if has(.nearly) {
      sentences.append(
        Sentence("Nästan uppnått: minst \(nearly).", "Nearly met: at least \(nearly)."))
    }
    if isJudged {
      sentences.append(
        Sentence(
          "Säger målet alla gäller delen av helheten, om det är målets egna ting som räknas. Utfall "
            + "i en annan enhet än målets säger inget om målet.",
          "Where the goal says all, the part of the whole counts, if it is the goal’s own things that "
            + "are counted. An outcome in a unit other than the goal’s says nothing about it."))
    }
    return sentences
  }

  private var verdicts: [Sentence] {
    let words: [(Verdict, Label)] = [
      (
        .notMet,
        Label(
          "Ej uppnått: dokumentet säger det, eller så är tiden ute.",
          "Not met: the document says so, or the time is over.")
      ),
      (
        .underWay,
        Label(
          "Pågår: inte nått än, och planen löper vidare.",
          "Under way: not reached yet, and the plan runs on.")
      ),
      (
        .dropped,
        Label(
          "Utgår: avfört eller utan efterfrågan.", "Dropped: called off or without demand.")
      ),
      (.planned, Label("Planerat: inga utfall ännu.", "Planned: no outcomes yet.")),
    ]
    var sentences = words.filter { has($0.0) }.map { Sentence($0.1) }
    if isJudged {
      sentences.append(
        Sentence(
          "Mål utan tal bedöms efter dokumentets ord; delvis är inte nästan. Ett ord ersätter aldrig "
            + "ett tal, men genomfört räcker för minst en gång, och dokumentets eget omdöme gäller "
            + "där tal saknas.",
          "Goals without a figure are judged by the document’s word; partly is not nearly. A word "
            + "never stands in for a figure, but carried out is enough for at least once, and the "
            + "document’s own verdict counts where figures are missing."))
    }
    let kinds = Set(assessments.map(\.goal.kind))
    switch (kinds.contains(.condition), kinds.contains(.routine)) {
    case (true, true):
      sentences.append(
        Sentence(
          "Villkor och rutiner räknas inte som mål.",
          "Conditions and routines are not counted as goals."))
    case (true, false):
      sentences.append(
        Sentence("Villkor räknas inte som mål.", "Conditions are not counted as goals."))
    case (false, true):
      sentences.append(
        Sentence("Rutiner räknas inte som mål.", "Routines are not counted as goals."))
    case (false, false): break
    }
    return sentences
  }

  private var certainty: [Sentence] {
    let words: [(String, Label)] = [
      ("counted", Label("räknat = alla poster räknade", "counted = every record counted")),
      (
        "stated",
        Label("uppgift = så som dokumentet anger det", "stated = as the document states it")
      ),
      (
        "approximate",
        Label(
          "ungefärlig = dokumentet avrundar eller säger det i ord",
          "approximate = the document rounds it or says it in words")
      ),
      (
        "survey",
        Label(
          "svarande/tillfrågade när utfallet kommer ur en enkät",
          "answered/asked where the outcome comes from a survey")
      ),
    ]
    let shown = Set(
      assessments.compactMap { $0.certainty?.id ?? ($0.worded == nil ? nil : "stated") })
    let parts = words.filter { shown.contains($0.0) }.map(\.1)
    guard !parts.isEmpty else { return [] }
    return [
      Sentence(
        "Säkerhet: \(parts.map(\.swedish).joined(separator: "; ")).",
        "Certainty: \(parts.map(\.english).joined(separator: "; ")).")
    ]
  }

  private var sources: [Sentence] {
    let documents = workspace.documents
    guard !documents.isEmpty else { return [] }
    func list(_ language: Language) -> String {
      documents.map { "\($0.id) = \($0.title[language])" }.joined(separator: ", ")
    }
    return [
      Sentence("Källa är en rad i ett dokument.", "Source is a line in a document."),
      Sentence(
        Label(
          "I datafiler står dokumenten med nummer: \(list(.swedish)).",
          "In data files documents are numbered: \(list(.english)).")),
    ]
  }
}
