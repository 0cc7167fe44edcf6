/// Samples of two and more groups.
enum ValueSamples {
  /// Extra hours of sleep by two drugs, the same ten patients (Cushny and Peebles 1905; Student
  /// 1908); R: `sleep`.
  static let drugA = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
  static let drugB = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  /// Dried weights of plants, a control and two treatments (Dobson 1983); R: `PlantGrowth`.
  static let plants = [
    [4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14],
    [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
    [6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26],
  ]
}

func near(_ value: Double, _ expected: Double, _ relative: Double = 1e-12) -> Bool {
  abs(value - expected) <= relative * abs(expected)
}
