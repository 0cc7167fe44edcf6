internal import Labels
internal import Surveys

extension SurveySection {
  /// Who answered, with and without substitutes.
  var responseSentence: Label {
    let counts = result.counts
    let (returned, invited) = (counts.returned, counts.invited)
    guard invited > 0 else { return Label("Ingen tillfrågades.", "Nobody was asked.") }
    guard returned > 0 else {
      return invited == 1
        ? Label(
          "Den enda som tillfrågades svarade inte.", "The only person asked did not answer.")
        : Label(
          "Ingen av de \(invited) tillfrågade svarade.",
          "None of the \(invited) persons asked answered.")
    }
    let rate = printedPercent(result.rates.rr2 ?? 0)
    var sentence = Label(
      "\(returned) av \(invited) \(invited == 1 ? "tillfrågad" : "tillfrågade") svarade, en "
        + "svarsfrekvens på \(rate) % (AAPOR RR2).",
      "\(returned) of \(invited) \(invited == 1 ? "person" : "persons") asked answered, a response "
        + "rate of \(rate)% (AAPOR RR2).")
    let without = result.people.countsWithoutSubstitutes
    let substitutes = invited - without.invited
    if substitutes > 0, let rate = result.people.ratesWithoutSubstitutes.rr2 {
      let percent = printedPercent(rate)
      sentence = Label(
        "\(sentence.swedish) \(substitutes) av de tillfrågade var ersättare; utan ersättare svarade "
          + "\(without.returned) av \(without.invited), \(percent) %.",
        "\(sentence.english) \(substitutes) of those asked "
          + "\(substitutes == 1 ? "was a substitute" : "were substitutes"); without substitutes "
          + "\(without.returned) of \(without.invited) answered, \(percent)%.")
    }
    return sentence
  }
}
