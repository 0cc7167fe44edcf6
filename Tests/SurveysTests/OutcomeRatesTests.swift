import Diagnostics
import Surveys
import TableFixtures
import Testing

/// AAPOR, Standard Definitions, 10th edition, 2023; the worked numbers of REFERENCES.md, which
/// prints three decimals for e = 0.9.
struct OutcomeRatesTests {
  static let counts = DispositionCounts([
    .complete: 4, .partial: 2, .refusal: 1, .nonContact: 1, .other: 1, .unknownHousehold: 1,
    .unknownOther: 1, .notEligible: 1,
  ])

  struct Worked: Sendable, CustomTestStringConvertible {
    let name: String
    let printed: Double
    let rate: @Sendable (OutcomeRates) -> Double?
    var testDescription: String { name }
  }

  static let worked = [
    Worked(name: "RR1", printed: 0.364) { $0.rr1 },
    Worked(name: "RR2", printed: 0.545) { $0.rr2 },
    Worked(name: "RR3", printed: 0.370) { $0.rr3 },
    Worked(name: "RR4", printed: 0.556) { $0.rr4 },
    Worked(name: "RR5", printed: 0.444) { $0.rr5 },
    Worked(name: "RR6", printed: 0.667) { $0.rr6 },
    Worked(name: "COOP1", printed: 0.500) { $0.coop1 },
    Worked(name: "COOP2", printed: 0.750) { $0.coop2 },
    Worked(name: "COOP3", printed: 0.571) { $0.coop3 },
    Worked(name: "COOP4", printed: 0.857) { $0.coop4 },
    Worked(name: "REF1", printed: 0.091) { $0.ref1 },
    Worked(name: "REF2", printed: 0.093) { $0.ref2 },
    Worked(name: "REF3", printed: 0.111) { $0.ref3 },
    Worked(name: "CON1", printed: 0.727) { $0.con1 },
    Worked(name: "CON2", printed: 0.741) { $0.con2 },
    Worked(name: "CON3", printed: 0.889) { $0.con3 },
  ]

  @Test(arguments: worked)
  func workedNumbers(_ worked: Worked) throws {
    let rates = try OutcomeRates(Self.counts, e: 0.9, at: SourceLocation(file: "survey.yaml"))
    let value = try #require(worked.rate(rates))
    #expect(abs(value - worked.printed) <= 0.0005)
  }

  @Test func eIsEstimatedFromKnownCases() {
    // Nine known to be eligible, one known not to be.
    #expect(OutcomeRates(Self.counts).e == 0.9)
    #expect(OutcomeRates(DispositionCounts([.unknownOther: 5])).e == 1)
    #expect(OutcomeRates(DispositionCounts([.notEligible: 5])).e == 0)
  }

  @Test func ratesOfNobodyAreUndefined() {
    let rates = OutcomeRates(DispositionCounts())
    #expect(rates.rr1 == nil && rates.rr3 == nil && rates.rr5 == nil)
    #expect(rates.coop1 == nil && rates.coop3 == nil)
    #expect(rates.ref1 == nil && rates.ref2 == nil && rates.ref3 == nil)
    #expect(rates.con1 == nil && rates.con2 == nil && rates.con3 == nil)
    // Only unknown cases: there is a base, but none of known eligibility.
    let unknown = OutcomeRates(DispositionCounts([.unknownHousehold: 3]))
    #expect(unknown.rr1 == 0 && unknown.rr3 == 0 && unknown.rr5 == nil)
  }

  @Test(arguments: [-0.1, 1.5, .nan])
  func eOutsideItsRangeIsRefused(e: Double) {
    let expected = """
      survey.yaml: error[survey-eligibility]: the share of eligible people among the unknown must \
      lie between 0 and 1, not \(e)
        AAPOR's e is a share; without it, it is estimated from the known cases
        fix: give a share such as 0.9, or leave it out
      """
    #expect {
      try OutcomeRates(Self.counts, e: e, at: SourceLocation(file: "survey.yaml"))
    } throws: { error in
      (error as? Diagnostic)?.formatted() == expected
    }
  }

  @Test func ratesNestAsTheirDefinitionsSay() throws {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<200 {
      var counts = DispositionCounts()
      for disposition in Disposition.allCases {
        counts[disposition] = Int.random(in: 1...20, using: &generator)
      }
      let rates = OutcomeRates(counts)
      let values = [rates.rr1, rates.rr3, rates.rr5].compactMap { $0 }
      #expect(values == values.sorted(), "a smaller base gives a higher rate")
      let all = [rates.rr2, rates.ref1].compactMap { $0 }.reduce(0, +)
      #expect(all <= 1)
      #expect(try #require(rates.con1) >= #require(rates.rr2))
      #expect(counts.total == counts.eligible + counts.unknown + counts[.notEligible])
    }
  }
}
