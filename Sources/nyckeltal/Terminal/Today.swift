internal import Query
internal import Tables

extension CalendarDate {
  /// The day that the clock of this machine shows. Only the command line asks: everything below is
  /// told what day it is.
  static var today: CalendarDate { Timestamp.wallClock.date }
}
