#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the system tells of itself.
enum Machine {
  /// The number of processors that run now.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Nanoseconds of a clock that only goes forward.
  @inline(__always)
  static var nanoseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
