internal import Labels
internal import Statistics

/// How statistics are put in words for readers.
enum StatisticWords {
  /// A p value: three decimals, never a false 0, and more decimals where three would show it on the
  /// other side of the level that it is compared with: 0.0502 beside 0.05.
  static func pValue(_ p: Double, level: Double = 0.05) -> Label {
    both { style in
      if isTiny(p, level) { return "<\u{A0}" + style.text(0.001, decimals: 3) }
      return style.text(p, decimals: decimals(ofPValue: p, level))
    }
  }

  /// A p value in a sentence: `p = 0,012`, `p < 0,001`.
  static func equation(_ symbol: String, _ p: Double, level: Double = 0.05) -> Label {
    let value = pValue(p, level: level)
    let sign = isTiny(p, level) ? "\u{A0}" : "\u{A0}=\u{A0}"
    return Label(symbol + sign + value.swedish, symbol + sign + value.english)
  }

  /// Whether `< 0.001` says enough of a p value.
  private static func isTiny(_ p: Double, _ level: Double) -> Bool {
    p < 0.001 && (level >= 0.001 || p < 1e-12)
  }

  private static func decimals(ofPValue p: Double, _ level: Double) -> Int {
    var (decimals, scale) = (3, 1000.0)
    let limit = level * (1 + 1e-12)
    while decimals < 12, ((p * scale).rounded() / scale <= limit) != (p <= limit) {
      decimals += 1
      scale *= 10
    }
    return decimals
  }

  /// A statistic's name. The names of ``Statistics`` are English; those that reports use are
  /// translated here.
  static func name(_ name: StatisticName) -> Label {
    Label(swedishNames[name.words] ?? name.words, name.words)
  }

  /// Why something was not computed, for a sentence.
  static func reason(_ error: StatisticsError) -> Label {
    switch error {
    case .emptySample: Label("inga värden", "no values")
    case .sampleTooSmall(_, needed: 2, given: 1): Label("ett enda värde", "a single value")
    case .sampleTooSmall(_, let needed, let given):
      Label(
        "för få värden, \(given) där minst \(needed) behövs",
        "too few values, \(given) where at least \(needed) are needed")
    case .constantSample: Label("alla värden är lika", "all values are equal")
    case .groupTooSmall(_, _, needed: 2, given: 1):
      Label("en grupp har ett enda värde", "a group has a single value")
    case .groupTooSmall(_, _, let needed, let given):
      Label(
        "en grupp har \(given) \(given == 1 ? "värde" : "värden"), minst \(needed) behövs",
        "a group has \(given) \(given == 1 ? "value" : "values"), at least \(needed) are needed")
    case .comparison(.values(let fault)): reason(fault) ?? unknown(error)
    case .comparison(.table(let fault)): reason(fault) ?? unknown(error)
    case .sampling(let fault): reason(fault) ?? unknown(error)
    case .trend(let fault): reason(fault) ?? unknown(error)
    case .resultTooLarge: Label("resultatet är för stort", "the result is too large")
    case .resultTooSmall: Label("resultatet är för litet", "the result is too small")
    default: unknown(error)
    }
  }

  private static func unknown(_ error: StatisticsError) -> Label {
    Label("kan inte räknas ut (\(error))", "cannot be computed (\(error))")
  }

  private static func reason(_ fault: ValuesFault) -> Label? {
    switch fault {
    case .noSpreadWithinGroups:
      Label("värdena är lika inom varje grupp", "the values within each group are equal")
    case .noSpreadInGroup:
      Label("alla värden i en grupp är lika", "all values of a group are equal")
    case .noPairDiffers:
      Label("båda värdena i varje par är lika", "both values of each pair are equal")
    case .pairsDifferEqually:
      Label("alla par skiljer sig lika mycket", "all pairs differ by the same amount")
    case .spreadTooSmall: Label("spridningen är för liten", "the spread is too small")
    case .effectTooLarge(_, let limit):
      Label(
        "skillnaden är större än \(Int(limit)) standardavvikelser",
        "the difference is above \(Int(limit)) standard deviations")
    default: nil
    }
  }

  private static func reason(_ fault: TableFault) -> Label? {
    switch fault {
    case .zeroCell: Label("ett av antalen är 0", "one of the counts is 0")
    case .noUpperEnd:
      Label(
        "ett av antalen är 0, och intervallet har ingen övre gräns",
        "one of the counts is 0, and the interval has no upper end")
    case .noPlausibleAssociation:
      Label(
        "andelarna är likare än slumpen gör dem", "the shares are more alike than chance makes them"
      )
    case .tooManyTables, .totalTooLargeFor:
      Label("tabellen är för stor", "the table is too large")
    default: nil
    }
  }

