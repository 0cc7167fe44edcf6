internal import CGSL

/// The way into the GNU Scientific Library, and the only one.
///
/// The library's own error handler ends the process. It is switched off before the first call,
/// and every status is turned into a Swift error here.
enum GSL {
  /// A lazy global is set exactly once, also when several threads arrive at the same time.
  private static let handlerIsOff: Bool = {
    gsl_set_error_handler_off()
    return true
  }()

  /// Runs a special function and checks its status.
  ///
  /// An underflow is no error: the true value is nearer to 0 than any number, so 0 is right.
  static func value(
    of function: String, _ call: (UnsafeMutablePointer<gsl_sf_result>) -> Int32
  ) throws(StatisticsError) -> Double {
    _ = handlerIsOff
    var result = gsl_sf_result()
    let status = call(&result)
    if status == Int32(GSL_EUNDRFLW) { return 0 }
    guard status == Int32(GSL_SUCCESS) else {
      throw .notComputed(function: function, reason: String(cString: gsl_strerror(status)))
    }
    return try finite(result.val, function)
  }

  /// Runs a function whose only result is its status.
  static func succeed(_ function: String, _ call: () -> Int32) throws(StatisticsError) {
    _ = handlerIsOff
    let status = call()
    guard status == Int32(GSL_SUCCESS) else {
      throw .notComputed(function: function, reason: String(cString: gsl_strerror(status)))
    }
  }

  /// Runs a function that has no status and reports its trouble as not-a-number.
  static func plainValue(
    of function: String, _ call: () -> Double
  ) throws(StatisticsError) -> Double {
    _ = handlerIsOff
    return try finite(call(), function)
  }

  private static func finite(
    _ value: Double, _ function: String
  ) throws(StatisticsError) -> Double {
    guard value.isFinite else {
      throw .notComputed(function: function, reason: "the result is not a finite number")
    }
    return value
  }
}
