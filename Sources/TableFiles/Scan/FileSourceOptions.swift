/// What the caller knows about the files that are read.
package struct FileSourceOptions: Sendable {
  /// What is known about each file. A query has no use for lines and the name of the table.
  package var csv: CSVOptions
  /// Bytes of text that one worker reads at a time. Results do not depend on it, but for where
  /// chunks end.
  package var partSize = 1 << 20
  /// How much of a file tells the types of its columns at first.
  package var sample = Sample()

  /// Bytes that tell the types.
  package struct Sample: Sendable {
    /// Files of up to so many bytes are looked at as a whole.
    package var wholeLimit: Int
    /// The stretch at the beginning of larger ones.
    package var firstStretch: Int
    /// Each of the stretches between beginning and end.
    package var stretch: Int
    /// How many of those there are.
    package var stretches: Int
    /// Bytes that are read for the encoding, the delimiter and the first row.
    package var head: Int

    /// What is not given suits files of any size.
    package init(
      wholeLimit: Int = 8 << 20, firstStretch: Int = 1 << 19, stretch: Int = 1 << 16,
      stretches: Int = 32, head: Int = 2 << 20
    ) {
      self.wholeLimit = wholeLimit
      self.firstStretch = firstStretch
      self.stretch = stretch
      self.stretches = stretches
      self.head = head
    }
  }

  /// Options; all is found out from the files unless given.
  package init(csv: CSVOptions = CSVOptions()) {
    self.csv = csv
  }
}
