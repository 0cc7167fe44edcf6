/// How many people ended in each disposition.
public struct DispositionCounts: Hashable, Sendable {
  private var counts: [Int]

  /// No people.
  public init() {
    counts = Array(repeating: 0, count: Disposition.allCases.count)
  }

  /// People by disposition; those left out are 0.
  ///
  /// - Precondition: No count is negative.
  public init(_ counts: [Disposition: Int]) {
    self.init()
    for (disposition, count) in counts { self[disposition] = count }
  }

  /// The number of people with a disposition.
  public subscript(disposition: Disposition) -> Int {
    get { counts[disposition.position] }
    set {
      precondition(newValue >= 0, "a count below 0")
      counts[disposition.position] = newValue
    }
  }

  /// Everyone who was sent the survey, eligible or not.
  public var total: Int { counts.reduce(0, +) }

  /// Everyone not known to be ineligible: the base that questions use.
  public var invited: Int { total - self[.notEligible] }

  /// Complete and partial: those who sent the survey back.
  public var returned: Int { self[.complete] + self[.partial] }

  /// Those known to be eligible: I + P + R + NC + O.
  public var eligible: Int {
    returned + self[.refusal] + self[.nonContact] + self[.other]
  }

  /// Those of unknown eligibility: UH + UO.
  public var unknown: Int { self[.unknownHousehold] + self[.unknownOther] }

  /// The counts of two sets of people together.
  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    for index in sum.counts.indices { sum.counts[index] += b.counts[index] }
    return sum
  }
}

extension Disposition {
  /// How many cases there are.
  static let count = allCases.count

  /// The place among all cases.
  var position: Int {
    switch self {
    case .complete: 0
    case .partial: 1
    case .refusal: 2
    case .nonContact: 3
    case .other: 4
    case .unknownHousehold: 5
    case .unknownOther: 6
    case .notEligible: 7
    }
  }
}
