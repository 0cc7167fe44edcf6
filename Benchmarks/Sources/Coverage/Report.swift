import Foundation
import Statistics

/// The measured coverage in words, tables and a picture.
struct Report {
  private let confidence: Double
  private let surveys: Int
  private let seed: UInt64
  private let finite: [(method: Method, result: Finite)]
  private let endless: [(method: Method, result: Binomial)]

  private let claims: Claims

  init(confidence: Double, surveys: Int, seed: UInt64, claims: Claims) throws {
    self.claims = claims
    self.confidence = confidence
    self.surveys = surveys
    self.seed = seed
    finite = try Method.all.map {
      ($0, try Finite($0, confidence: confidence, surveys: surveys, seed: seed))
    }
    endless = try Method.all.filter { !$0.isFinite }.map {
      ($0, try Binomial($0, confidence: confidence))
    }
  }

  func text() throws -> String {
    """
    # Coverage of the intervals for a share

    Written by `swift run -c release Coverage` in this directory. Everything is enumerated: every
    size of the group N and every number of answers n with 5 ≤ n ≤ N ≤ 40, every true count K from 0
    to N, and every answer x with its hypergeometric probability. The level is 95 %.

    - *Least coverage*: of all (N, n, K). *Below 95 %*: the share of (N, n, K) with less.
    - *Worst side*: the largest probability that the whole interval lies above the truth, or the
      whole below it. Half of 5 % is 2.5 %.
    - *Length*: the mean over (N, n) of the mean over x, every x equally probable, as a share.
      *Counts*: how many true counts the interval holds, on average.
    - *Simulated*: the coverage in \(surveys) simulated surveys for each (N, n, K) (drawn person by
      person, seed \(seed)), and its distance from the enumerated mean in standard errors.

    ## Groups of known size

    \(heading)
    |---|--:|--:|--:|--:|--:|--:|--:|--:|
    \(finite.map(row).joined(separator: "\n"))

    No interval at all that covers every count with 95 % holds fewer than \(fewest) counts on average:
    each count must lie in the intervals of enough answers.

    ![Coverage and length](coverage.svg)

    ## Which one is the default, and why

    Two kinds of interval hold 95 % for every true count, knowing that the group has an end: the
    central one and Blaker's. (Of those that take the group for endless, Clopper–Pearson and the
    corrected Wilson hold it too, and are much longer. Wilson's with the finite population
    correction is shorter than both and does not hold it.)

    - **Central** keeps the error on *each side* within 2.5 %. Among intervals that do, and whose
      ends never fall when more answers are positive, none is shorter: each end is the best
      one-sided bound. It is the default, `NearCensus.interval()`.
    - **Blaker** keeps only the sum of both sides within 5 %; on one side up to
      \(percent(worstOfBlaker)) can go wrong. For that it is \(percent(gain)) shorter, and nearly
      as short as an interval can be that holds 95 %. It is offered as `interval(method: .blaker)`.

    A verdict on a goal looks at one side: "at least 11 of 20 are satisfied" uses the lower end
    only. With the central interval such a sentence is wrong at most 2.5 % of the time; with
    Blaker's it may be wrong twice as often. That is why central is the default, although it is
    not the shorter of the two. Whoever needs only the two-sided promise gets the shorter interval
    by asking for it.

    The reference example, 20 invited, 14 answered, 10 positive:
    central \(try reference(.central)), Blaker \(try reference(.blaker)).

    Other levels:

    | Interval | Level | Least coverage | Worst side | Length |
    |---|--:|--:|--:|--:|
    \(try otherLevels())

    ## Endless populations

    The number of answers n from 5 to 40, every share. The least coverage is exact, just beside the
    end of an interval, where it is smallest; the means are over 1 000 shares.

    | Interval | Least coverage | at n, share | Mean coverage | Below 95 % | Length |
    |---|--:|--:|--:|--:|--:|
    \(endless.map(row).joined(separator: "\n"))

    Only Clopper–Pearson always holds 95 %. On average Wilson and Jeffreys do, and are shorter than
    the others that do.

    ## Differences of two groups of known size

    Every pair of true counts, 95 %. *Exact* is `NearCensus.difference(minus:)`; *hybrid* is
    Newcombe's formula put on two central intervals. The hybrid adds two errors like the legs of a
    right angle, but in a small group that nearly all answered an error is a step of one person, and
    two steps add up in full; so it is not offered.

    | N₁, n₁ | N₂, n₂ | Exact: least | mean | length | Hybrid: least | mean | length |
    |--:|--:|--:|--:|--:|--:|--:|--:|
    \(try differences())

    \(claims.text)
    """
  }

