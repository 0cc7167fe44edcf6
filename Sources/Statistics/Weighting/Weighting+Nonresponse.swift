/// One class of an adjustment for non-response.
public struct ResponseClass: Hashable, Sendable {
  /// The name of the class.
  public let label: String

  /// How many people of the class were asked.
  public let asked: Int

  /// How many of them responded.
  public let responded: Int

  /// The share of the weight of those who responded, above 0 and at most 1.
  public let responseRate: Double

  /// What the weights of those who responded were multiplied by, 1 or more: `1 / responseRate`.
  public let factor: Double
}

/// Weights after an adjustment for non-response.
public struct NonresponseAdjustment: Hashable, Sendable {
  /// The weight of each person who was asked, in the order they were given; 0 for those who did
  /// not respond.
  public let weights: SamplingWeights

  /// The classes, in the order in which they first appear.
  public let classes: [ResponseClass]
}

extension Weighting {
  /// Gives the weight of those who did not respond to those of the same class who did.
  ///
  /// In each class the weights of those who responded are multiplied by `Σ w / Σ w responded`; the
  /// others get the weight 0. That removes the bias of non-response as far as people of one class
  /// respond with the same probability. The sum of the weights of each class stays.
  ///
  /// References: Oh and Scheuren 1983, Weighting adjustment for unit nonresponse. Little 1986,
  /// Survey nonresponse adjustments for estimates of means.
  ///
  /// - Parameters:
  ///   - base: the weights of all who were asked.
  ///   - responded: whether each of them responded.
  ///   - classes: the class of each of them.
  /// - Returns: the weights and the response of each class.
  /// - Throws: `StatisticsError.weighting` with ``WeightingFault/emptyClass(_:)`` for a class where
  ///   nobody with a weight responded, or ``WeightingFault/rowsDiffer(name:needed:given:)``.
  public static func adjustForNonresponse(
    _ base: SamplingWeights, responded: [Bool], classes: [String]
  ) throws(StatisticsError) -> NonresponseAdjustment {
    let count = base.values.count
    for (name, given) in [("responded", responded.count), ("classes", classes.count)]
    where given != count {
      throw .weighting(.rowsDiffer(name: name, needed: count, given: given))
    }
    var (labels, numbers) = ([String](), [String: Int]())
    let codes = classes.map { label in
      if let number = numbers[label] { return number }
      numbers[label] = labels.count
      labels.append(label)
      return labels.count - 1
    }
    let scaled = WeightCheck.scaled(base.values, .sampling)
    var (all, some) = (
      [PreciseSum](repeating: PreciseSum(), count: labels.count),
      [PreciseSum](repeating: PreciseSum(), count: labels.count)
    )
    var (asked, answered) = (
      [Int](repeating: 0, count: labels.count), [Int](repeating: 0, count: labels.count)
    )
    for (row, code) in codes.enumerated() {
      all[code].add(scaled[row])
      asked[code] += 1
      if responded[row] {
        some[code].add(scaled[row])
        answered[code] += 1
      }
    }
    var found: [ResponseClass] = []
    for (code, label) in labels.enumerated() {
      // A class without any weight has nothing to give.
      guard some[code].value > 0 || all[code].value == 0 else {
        throw .weighting(.emptyClass(label))
      }
      let rate = all[code].value == 0 ? 1 : min(1, some[code].value / all[code].value)
      found.append(
        ResponseClass(
          label: label, asked: asked[code], responded: answered[code], responseRate: rate,
          factor: max(1, all[code].value == 0 ? 1 : all[code].value / some[code].value)))
    }
    let weights = codes.enumerated().map { row, code in
      responded[row] ? base.values[row] * found[code].factor : 0
    }
    return NonresponseAdjustment(weights: try SamplingWeights(weights), classes: found)
  }
}
