internal import Labels
internal import Statistics

/// How statistics are put in words for readers.
enum StatisticWords {
  /// A p value: three decimals, two significant digits when smaller than 0.01, never a false 0.
  static func pValue(_ p: Double) -> Label {
    both { style in
      if p < 0.001 { return "<\u{A0}" + style.text(0.001, decimals: 3) }
      return style.text(p, decimals: 3)
    }
  }

  /// A p value in a sentence: `p = 0,012`, `p < 0,001`.
  static func equation(_ symbol: String, _ p: Double) -> Label {
    let value = pValue(p)
    let sign = p < 0.001 ? "\u{A0}" : "\u{A0}=\u{A0}"
    return Label(symbol + sign + value.swedish, symbol + sign + value.english)
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
    case .sampleTooSmall(_, let needed, let given):
      Label(
        "för få värden, \(given) där minst \(needed) behövs",
        "too few values, \(given) where at least \(needed) are needed")
    case .constantSample: Label("alla värden är lika", "all values are equal")
    default: Label("kan inte räknas ut (\(error))", "cannot be computed (\(error))")
    }
  }

  /// What a reader should know before trusting a p value.
  static func caution(_ caution: Caution) -> Label {
    switch caution {
    case .smallExpectedCounts(let cells, let total):
      Label(
        "\(cells) av \(total) celler har väntade antal under 5",
        "\(cells) of \(total) cells have expected counts below 5")
    case .ties: Label("många lika värden", "tied values")
    case .equalPairsLeftOut(let pairs):
      Label("\(pairs) lika par är inte med", "\(pairs) equal pairs are left out")
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

  /// An interval with as many decimals as its width deserves: `0,31–0,37`, `−12 – +3`.
  static func interval(_ interval: Interval, signed: Bool = false) -> Label {
    let decimals = self.decimals(for: interval.upper - interval.lower)
    return both { style in
      let number = { (value: Double) in
        signed
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
    return both { style in
      signed ? style.signed(value, decimals: decimals) : style.text(value, decimals: decimals)
    }
  }

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
