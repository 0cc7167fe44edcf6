import Statistics

/// The cluster sample of 183 Californian schools in the R package survey, `apiclus1`, each with the
/// weight 6194/183 so that the weights add up to the 6194 schools of the population.
enum SchoolSample {
  static var weights: SamplingWeights {
    get throws { try SamplingWeights(Array(repeating: 6194.0 / 183, count: 183)) }
  }

  /// E for elementary, M for middle, H for high schools; with the totals of the population.
  static var types: Margin {
    get throws {
      try Margin(
        name: "type", values: letters(typeLetters), totals: ["E": 4421, "H": 755, "M": 1018])
    }
  }

  /// Whether the school met its growth target; with the totals of the population.
  static var targets: Margin {
    get throws {
      try Margin(name: "target", values: letters(targetLetters), totals: ["N": 1072, "Y": 5122])
    }
  }

  /// The score in 1999; with the total of the population.
  static var score: CalibrationVariable {
    get throws { try CalibrationVariable(name: "score", values: scores, total: 3_914_069) }
  }

  static func letters(_ lines: [String]) -> [String] { lines.joined().map(String.init) }

  static let typeLetters = [
    "HEEEEEEEEMMHEMEMEEMEMMEEEEEEEEEEHMEEHEEMEEEEMEMEEEEEEEEMHHHHEEEMEEEEEEEEEEEEEEEEEEEEEEEEEE",
    "EEEEEEEEEHHEMEEMEEEEEEEEEEEEMEHHHEEEEEEEEEEEEEEEEEEEEEEEEEMMMMEEEEEEEEMEEMEMEEEEEHEEEEEEME",
    "MEE",
  ]

  static let targetLetters = [
    "YYYYYYYYYYYYYYYNYYNYYNYYYYYYNYYYNNYYYYYNYYYYYYYYYYYYYYNYYYNYYNYYYYYYYYYNYYYYYYYNYYYYYYNYYY",
    "YYYYYYYYYNYYNYYYYYYNYYYYYYYYYYYYYYYYYYYNYYYYYYNNNYYYYYYYYNYYYYYYYYYYYYNYYYYNYYYYYYYYYYYYYY",
    "YYY",
  ]

  static let scores: [Double] = [
    562, 554, 528, 669, 660, 673, 693, 567, 576, 598, 619, 414, 420, 404, 365, 408, 404, 469, 601,
    464, 679, 594, 560, 608, 565, 779, 739, 645, 716, 710, 508, 496, 706, 641, 545, 587, 469, 423,
    454, 575, 762, 785, 682, 779, 700, 890, 591, 599, 615, 648, 454, 750, 802, 534, 553, 827, 696,
    715, 687, 693, 601, 730, 805, 662, 664, 609, 748, 632, 664, 758, 452, 632, 688, 441, 480, 692,
    579, 586, 431, 669, 621, 520, 680, 493, 801, 658, 745, 502, 655, 555, 484, 744, 473, 701, 747,
    769, 684, 806, 698, 593, 648, 413, 607, 465, 512, 618, 515, 669, 648, 631, 637, 657, 566, 662,
    553, 593, 710, 759, 615, 712, 495, 443, 551, 556, 518, 490, 433, 509, 541, 469, 386, 512, 520,
    549, 531, 513, 550, 505, 494, 451, 443, 582, 440, 482, 578, 415, 525, 526, 427, 499, 479, 479,
    650, 736, 613, 452, 659, 691, 718, 695, 701, 668, 812, 669, 639, 764, 668, 725, 660, 635, 502,
    668, 644, 617, 790, 801, 687, 785, 703, 619, 755, 676, 733,
  ]

  static let enrolments: [Double] = [
    1689, 288, 294, 143, 307, 311, 362, 263, 583, 886, 955, 418, 574, 286, 158, 372, 308, 358,
    921, 375, 962, 954, 370, 596, 485, 254, 465, 481, 425, 312, 360, 323, 442, 508, 166, 525, 388,
    266, 671, 343, 466, 516, 489, 300, 728, 512, 972, 619, 562, 358, 626, 396, 571, 715, 345, 850,
    258, 170, 210, 467, 117, 196, 205, 233, 324, 370, 309, 414, 303, 407, 504, 371, 374, 631, 432,
    299, 500, 499, 748, 356, 302, 594, 527, 446, 436, 381, 464, 462, 320, 437, 295, 512, 343, 404,
    504, 411, 637, 555, 491, 1585, 1855, 385, 1015, 483, 576, 1405, 549, 352, 564, 540, 290, 523,
    379, 391, 403, 613, 596, 520, 1573, 371, 1908, 2181, 2106, 532, 381, 624, 704, 602, 686, 607,
    209, 643, 331, 641, 479, 535, 561, 695, 426, 657, 300, 612, 466, 352, 559, 363, 558, 257,
    1243, 1260, 1306, 1344, 119, 818, 118, 145, 486, 371, 377, 265, 930, 336, 448, 1023, 387, 940,
    525, 427, 390, 358, 274, 2147, 479, 441, 476, 511, 385, 443, 696, 332, 738, 425, 302,
  ]
}
