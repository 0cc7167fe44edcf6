internal import Labels
internal import Statistics

/// The names of statistics, why one is not computed, and what to know before trusting one.
enum StatisticWords {
  /// A statistic's name. The names of ``Statistics`` are English; those that reports use are
  /// translated here.
  static func name(_ name: StatisticName) -> Label {
    Label(swedishNames[name.words] ?? name.words, name.words)
  }

  /// Why something was not computed, for a sentence.
  static func reason(_ error: StatisticsError) -> Sentence {
    switch error {
    case .emptySample: Sentence("inga värden", "no values")
    case .sampleTooSmall(_, needed: 2, given: 1): Sentence("ett enda värde", "a single value")
    case .sampleTooSmall(_, let needed, let given):
      Sentence(
        "för få värden, \(.count(given)) där minst \(.count(needed)) behövs",
        "too few values, \(.count(given)) where at least \(.count(needed)) are needed")
    case .constantSample: Sentence("alla värden är lika", "all values are equal")
    case .groupTooSmall(_, _, needed: 2, given: 1):
      Sentence("en grupp har ett enda värde", "a group has a single value")
    case .groupTooSmall(_, _, let needed, let given):
      Sentence(
        "en grupp har \(.count(given)) \(given == 1 ? "värde" : "värden"), minst \(.count(needed)) behövs",
        "a group has \(.count(given)) \(given == 1 ? "value" : "values"), at least \(.count(needed)) are needed"
      )
    case .comparison(.values(let fault)): reason(fault) ?? unknown(error)
    case .comparison(.table(let fault)): reason(fault) ?? unknown(error)
    case .sampling(let fault): reason(fault) ?? unknown(error)
    case .trend(let fault): reason(fault) ?? unknown(error)
    case .resultTooLarge: Sentence("resultatet är för stort", "the result is too large")
    case .resultTooSmall: Sentence("resultatet är för litet", "the result is too small")
    default: unknown(error)
    }
  }

  private static func unknown(_ error: StatisticsError) -> Sentence {
    Sentence(
      "kan inte räknas ut (\(error.description))", "cannot be computed (\(error.description))")
  }

  private static func reason(_ fault: ValuesFault) -> Sentence? {
    switch fault {
    case .noSpreadWithinGroups:
      Sentence("värdena är lika inom varje grupp", "the values within each group are equal")
    case .noSpreadInGroup:
      Sentence("alla värden i en grupp är lika", "all values of a group are equal")
    case .noPairDiffers:
      Sentence("båda värdena i varje par är lika", "both values of each pair are equal")
    case .pairsDifferEqually:
      Sentence("alla par skiljer sig lika mycket", "all pairs differ by the same amount")
    case .spreadTooSmall: Sentence("spridningen är för liten", "the spread is too small")
    case .effectTooLarge(_, let limit):
      Sentence(
        "skillnaden är större än \(.count(Int(limit))) standardavvikelser",
        "the difference is above \(.count(Int(limit))) standard deviations")
    default: nil
    }
  }

  private static func reason(_ fault: TableFault) -> Sentence? {
    switch fault {
    case .zeroCell: Sentence("ett av antalen är 0", "one of the counts is 0")
    case .noUpperEnd:
      Sentence(
        "ett av antalen är 0, och intervallet har ingen övre gräns",
        "one of the counts is 0, and the interval has no upper end")
    case .noPlausibleAssociation:
      Sentence(
        "andelarna är likare än slumpen gör dem", "the shares are more alike than chance makes them"
      )
    case .tooManyTables, .totalTooLargeFor:
      Sentence("tabellen är för stor", "the table is too large")
    default: nil
    }
  }

  private static func reason(_ fault: TrendFault) -> Sentence? {
    switch fault {
    case .noSegmentLongEnough(let needed, let longest):
      Sentence(
        "inget avsnitt mellan brotten har minst \(.count(needed)) värden; det längsta har \(.count(longest))",
        "no segment between the breaks has at least \(.count(needed)) values; the longest has \(.count(longest))"
      )
    case .unequalSteps:
      Sentence("serien har luckor eller ojämna steg", "the series has gaps or unequal steps")
    case .noSeasonLongEnough(_, let needed):
      Sentence(
        "ingen säsong har minst \(.count(needed)) värden; serien är för kort för säsonger",
        "no season has at least \(.count(needed)) values; the series is too short for seasons")
    case .noVarianceLeft:
      Sentence(
        "när värdena hänger ihop så här finns ingen varians kvar att pröva mot",
        "values that depend on each other like this leave no variance to test against")
    case .tooFewAfterBreak(_, let needed, let given):
      Sentence(
        "för få värden efter det senaste brottet, \(.count(given)) där minst \(.count(needed)) behövs",
        "too few values after the last break, \(.count(given)) where at least \(.count(needed)) are needed"
      )
    default: nil
    }
  }

  private static func reason(_ fault: SamplingFault) -> Sentence? {
    switch fault {
    case .noDegreesOfFreedom:
      Sentence("för få urvalsenheter", "too few sampling units")
    case .noSpread: Sentence("alla värden är lika", "all values are equal")
    case .singleUnit: Sentence("en enda urvalsenhet", "a single sampling unit")
    case .singleton(let stratum, _):
      Sentence(
        "stratum \(stratum) har en enda urvalsenhet",
        "stratum \(stratum) has a single sampling unit")
    default: nil
    }
  }

  /// What a reader should know before trusting a p value.
  static func caution(_ caution: Caution) -> Sentence {
    switch caution {
    case .smallExpectedCounts(let cells, let total):
      Sentence(
        "\(.count(cells)) av \(.count(total)) celler har \(cells == 1 ? "ett väntat" : "väntade") antal under 5",
        "\(.count(cells)) of \(.count(total)) cells \(cells == 1 ? "has an expected count" : "have expected counts") "
          + "below 5")
    case .ties: Sentence("många lika värden", "tied values")
    case .equalPairsLeftOut(let pairs):
      Sentence(
        "\(.count(pairs)) par med lika värden är inte med",
        "\(.count(pairs)) equal \(pairs == 1 ? "pair is" : "pairs are") left out")
    case .fewPeople(let count, let needed):
      Sentence(
        "\(.count(count)) \(count == 1 ? "person" : "personer"), färre än \(.count(needed)): intervallet är för kort",
        "\(.count(count)) \(count == 1 ? "person" : "people"), fewer than \(.count(needed)): the interval is too short"
      )
    }
  }

  private static let swedishNames = [
    "Mann–Kendall test": "Mann–Kendalls test",
    "seasonal Mann–Kendall test": "Mann–Kendalls test per säsong",
    "Mann–Kendall test corrected for autocorrelation":
      "Mann–Kendalls test, korrigerat för autokorrelation",
    "Welch t test": "Welchs t-test",
    "paired t test": "parat t-test",
    "Mann–Whitney test": "Mann–Whitneys test",
    "Wilcoxon signed-rank test": "Wilcoxons teckenrangtest",
    "Kruskal–Wallis test": "Kruskal–Wallis test",
    "analysis of variance": "variansanalys",
    "Welch analysis of variance": "Welchs variansanalys",
    "chi-squared test": "chi-två-test",
    "Fisher exact test": "Fishers exakta test",
    "McNemar exact test": "McNemars exakta test",
  ]
}
