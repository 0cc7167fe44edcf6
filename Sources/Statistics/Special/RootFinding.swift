internal import CGSL

/// Roots and minima of functions of one number, by the bracketing methods of the library.
enum RootFinding {
  /// The x between `low` and `high` with `f(x) = 0`; f has different signs at the ends.
  ///
  /// Brent's method until the bracket is as narrow as two neighbouring numbers, or nearly.
  ///
  /// - Throws: what f throws; `.notComputed` when the ends have the same sign or the search does
  ///   not end.
  static func root(
    of name: String, between low: Double, and high: Double,
    _ f: (Double) throws(StatisticsError) -> Double
  ) throws(StatisticsError) -> Double {
    let (atLow, atHigh) = try (f(low), f(high))
    if atLow == 0 { return low }
    if atHigh == 0 { return high }
    guard (atLow < 0) != (atHigh < 0) else {
      throw .notComputed(function: name, reason: "the search range holds no solution")
    }
    return try withoutActuallyEscaping(f) { f throws(StatisticsError) in
      let call = Call(f)
      guard let solver = cgsl_brent_root_solver() else {
        throw .notComputed(function: name, reason: "out of memory")
      }
      defer { gsl_root_fsolver_free(solver) }
      var function = gsl_function(
        function: { x, context in
          context.map { Unmanaged<Call>.fromOpaque($0).takeUnretainedValue().value(x) } ?? .nan
        }, params: Unmanaged.passUnretained(call).toOpaque())
      let root = try withUnsafeMutablePointer(to: &function) {
        pointer throws(StatisticsError) -> Double in
        try GSL.succeed(name) { gsl_root_fsolver_set(solver, pointer, low, high) }
        for _ in 0..<200 {
          do throws(StatisticsError) {
            try GSL.succeed(name) { gsl_root_fsolver_iterate(solver) }
          } catch {
            // The library only knows that the function failed; the function knows why.
            throw call.error ?? error
          }
          let (lower, upper) = (gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver))
          if gsl_root_test_interval(lower, upper, 0, 0x1p-51) == Int32(GSL_SUCCESS) { break }
        }
        return gsl_root_fsolver_root(solver)
      }
      if let error = call.error { throw error }
      return root
    }
  }

  /// Carries a Swift function, and its error, through a C callback.
  private final class Call {
    private let f: (Double) throws(StatisticsError) -> Double
    private(set) var error: StatisticsError?

    init(_ f: @escaping (Double) throws(StatisticsError) -> Double) {
      self.f = f
    }

    func value(_ x: Double) -> Double {
      do throws(StatisticsError) {
        return try f(x)
      } catch {
        if self.error == nil { self.error = error }
        return .nan
      }
    }
  }
}
