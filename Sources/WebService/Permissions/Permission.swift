/// What a route needs. Every request asks here, and nowhere else, whether it may be answered.
package enum Permission: Hashable, Sendable, CaseIterable {
  /// Nothing: what everybody sees before logging in.
  case open
  /// To read reports, and what they rest on.
  case read
  /// To bring in and change what belongs to the unit of the route.
  case changeUnit
  /// To ask with SQL, and read and run notebooks.
  case query
  /// To look after accounts, ledgers and logs.
  case administer

  /// Whether an account may; `nil` is somebody who is not logged in.
  ///
  /// - Parameters:
  ///   - account: Who asks.
  ///   - unit: The unit that the route is about, where it is about one.
  /// - Returns: Whether the route may answer.
  package func isGranted(to account: Account?, unit: String?) -> Bool {
    guard let account else { return self == .open }
    switch self {
    case .open, .read: return true
    case .changeUnit:
      guard account.role == .unitLead, let unit else { return false }
      return account.units.contains(unit)
    case .query: return account.role == .analyst
    case .administer: return account.role == .administrator
    }
  }
}
