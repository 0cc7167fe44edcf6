/// What a text says about a period, as SCB, Kolada, PxWeb, Excel and people write it.
///
/// Read are, in Swedish and English, in any case and with blanks, points, dashes and slashes
/// between the parts:
///
/// - years `2023`; months `2023M12`, `2023-12`, `2023-9`, `2023/09`, `202312`, `12/2023`,
///   `dec 2023`, `mars 2024`, `mar-24`;
/// - days `2024-03-15`, `20240315`, `15.08.2024`, `15/8/2024`, `4 juni 2024`, `June 4, 2024`, with
///   or without a time of the day;
/// - quarters `2023K4`, `2023-Q2`, `2024 kv2`, `Q2 2024`; tertials `2023T3`; half years `2023H1`,
///   `halvår 1 2023`; weeks of ISO 8601 `2023-W05`, `2023V05`, `v. 5 2023`, `202305`;
/// - terms `HT 2023`, `VT23`, `hösten 2023`; school years `2022/23`, `2022/2023`.
///
/// Two digits are a year from 1950 to 2049. A sign of a footnote or a mark of quality behind the
/// text (`2023*`, `2023 (prel.)`) is told in ``mark``. A text may mean more than one period; only
/// the others of its column tell which, see ``PeriodColumn``.
public struct PeriodLabel: Hashable, Sendable {
  /// A way to read a text that can be read in several.
  enum Convention: Int, Hashable, Sendable, CaseIterable {
    // 5/11/2024
    case dayFirst, monthFirst, yearFirst
    // 202312
    case sixDigitMonth, sixDigitWeek
    // 2009/10; with a slash it is rather two years, with a dash a month of ISO 8601
    case slashYears, slashMonth
    case dashMonth, dashYears

    /// The conventions that a text of the same form can follow, the likeliest first.
    static let families: [[Convention]] = [
      [.dayFirst, .monthFirst, .yearFirst], [.sixDigitMonth, .sixDigitWeek],
      [.slashYears, .slashMonth], [.dashMonth, .dashYears],
    ]
  }

  enum Meaning: Hashable, Sendable {
    case certain(Period)
    case either([Convention: Period])
  }

  let meaning: Meaning

  /// The sign or word behind the period, without brackets.
  public let mark: String?

  /// The period, if the text alone tells it.
  public var period: Period? {
    switch meaning {
    case .certain(let period): period
    case .either(let readings): Set(readings.values).count == 1 ? readings.values.first : nil
    }
  }

  /// Reads a text; `nil` if it names no period.
  public init?(_ text: String) {
    let (rest, mark) = PeriodMark.split(text)
    guard let words = PeriodText(rest), let meaning = words.meaning else { return nil }
    self.meaning = meaning
    self.mark = mark
  }

  /// The period by the conventions of the column; `nil` if the text cannot be read so.
  func period(by conventions: Set<Convention>) -> Period? {
    switch meaning {
    case .certain(let period): period
    case .either(let readings): readings.first { conventions.contains($0.key) }?.value
    }
  }
}
