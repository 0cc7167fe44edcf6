internal import CScan

/// What the processor can do.
enum Processor {
  #if arch(x86_64)
    /// Whether it has vectors of 32 bytes, with which `CScan` works.
    static let hasWideVectors = cscan_has_wide_vectors()
  #else
    static let hasWideVectors = false
  #endif
}
