extension Fact {
  /// The share of some in all; `nil` of none.
  static func share(of part: Int, in whole: Int) -> Fact? {
    guard whole > 0 else { return nil }
    return Fact(
      .share(Double(part) / Double(whole)), base: .part(Double(part), of: Double(whole)))
  }
}
