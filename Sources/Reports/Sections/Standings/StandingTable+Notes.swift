internal import Labels
internal import Surveys

extension StandingTable {
  /// How each column is found, and what may not be read of it.
  var notes: [Footnote] {
    let least = Fact(.count(GroupStandings.minimumAnswers))
    let (several, more) =
      switch compared {
      case .groups: ("grupper", "groups")
      case .units: ("enheter", "units")
      }
    return [
      Footnote(
        "Ingen rangordning: \(several) skiljer sig åt också av en slump. Jämförda är \(several) med minst "
          + "\(least) svar. p: mot de övriga tillsammans, alla \(several) och frågor prövade tillsammans "
          + "(Holm).",
        "No ranking: \(more) differ by chance too. Compared are \(more) of at least \(least) answers. p: "
          + "against the others together, all \(more) and questions tested together (Holm)."),
      Footnote(
        Label(
          "95 %: Wilsons intervall för andelen i längden, de svarande tagna som ett urval.",
          "95%: Wilson’s interval for the share in the long run, those who answered taken as a sample."
        ), on: .column("interval")),
      Footnote(
        Label(
          "Utjämnad: andelen dragen mot allas så långt som slumpen kan ha fört dem isär (betabinomial).",
          "Shrunk: the share drawn towards that of all as far as chance may have driven them apart "
            + "(beta-binomial)."), on: .column("shrunk_percent")),
      Footnote(
        Label(
          "Tratt: där så många svar hamnar om alla är lika (exakt binomial). Ändlig tratt: där de hamnar om "
            + "alla svar är som de är och bara slumpen avgör vems de är (hypergeometrisk).",
          "Funnel: where so many answers end up if all are alike (exact binomial). Finite funnel: where they "
            + "end up if all answers are as they are and chance alone tells whose they are (hypergeometric)."
        ), on: .column("funnel_95")),
      Footnote(
        Label(
          "Möjlig plats: de platser från högst till lägst andel som slumpen lämnar öppna, alla samtidigt "
            + "med 95 % säkerhet.",
          "Possible rank: the places from highest to lowest share that chance leaves open, all at once "
            + "with 95% confidence."), on: .column("ranks")),
    ]
  }
}
