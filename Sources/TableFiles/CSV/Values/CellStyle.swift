/// How the writings of a column are read that could be read in two ways.
struct CellStyle: Hashable {
  /// Whether a mark with three digits behind it parts thousands where it is not the decimal mark.
  enum Groups: Hashable {
    /// Nobody knows: such a writing is no number.
    case unknown
    /// It does, because the numbers of the column say so together. Whole numbers of four digits and
    /// more without such a mark would speak against it.
    case byColumn
    /// It does, because the decimal mark is known.
    case known
  }

  /// The order of day and month in `5/11/2024`.
  enum DayOrder: Hashable {
    /// Nobody knows: such a writing is no day.
    case unknown
    case dayFirst
    case monthFirst
  }

  /// Whether `1,5` is the number one and a half.
  var decimalComma = false
  var groups = Groups.unknown
  var dayOrder = DayOrder.unknown
}

/// The decimal mark of a file.
struct DecimalMark: Hashable {
  var isComma: Bool
  /// Whether the caller or a number of the file tells it; otherwise it comes from the delimiter.
  var isKnown: Bool
}
