import Statistics
import Testing

@Suite("Calibration")
struct CalibrationTests {
  /// What R prints of a calibration of `apiclus1` to school type and the score of 1999.
  struct Printed: Sendable, CustomTestStringConvertible {
    let method: CalibrationMethod
    /// The weights of schools 1, 2, 3, 10, 12 and 183, thirteen digits.
    let weights: [Double]
    /// The smallest and the largest weight as a multiple of the weight before.
    let range: (Double, Double)
    let squares: Double
    let enrolment: Double

    var testDescription: String { "\(method)" }
  }

  /// R 4.2.2, survey 4.1.1: `calibrate(dclus1, ~stype + api99, ...)`, run to 1e-13.
  static let schools = [
    Printed(
      method: .linear,
      weights: [
        51.63274259488, 27.03835831508, 25.26784624843, 39.99817584975, 41.55444313853,
        39.22765292784,
      ], range: (0.4185924841268, 1.833294979141), squares: 228638.9096472,
      enrolment: 3638487.204132),
    Printed(
      method: .rakingRatio,
      weights: [
        49.21638613737, 26.72126716647, 25.32356218257, 38.86863133818, 36.24894396925,
        38.68037145230,
      ], range: (0.5342313966334, 1.994761345162), squares: 229112.7742347,
      enrolment: 3616588.563269),
    Printed(
      method: .truncatedLinear(lower: 0.5, upper: 1.8),
      weights: [
        51.76460045032, 26.97492827994, 25.18941026966, 39.99205804196, 41.60088254564,
        39.26753304303,
      ], range: (0.5, 1.8), squares: 228650.8570733, enrolment: 3638791.559195),
    Printed(
      method: .truncatedLinear(lower: 0.6, upper: 1.7),
      weights: [
        54.69316127934, 26.21105298488, 24.25425823764, 39.92222983381, 43.55448348732,
        39.68283220632,
      ], range: (0.6, 1.7), squares: 228940.5032811, enrolment: 3654881.704027),
    Printed(
      method: .truncatedLinear(lower: 0.65, upper: 1.8),
      weights: [
        51.93551748876, 25.44953331488, 23.38856673962, 39.87975978086, 40.20386159883,
        39.63849550607,
      ], range: (0.65, 1.8), squares: 229096.3550148, enrolment: 3637913.509552),
    Printed(
      method: .logit(lower: 0.5, upper: 1.8),
      weights: [
        53.71201750904, 25.77432864734, 24.36048486147, 39.93474801969, 43.41592973226,
        39.92010179683,
      ], range: (0.5658374162615, 1.731269680266), squares: 228993.3099451,
      enrolment: 3650429.231176),
    Printed(
      method: .logit(lower: 0.65, upper: 1.8),
      weights: [
        54.37514230075, 25.23654227003, 24.39346677076, 38.77085090940, 39.01386463486,
        39.89149524176,
      ], range: (0.6597259937629, 1.766665171771), squares: 229813.8836844,
      enrolment: 3648055.521754),
    Printed(
      method: .logit(lower: 0.5, upper: 2.5),
      weights: [
        50.58392394999, 26.21992743792, 25.00504506313, 38.72340959755, 36.13874765428,
        38.91171544382,
      ], range: (0.5943692549817, 1.935879215328), squares: 229274.9077821,
      enrolment: 3624254.105819),
  ]

  @Test(arguments: schools)
  func typeAndScore(_ printed: Printed) throws {
    let result = try Weighting.calibrate(
      SchoolSample.weights, to: [SchoolSample.types], variables: [SchoolSample.score],
      method: printed.method)
    let weights = result.weights.values
    for (index, value) in zip([0, 1, 2, 9, 11, 182], printed.weights) {
      #expect(agrees(weights[index], value, decimals: 9))
    }
    let before = 6194.0 / 183
    #expect(agrees((weights.min() ?? 0) / before, printed.range.0, decimals: 10))
    #expect(agrees((weights.max() ?? 0) / before, printed.range.1, decimals: 10))
    #expect(agrees(weights.reduce(0) { $0 + $1 * $1 }, printed.squares, decimals: 5))
    let total = zip(weights, SchoolSample.enrolments).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(agrees(total, printed.enrolment, decimals: 4))
    #expect(abs(result.variables[0].difference) < 1e-3)
    #expect(result.variables[0].target == 3_914_069)
    #expect(result.margins[0].largestDifference < 1e-9)
  }

