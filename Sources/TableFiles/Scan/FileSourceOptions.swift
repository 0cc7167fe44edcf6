/// What the caller knows about the files that a query reads.
package struct FileSourceOptions: Sendable {
  /// What is known about each file. Lines and the name of the table are of no use here.
  package var csv: CSVOptions
  /// Bytes of text that one worker reads at a time. Results do not depend on it, but for where
  /// chunks end.
  var partSize = 1 << 20
  /// How much of a file tells the types of its columns at first.
  var sample = Sample()

  /// Bytes that tell the types.
  struct Sample: Sendable {
    /// Files of up to so many bytes are looked at as a whole.
    var wholeLimit = 8 << 20
    /// The stretch at the beginning of larger ones.
    var firstStretch = 1 << 19
    /// Each of the stretches between beginning and end.
    var stretch = 1 << 16
    /// How many of those there are.
    var stretches = 32
    /// Bytes that are read for the encoding, the delimiter and the first row.
    var head = 2 << 20
  }

  /// Options; all is found out from the files unless given.
  package init(csv: CSVOptions = CSVOptions()) {
    self.csv = csv
  }
}