  private static func reason(_ fault: TrendFault) -> Label? {
    switch fault {
    case .noSegmentLongEnough(let needed, let longest):
      Label(
        "inget avsnitt mellan brotten har minst \(needed) värden; det längsta har \(longest)",
        "no segment between the breaks has at least \(needed) values; the longest has \(longest)")
    case .unequalSteps:
      Label("serien har luckor eller ojämna steg", "the series has gaps or unequal steps")
    case .noSeasonLongEnough(_, let needed):
      Label(
        "ingen säsong har minst \(needed) värden; serien är för kort för säsonger",
        "no season has at least \(needed) values; the series is too short for seasons")
    case .noVarianceLeft:
      Label(
        "när värdena hänger ihop så här finns ingen varians kvar att pröva mot",
        "values that depend on each other like this leave no variance to test against")
    case .tooFewAfterBreak(_, let needed, let given):
      Label(
        "för få värden efter det senaste brottet, \(given) där minst \(needed) behövs",
        "too few values after the last break, \(given) where at least \(needed) are needed")
    default: nil
    }
  }

  private static func reason(_ fault: SamplingFault) -> Label? {
    switch fault {
    case .noDegreesOfFreedom:
      Label("för få urvalsenheter", "too few sampling units")
    case .noSpread: Label("alla värden är lika", "all values are equal")
    case .singleUnit: Label("en enda urvalsenhet", "a single sampling unit")
    case .singleton(let stratum, _):
      Label(
        "stratum \(stratum) har en enda urvalsenhet",
        "stratum \(stratum) has a single sampling unit")
    default: nil
    }
  }

  /// What a reader should know before trusting a p value.
  static func caution(_ caution: Caution) -> Label {
    switch caution {
    case .smallExpectedCounts(let cells, let total):
      Label(
        "\(cells) av \(total) celler har \(cells == 1 ? "ett väntat" : "väntade") antal under 5",
        "\(cells) of \(total) cells \(cells == 1 ? "has an expected count" : "have expected counts") "
          + "below 5")
    case .ties: Label("många lika värden", "tied values")
    case .equalPairsLeftOut(let pairs):
      Label(
        "\(pairs) par med lika värden är inte med",
        "\(pairs) equal \(pairs == 1 ? "pair is" : "pairs are") left out")
    case .fewPeople(let count, let needed):
      Label(
        "\(count) \(count == 1 ? "person" : "personer"), färre än \(needed): intervallet är för kort",
        "\(count) \(count == 1 ? "person" : "people"), fewer than \(needed): the interval is too short"
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

  /// An interval with as many decimals as its width deserves: `0,31–0,37`, `−12 – +3`. A signed one
  /// that leaves out 0 shows so, with as many more decimals as it takes.
  static func interval(_ interval: Interval, signed: Bool = false) -> Label {
    var decimals = self.decimals(for: interval.upper - interval.lower)
    if signed, interval.lower > 0 || interval.upper < 0 {
      let nearest = min(abs(interval.lower), abs(interval.upper))
      while decimals < 12, DecimalDigits(nearest, decimals: decimals).isZero { decimals += 1 }
    }
    let largest = max(abs(interval.lower), abs(interval.upper))
    let isTiny = largest > 0 && largest < tiny
    return both { style in
      let number = { (value: Double) in
        if isTiny { return style.powerOfTen(value, signed: signed) }
        return signed
          ? style.signed(value, decimals: decimals) : style.text(value, decimals: decimals)
      }
      let isApart = signed || interval.lower < 0
      let dash = isApart ? "\u{A0}–\u{A0}" : "–"
      return number(interval.lower) + dash + number(interval.upper)
    }
  }

  /// A figure with about three significant digits of its size, or of a width that says how exact
  /// it is.
  static func figure(_ value: Double, width: Double? = nil, signed: Bool = false) -> Label {
    let decimals = self.decimals(for: width ?? abs(value))
    let isTiny = max(abs(value), width ?? 0) < tiny && value != 0
    return both { style in
      if isTiny { return style.powerOfTen(value, signed: signed) }
      return signed
        ? style.signed(value, decimals: decimals) : style.text(value, decimals: decimals)
    }
  }

  /// Below this, six decimals say next to nothing.
  private static let tiny = 1e-5

  /// How many decimals show two to three digits of a number of this size, 0 to 6.
  static func decimals(for size: Double) -> Int {
    var (size, decimals) = (abs(size), 0)
    guard size > 0, size.isFinite else { return 1 }
    while size < 20, decimals < 6 {
      size *= 10
      decimals += 1
    }
    return decimals
  }

  /// A level such as 0.95 as `95 %`.
  static func level(_ confidence: Double) -> Label {
    both { style in style.text(confidence * 100, upTo: 2) + style.percentSign }
  }

  /// One composition in both languages.
  static func both(_ compose: (NumberStyle) -> String) -> Label {
    Label(compose(NumberStyle(.swedish)), compose(NumberStyle(.english)))
  }
}