  /// R 4.2.2, survey 4.1.1: `calibrate(dclus1, ~stype + sch.wide, ...)`, two overlapping margins;
  /// the weights of EN, EY, HN, HY, MN, MY, thirteen digits.
  @Test(
    arguments: [
      (
        .linear,
        [
          41.23673916164, 29.74362977318, 62.95887166236, 51.46576227390, 48.53531438415,
          37.04220499569,
        ]
      ),
      (
        .logit(lower: 0.5, upper: 3),
        [
          39.89241357410, 29.86584119023, 65.83146570710, 50.68232753443, 49.47457999868,
          36.60019764768,
        ]
      ),
      (
        .truncatedLinear(lower: 0.9, upper: 1.9),
        [
          33.33142076503, 30.46229508197, 64.30928961749, 51.09746646798, 59.88688524590,
          31.70028929605,
        ]
      ),
      (
        .rakingRatio,
        [
          39.83923624713, 29.87067549269, 67.12552924119, 50.32940111604, 49.06907216386,
          36.79102486407,
        ]
      ),
    ] as [(CalibrationMethod, [Double])])
  func twoMargins(_ method: CalibrationMethod, _ printed: [Double]) throws {
    let result = try Weighting.calibrate(
      SchoolSample.weights, to: [SchoolSample.types, SchoolSample.targets], method: method)
    let cells = ["EN", "EY", "HN", "HY", "MN", "MY"]
    let types = SchoolSample.letters(SchoolSample.typeLetters)
    let targets = SchoolSample.letters(SchoolSample.targetLetters)
    for (index, weight) in result.weights.values.enumerated() {
      let cell = try #require(cells.firstIndex(of: types[index] + targets[index]))
      #expect(agrees(weight, printed[cell], decimals: 10))
    }
  }

  @Test("the raking ratio is raking")
  func raking() throws {
    let margins = [try SchoolSample.types, try SchoolSample.targets]
    let one = try Weighting.calibrate(SchoolSample.weights, to: margins, method: .rakingRatio)
    let other = try Weighting.rake(SchoolSample.weights, to: margins, tolerance: 1e-13)
    for (a, b) in zip(one.weights.values, other.weights.values) { #expect(abs(a - b) < 1e-8) }
  }

  @Test("wide bounds do not bind")
  func wide() throws {
    let linear = try Weighting.calibrate(
      SchoolSample.weights, to: [SchoolSample.types], variables: [SchoolSample.score])
    let bounded = try Weighting.calibrate(
      SchoolSample.weights, to: [SchoolSample.types], variables: [SchoolSample.score],
      method: .truncatedLinear(lower: 0, upper: 100))
    for (a, b) in zip(linear.weights.values, bounded.weights.values) { #expect(abs(a - b) < 1e-8) }
  }

  /// Ratio estimation by hand: one variable and weights in proportion to it. With `w = d (1 + x λ)`
  /// and a single x, `λ = (T - Σ d x) / Σ d x²`.
  @Test("one variable by hand, without margins")
  func byHand() throws {
    let values: [Double] = [1, 2, 3, 4]
    let base: [Double] = [10, 10, 20, 5]
    let variable = try CalibrationVariable(name: "x", values: values, total: 130)
    let result = try Weighting.calibrate(SamplingWeights(base), variables: [variable])
    // Σ d x = 110, Σ d x² = 310.
    for (index, weight) in result.weights.values.enumerated() {
      #expect(abs(weight - base[index] * (1 + values[index] * 20 / 310)) < 1e-12)
    }
    #expect(result.variables[0].baseTotal == 110 && result.margins.isEmpty)
  }

  @Test("the unit of a variable and the scale of the weights before do not matter")
  func units() throws {
    let score = try SchoolSample.score
    let plain = try Weighting.calibrate(
      SchoolSample.weights, to: [SchoolSample.types], variables: [score],
      method: .truncatedLinear(lower: 0.6, upper: 1.7))
    for unit in [1e-12, 1e9] {
      let other = try CalibrationVariable(
        name: "score", values: score.values.map { $0 * unit }, total: score.total * unit)
      let result = try Weighting.calibrate(
        SamplingWeights(equal: 183), to: [SchoolSample.types], variables: [other],
        method: .truncatedLinear(lower: 0.6, upper: 1.7))
      for (a, b) in zip(plain.weights.values, result.weights.values) {
        #expect(abs(a - b) < 1e-6)
      }
    }
  }

  /// The nearest weights in the distance `Σ (w - d)² / d` within bounds: no small move that keeps
  /// all totals comes nearer. Three schools of one type whose scores are in line give such a move.
  @Test("no neighbour is nearer")
  func nearest() throws {
    let (lower, upper) = (0.6, 1.7)
    let before = 6194.0 / 183
    let weights = try Weighting.calibrate(
      SchoolSample.weights, to: [SchoolSample.types], variables: [SchoolSample.score],
      method: .truncatedLinear(lower: lower, upper: upper)
    ).weights.values
    let types = SchoolSample.letters(SchoolSample.typeLetters)
    let schools = (0..<183).filter { types[$0] == "E" }
    for start in stride(from: 0, to: schools.count - 2, by: 2) {
      let (i, j, k) = (schools[start], schools[start + 1], schools[start + 2])
      let (x, y, z) = (
        SchoolSample.scores[i], SchoolSample.scores[j], SchoolSample.scores[k]
      )
      for size in [1e-4, -1e-4] {
        // The move a, b, c keeps a + b + c and a x + b y + c z.
        let move = [(i, (z - y) * size), (j, (x - z) * size), (k, (y - x) * size)]
        let allowed = move.allSatisfy { index, change in
          let ratio = (weights[index] + change) / before
          return ratio >= lower && ratio <= upper
        }
        guard allowed else { continue }
        let gain = move.reduce(0) { sum, part in
          let (old, new) = (weights[part.0] - before, weights[part.0] + part.1 - before)
          return sum + new * new - old * old
        }
        #expect(gain > -1e-9)
      }
    }
  }
}
