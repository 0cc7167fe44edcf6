import Statistics
import Testing

@Suite("Location: refusals")
struct LocationRefusalTests {
  @Test(arguments: [
    Refusal("the mean of an empty sample is not defined") { try Location.mean(of: []) },
    Refusal("the median of an empty sample is not defined") { try Location.median(of: []) },
    Refusal("the quantile of an empty sample is not defined") {
      try Location.quantile(0.5, of: [])
    },
    Refusal("the standard deviation of an empty sample is not defined") {
      try Location.standardDeviation(of: [])
    },
    Refusal("the standard deviation needs at least 2 values; 1 was given") {
      try Location.standardDeviation(of: [3])
    },
    Refusal(
      "the standard deviation of this sample is too large for a floating-point number"
    ) {
      try Location.standardDeviation(of: [
        -Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude,
      ])
    },
    Refusal(
      "the variance of this sample is too small for a floating-point number; choose a smaller unit"
    ) {
      try Location.variance(of: [1e-300, 2e-300])
    },
    Refusal(
      "the variance of this sample is too small for a floating-point number; choose a smaller unit"
    ) {
      try Location.variance(of: [1e-300, 2e-300], weights: SamplingWeights([1, 3]))
    },
    Refusal("the probability of a quantile must lie between 0 and 1; -0.1 was given") {
      try Location.quantile(-0.1, of: [1, 2])
    },
    Refusal(
      "the probability of a quantile must lie between 0 and 1; 75 was given, did you mean 0.75?"
    ) {
      try Location.quantile(75, of: [1, 2])
    },
    Refusal(
      "the probability of a quantile must lie between 0 and 1; "
        + "a value that is not a number was given"
    ) {
      try Location.quantile(.nan, of: [1, 2])
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test("a value that is no number is named by its position")
  func notFinite() {
    let bad: [(sample: [Double], words: String)] = [
      ([1, 2, .nan, .nan], "value 3 of the sample is not a number"),
      ([.infinity, 2], "value 1 of the sample is infinite"),
      ([1, -.infinity, .nan], "value 2 of the sample is infinite"),
      ([.nan], "value 1 of the sample is not a number"),
    ]
    for (sample, words) in bad {
      Refusal(words) { try Location.mean(of: sample) }.verify()
      Refusal(words) { try Location.median(of: sample) }.verify()
      Refusal(words) { try Location.quantile(0.5, of: sample) }.verify()
      Refusal(words) { try Location.standardDeviation(of: sample) }.verify()
    }
  }
}
