public import Diagnostics
public import Tables

/// How a plan stands at the end of a day.
public struct ActivityPlanFollowUp: Hashable, Sendable {
  /// The day.
  public let asOf: CalendarDate
  /// All activities.
  public let total: ActivityCount
  /// By plan, in the order of the file; the key is `nil` where the row names none.
  public let byPlan: [ActivityCount]
  /// By area, in the order of the file.
  public let byArea: [ActivityCount]
  /// By priority: high, medium, low, not stated. The key is the slug.
  public let byPriority: [ActivityCount]
  /// The activities that are late.
  public let late: [LateActivity]
  /// Activities past their end whose own status says that they go according to plan, or that they
  /// were extended. Dates and words differ, so they are shown and not counted as late.
  public let pastEndButOnPlan: [LateActivity]
  /// Activities with a count or a planned count.
  public let counted: [Activity]

  /// Follows up activities.
  ///
  /// An activity is late when it is under way, not done or without status, and its period has ended
  /// by the day, or the year or years it was planned for have. Done, dropped and elsewhere reported
  /// activities are never late.
  public init(activities: [Activity], asOf: CalendarDate) {
    self.asOf = asOf
    let pastEnd = activities.compactMap { LateActivity($0, asOf: asOf) }
    late = pastEnd.filter { !$0.isOnPlanByStatus }
    pastEndButOnPlan = pastEnd.filter(\.isOnPlanByStatus)
    total = ActivityCount(nil, activities, asOf)
    byPlan = Self.groups(activities, asOf, by: \.plan)
    byArea = Self.groups(activities, asOf, by: \.area)
    let order = ActivityPriority.allCases.map(\.rawValue)
    byPriority = Self.groups(activities, asOf) { $0.priority?.rawValue }.sorted { a, b in
      (a.key.flatMap(order.firstIndex) ?? order.count)
        < (b.key.flatMap(order.firstIndex) ?? order.count)
    }
    counted = activities.filter { $0.countActual != nil || $0.plannedCount != nil }
  }

  private static func groups(
    _ activities: [Activity], _ asOf: CalendarDate, by key: (Activity) -> String?
  ) -> [ActivityCount] {
    var order: [String?] = []
    var members: [String?: [Activity]] = [:]
    for activity in activities {
      let key = key(activity)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(activity)
    }
    return order.map { ActivityCount($0, members[$0] ?? [], asOf) }
  }
}

/// An activity past its end, and the rule that says so.
public struct LateActivity: Hashable, Sendable {
  /// The activity.
  public let activity: Activity
  /// Which end has passed.
  public let rule: Activity.LateRule
  /// Whether the status says that it goes according to plan or was extended.
  public var isOnPlanByStatus: Bool { activity.status?.saysOnPlan ?? false }

  init?(_ activity: Activity, asOf: CalendarDate) {
    switch activity.status?.group {
    case .done, .dropped, .reportedElsewhere: return nil
    case .underway, .notDone, nil: break
    }
    guard let rule = activity.passedEnd(asOf: asOf) else { return nil }
    (self.activity, self.rule) = (activity, rule)
  }
}

/// How many activities of a group stand where.
///
/// `done + underway + notDone + dropped + reportedElsewhere + withoutStatus == planned`; late ones
/// are among those under way, not done and without status.
public struct ActivityCount: Hashable, Sendable {
  /// The plan, area or priority; `nil` for all, or where the rows name none.
  public let key: String?
  /// All activities of the group.
  public let planned: Int
  /// Carried out or ended.
  public private(set) var done = 0
  /// Begun and not finished.
  public private(set) var underway = 0
  /// Not begun or not carried out.
  public private(set) var notDone = 0
  /// Dropped by decision.
  public private(set) var dropped = 0
  /// Followed up in another report.
  public private(set) var reportedElsewhere = 0
  /// Without a status that is known.
  public private(set) var withoutStatus = 0
  /// Past their end; without those that the status says are on plan.
  public private(set) var late = 0
  /// Where the documents state the activities.
  public let sources: [DocumentReference]

  init(_ key: String?, _ activities: [Activity], _ asOf: CalendarDate) {
    self.key = key
    planned = activities.count
    sources = activities.compactMap(\.source.reference)
    for activity in activities {
      switch activity.status?.group {
      case .done: done += 1
      case .underway: underway += 1
      case .notDone: notDone += 1
      case .dropped: dropped += 1
      case .reportedElsewhere: reportedElsewhere += 1
      case nil: withoutStatus += 1
      }
      if let past = LateActivity(activity, asOf: asOf), !past.isOnPlanByStatus { late += 1 }
    }
  }
}