  private func row(_ entry: (method: Method, result: Finite)) -> String {
    let result = entry.result
    let place = result.minimumAt
    let cells = [
      entry.method.name, percent(result.minimum),
      "\(place.invited), \(place.answered), \(place.count)", percent(result.mean),
      percent(result.below), percent(result.worstSide), decimals(result.length, 4),
      decimals(result.counts, 3),
      "\(percent(result.simulated)) (\(signed(result.distance)))",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private func row(_ entry: (method: Method, result: Binomial)) -> String {
    let result = entry.result
    let cells = [
      entry.method.name, percent(result.minimum),
      "\(result.minimumAt.n), \(decimals(result.minimumAt.share, 4))", percent(result.mean),
      percent(result.below), decimals(result.length, 4),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private let heading =
    "| Interval | Least coverage | at N, n, K | Mean coverage | Below 95 % | Worst side | Length "
    + "| Counts | Simulated |"

  private var fewest: String { decimals(Finite.fewestCounts(confidence: confidence), 3) }

  private var worstOfBlaker: Double { named("Blaker")?.worstSide ?? .nan }

  private var gain: Double {
    guard let blaker = named("Blaker"), let central = named("central") else { return .nan }
    return 1 - blaker.length / central.length
  }

  private func named(_ name: String) -> Finite? {
    finite.first { $0.method.name.contains(name) }?.result
  }

  private func reference(_ method: FiniteMethod) throws -> String {
    let interval = try NearCensus(invited: 20, answered: 14, positive: 10).interval(method: method)
    return "\(interval.lower)–\(interval.upper) of 20"
  }

  private func otherLevels() throws -> String {
    try [0.8, 0.9, 0.99].flatMap { level in
      try Method.all.filter(\.isFinite).map { method in
        let result = try Finite(method, confidence: level, surveys: 0, seed: 0)
        let cells = [
          method.name, percent(level), percent(result.minimum), percent(result.worstSide),
          decimals(result.length, 4),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
      }
    }.joined(separator: "\n")
  }

  private func differences() throws -> String {
    try Differences.designs.map { design in
      let exact = try Differences(design, confidence: confidence, Differences.exact)
      let hybrid = try Differences(design, confidence: confidence, Differences.hybrid)
      let cells = [
        "\(design.first.invited), \(design.first.answered)",
        "\(design.second.invited), \(design.second.answered)",
        percent(exact.minimum), percent(exact.mean), decimals(exact.length, 3),
        percent(hybrid.minimum), percent(hybrid.mean), decimals(hybrid.length, 3),
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  /// Coverage and length in the reference group and its neighbours.
  func plot() throws -> Plot {
    let shown: [(name: String, colour: String, isDashed: Bool)] = [
      ("Wilson", "#e69f00", true), ("Clopper–Pearson", "#999999", true),
      ("Wilson with finite", "#d55e00", false), ("Blaker", "#0072b2", false),
      ("central", "#009e73", false),
    ]
    let lines = shown.compactMap { entry in
      Method.all.first {
        entry.name == "Wilson" ? $0.name == entry.name : $0.name.contains(entry.name)
      }.map { (entry, $0) }
    }
    let coverage = try lines.map { entry, method in
      Plot.Line(
        name: method.name.replacingOccurrences(of: "`", with: ""), colour: entry.colour,
        isDashed: entry.isDashed,
        points: try Finite.curve(method, invited: 20, answered: 14, confidence: confidence)
          .enumerated().map { (Double($0), $1) })
    }
    let length = try lines.map { entry, method in
      Plot.Line(
        name: method.name, colour: entry.colour, isDashed: entry.isDashed,
        points: try (5...20).map {
          (
            Double($0),
            try Finite.people(method, invited: 20, answered: $0, confidence: confidence)
          )
        })
    }
    return Plot(panels: [
      Plot.Panel(
        title: "Coverage: 14 of 20 answered", across: "Truly positive, of 20",
        up: "Coverage", x: 0...20, y: 0.9...1, xMarks: [0, 5, 10, 15, 20],
        yMarks: [0.9, 0.925, 0.95, 0.975, 1], yDecimals: 3, level: confidence, lines: coverage),
      Plot.Panel(
        title: "Mean length: 20 invited", across: "Answered, of 20", up: "People",
        x: 5...20, y: 0...14, xMarks: [5, 10, 15, 20], yMarks: [0, 2, 4, 6, 8, 10, 12, 14],
        yDecimals: 0, level: nil, lines: length),
    ])
  }

  private func percent(_ value: Double) -> String {
    String(format: "%.2f %%", value * 100)
  }

  private func decimals(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }

  private func signed(_ value: Double) -> String {
    String(format: "%+.1f", value)
  }
}
