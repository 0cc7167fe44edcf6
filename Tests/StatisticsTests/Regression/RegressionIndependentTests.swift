import Foundation
import Statistics
import Testing

@Suite("Linear regression: against slow computations")
struct RegressionIndependentTests {
  @Test(arguments: RegressionSample.all)
  func normalEquations(_ sample: RegressionSample) throws {
    let fit = try sample.fit()
    let rows = sample.outcome.indices.map { row in [1] + sample.columns.map { $0[row] } }
    let weights = sample.weights ?? rows.map { _ in 1 }
    let inverse = NormalEquations.inverse(NormalEquations.moments(rows, weights))
    let image = rows[0].indices.map { i in
      rows.indices.reduce(0) { $0 + weights[$1] * rows[$1][i] * sample.outcome[$1] }
    }
    let b = inverse.map { zip($0, image).map(*).reduce(0, +) }
    #expect(agree(fit.estimates, b, digits: 10))
    let residuals = rows.indices.map { sample.outcome[$0] - zip(rows[$0], b).map(*).reduce(0, +) }
    let squares = rows.indices.reduce(0) { $0 + weights[$1] * residuals[$1] * residuals[$1] }
    let variance = squares / Double(rows.count - b.count)
    #expect(
      agree(
        fit.standardErrors, b.indices.map { (variance * inverse[$0][$0]).squareRoot() },
        digits: 10))
    // The sandwich, term by term.
    let omegas = rows.indices.map { (weights[$0] * residuals[$0]) * (weights[$0] * residuals[$0]) }
    let middle = NormalEquations.moments(rows, omegas)
    let robust = b.indices.map { i in
      var sum = 0.0
      for k in b.indices {
        for m in b.indices { sum += inverse[i][k] * middle[k][m] * inverse[m][i] }
      }
      return sum.squareRoot()
    }
    #expect(try agree(fit.coefficients(errors: .hc0).map(\.standardError), robust, digits: 9))
  }

  /// Leaves each row out in turn: the outer residual is the prediction error over its standard
  /// error, and Cook's distance is how far all fitted values move.
  @Test(arguments: RegressionSample.all)
  func leaveOneOut(_ sample: RegressionSample) throws {
    let fit = try sample.fit()
    let outer = try fit.externallyStudentizedResiduals()
    let cook = try fit.cooksDistances()
    let p = Double(fit.names.count)
    for row in sample.outcome.indices {
      let other = try sample.without(row)
      let weight = sample.weights?[row] ?? 1
      let inputs = sample.columns.map { $0[row] }
      let guess = try other.prediction(at: inputs, weight: weight)
      let spread = other.residualStandardError / weight.squareRoot()
      let single = (guess.standardError * guess.standardError + spread * spread).squareRoot()
      let error = (sample.outcome[row] - guess.value) / single
      #expect(abs(try #require(outer[row]) - error) < 1e-9)
      var moved = 0.0
      for place in sample.outcome.indices {
        let at = sample.columns.map { $0[place] }
        let distance = try fit.fitted[place] - other.prediction(at: at).value
        moved += (sample.weights?[place] ?? 1) * distance * distance
      }
      let variance = fit.residualStandardError * fit.residualStandardError
      #expect(agree(try #require(cook[row]), moved / (p * variance), digits: 8))
    }
  }

  /// A variance inflation factor is `1 / (1 - R²)` of the predictor on the others.
  @Test(arguments: RegressionSample.all.filter { $0.columns.count > 1 })
  func varianceInflation(_ sample: RegressionSample) throws {
    let factors = try sample.fit().varianceInflationFactors()
    for (index, factor) in factors.enumerated() {
      var others = sample.predictors
      let one = others.remove(at: index)
      let fit = try LinearRegression(of: one.values, on: others, weights: sample.weights)
      #expect(agree(factor, 1 / (1 - fit.rSquared), digits: 11))
    }
  }

  /// The intercept-free fit of columns with their means taken out has the same slopes.
  @Test(arguments: RegressionSample.all.filter { $0.weights == nil })
  func centred(_ sample: RegressionSample) throws {
    let centre: ([Double]) -> [Double] = { values in
      let mean = values.reduce(0, +) / Double(values.count)
      return values.map { $0 - mean }
    }
    let plain = try LinearRegression(
      of: centre(sample.outcome), on: sample.columns.map { Predictor("\($0[0])", centre($0)) },
      intercept: false)
    #expect(try agree(plain.estimates, Array(sample.fit().estimates.dropFirst()), digits: 11))
  }

  /// The mean and the variance of d, from random signs: all 2ⁿ patterns of errors of equal size
  /// have the moments of second order of independent errors, and so the exact mean numerator.
  @Test func durbinWatsonMoments() throws {
    let sample = RegressionSample.all[0]
    let fit = try sample.fit()
    // Residual makers by columns: the residuals of the unit errors.
    let n = sample.outcome.count
    var maker: [[Double]] = []
    for row in 0..<n {
      let unit = (0..<n).map { $0 == row ? 1.0 : 0 }
      maker.append(try LinearRegression(of: unit, on: sample.predictors).residuals)
    }
    // tr(M A M) and tr((M A M)²) with A the matrix of squared steps.
    let step: ([Double]) -> [Double] = { e in
      e.indices.map { t in
        (t > 0 ? e[t] - e[t - 1] : 0) + (t < e.count - 1 ? e[t] - e[t + 1] : 0)
      }
    }
    let product = maker.map { column -> [Double] in
      let stepped = step(column)
      return maker.map { zip($0, stepped).map(*).reduce(0, +) }
    }
    let trace = (0..<n).reduce(0) { $0 + product[$1][$1] }
    var square = 0.0
    for i in 0..<n {
      for k in 0..<n { square += product[i][k] * product[k][i] }
    }
    let degrees = Double(fit.residualDegreesOfFreedom)
    let mean = trace / degrees
    let variance = 2 * (degrees * square - trace * trace) / (degrees * degrees * (degrees + 2))
    let test = try fit.durbinWatsonTest()
    let z = (test.statistic - mean) / variance.squareRoot()
    #expect(abs(test.pValue - 0.5 * erfc(-z / 2.0.squareRoot())) < 1e-12)
  }
}
