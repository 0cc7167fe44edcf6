public import Labels
public import Tables

/// One round of a survey.
public struct Wave: Hashable, Sendable {
  /// The slug, such as `2024-01`.
  public var id: String
  /// What reports call it.
  public var label: Label
  /// The day the survey went out.
  public var date: CalendarDate
  /// The version of the instrument that it used.
  public var instrument: String
  /// Why the wave cannot be compared with the wave before it; `nil` when it can.
  public var breakReason: Label?
  /// Whether no document has it: nobody answered, and nothing follows from it.
  public var isInvented: Bool

  /// A wave by its parts.
  public init(
    id: String, label: Label, date: CalendarDate, instrument: String, breakReason: Label? = nil,
    isInvented: Bool = false
  ) {
    self.id = id
    self.label = label
    self.date = date
    self.instrument = instrument
    self.breakReason = breakReason
    self.isInvented = isInvented
  }
}
