#include "CScan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define WIDE __attribute__((target("avx2,bmi,popcnt")))

_Bool cscan_has_wide_vectors(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("popcnt");
}

WIDE static inline uint64_t bits(__m256i low, __m256i high) {
  uint32_t first = (uint32_t)_mm256_movemask_epi8(low), last = (uint32_t)_mm256_movemask_epi8(high);
  // Keeps clang from joining the two into a vector of 64 bits, which it then takes apart byte by byte.
  __asm__("" : "+r"(first), "+r"(last));
  return first | (uint64_t)last << 32;
}

// Bytes that are neither ASCII nor part of a letter of two bytes: not zero.
WIDE static inline __m256i beyond_two(__m256i bytes) {
  // 0xE0 and above, and 0xC0 and 0xC1, which are never part of UTF-8.
  __m256i longer = _mm256_subs_epu8(bytes, _mm256_set1_epi8((char)0xDF));
  __m256i even = _mm256_and_si256(bytes, _mm256_set1_epi8((char)0xFE));
  return _mm256_or_si256(longer, _mm256_cmpeq_epi8(even, _mm256_set1_epi8((char)0xC0)));
}

// Follows the letters of two bytes through a block that is not ASCII, or comes after half a letter.
WIDE static void check_letters(__m256i low, __m256i high, CScanRun *run) {
  __m256i beyond = _mm256_or_si256(beyond_two(low), beyond_two(high));
  uint64_t top = bits(low, high);
  // The bit below the highest, moved up; what comes from the neighbouring byte is not looked at.
  uint64_t second = bits(_mm256_slli_epi16(low, 1), _mm256_slli_epi16(high, 1));
  uint64_t lead = top & second;
  uint64_t expected = lead << 1 | run->is_after_lead;
  if (!_mm256_testz_si256(beyond, beyond) || (top & ~second) != expected) run->needs_check = 1;
  run->is_after_lead = lead >> 63;
}

WIDE void cscan_look(const uint8_t *bytes, int64_t count, uint8_t delimiter, CScanBlock *blocks,
                     CScanRun *run) {
  const __m256i ends = _mm256_set1_epi8((char)delimiter), feeds = _mm256_set1_epi8('\n');
  const __m256i quotes = _mm256_set1_epi8('"'), returns = _mm256_set1_epi8('\r');
  const __m256i zeros = _mm256_setzero_si256();
  int64_t line_feeds = 0;
  uint64_t special = 0;
  for (int64_t i = 0; i < count; i++, bytes += 64) {
    __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
    __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
    __m256i low_feeds = _mm256_cmpeq_epi8(low, feeds), high_feeds = _mm256_cmpeq_epi8(high, feeds);
    CScanBlock block = {0};
    block.line_feeds = bits(low_feeds, high_feeds);
    block.ends = bits(_mm256_or_si256(low_feeds, _mm256_cmpeq_epi8(low, ends)),
                      _mm256_or_si256(high_feeds, _mm256_cmpeq_epi8(high, ends)));
    line_feeds += __builtin_popcountll(block.line_feeds);
    __m256i low_quotes = _mm256_cmpeq_epi8(low, quotes);
    __m256i high_quotes = _mm256_cmpeq_epi8(high, quotes);
    // A byte is zero or a return where the smaller of it and its difference to a return is zero.
    __m256i controls = _mm256_min_epu8(
        _mm256_min_epu8(low, _mm256_xor_si256(low, returns)),
        _mm256_min_epu8(high, _mm256_xor_si256(high, returns)));
    __m256i any = _mm256_or_si256(_mm256_or_si256(low_quotes, high_quotes),
                                  _mm256_cmpeq_epi8(controls, zeros));
    if (_mm256_movemask_epi8(any) != 0) {
      block.quotes = bits(low_quotes, high_quotes);
      block.returns =
          bits(_mm256_cmpeq_epi8(low, returns), _mm256_cmpeq_epi8(high, returns)) & ~block.ends;
      block.zeros =
          bits(_mm256_cmpeq_epi8(low, zeros), _mm256_cmpeq_epi8(high, zeros)) & ~block.ends;
      special |= block.quotes | block.returns | block.zeros;
    }
    blocks[i] = block;
    if (_mm256_movemask_epi8(_mm256_or_si256(low, high)) != 0 || run->is_after_lead) {
      check_letters(low, high, run);
    }
  }
  run->line_feeds = line_feeds;
  run->has_special = special != 0;
}

WIDE int64_t cscan_write(const CScanBlock *blocks, int64_t count, int32_t base, int32_t *places) {
  int32_t *next = places;
  for (int64_t i = 0; i < count; i++, base += 64) {
    uint64_t ends = blocks[i].ends;
    int left = __builtin_popcountll(ends);
    int32_t *at = next;
    next += left;
    // Eight at a time, needed or not, spares branches that nobody can predict.
    for (; left > 0; left -= 8, at += 8) {
      for (int k = 0; k < 8; k++) {
        at[k] = base + (int32_t)_tzcnt_u64(ends);
        ends = _blsr_u64(ends);
      }
    }
  }
  return next - places;
}

// Four fields side by side.
typedef struct Four {
  // The number without its mark.
  __m256i value;
  // How many digits stand behind the mark.
  __m256i fraction;
  // All bits where the field is empty.
  __m256i is_null;
  // Whether all are plain numbers or empty.
  _Bool is_plain;
} Four;

WIDE static inline int64_t length_of(const CScanFields *fields, const int32_t *marks, int64_t i) {
  const int32_t *mark = marks + i * fields->stride;
  return mark[1] - (mark[0] + fields->gap);
}

WIDE static inline int64_t word_of(const CScanFields *fields, const int32_t *marks, int64_t i) {
  int64_t word;
  memcpy(&word, fields->bytes + marks[i * fields->stride] + fields->gap, sizeof word);
  return word;
}

// The first byte of a field is the lowest of its word. Whole numbers have no decimal mark.
WIDE static inline Four read_four(const CScanFields *fields, const int32_t *marks, _Bool has_mark,
                                  uint8_t decimal_mark) {
  const __m256i zero = _mm256_setzero_si256(), one = _mm256_set1_epi64x(1);
  const __m256i eight = _mm256_set1_epi64x(8), byte = _mm256_set1_epi64x(0xFF);
  __m256i lengths = _mm256_set_epi64x(length_of(fields, marks, 3), length_of(fields, marks, 2),
                                      length_of(fields, marks, 1), length_of(fields, marks, 0));
  __m256i words = _mm256_set_epi64x(word_of(fields, marks, 3), word_of(fields, marks, 2),
                                    word_of(fields, marks, 1), word_of(fields, marks, 0));
  __m256i sign = _mm256_cmpeq_epi64(_mm256_and_si256(words, byte), _mm256_set1_epi64x('-'));
  __m256i count = _mm256_add_epi64(lengths, sign);
  words = _mm256_xor_si256(_mm256_srlv_epi64(words, _mm256_and_si256(sign, eight)),
                           _mm256_set1_epi8('0'));
  __m256i has_zero = _mm256_cmpeq_epi64(_mm256_and_si256(words, byte), zero);
  // The digits move to the upper bytes; zeros in front of them change nothing. A shift by 64 and
  // more leaves none.
  __m256i digits = _mm256_sllv_epi64(
      words, _mm256_sub_epi64(_mm256_set1_epi64x(64), _mm256_slli_epi64(count, 3)));
  __m256i marked =
      has_mark ? _mm256_cmpeq_epi8(digits, _mm256_set1_epi8((char)(decimal_mark ^ '0'))) : zero;
  __m256i is_whole = _mm256_cmpeq_epi64(marked, zero);
  // The bytes before the first mark, which move into its place; all bytes if there is none.
  __m256i before = _mm256_sub_epi64(_mm256_and_si256(marked, _mm256_sub_epi64(zero, marked)), one);
  __m256i up_to = _mm256_or_si256(_mm256_slli_epi64(before, 8), byte);
  digits = _mm256_or_si256(
      _mm256_sllv_epi64(_mm256_and_si256(digits, before), _mm256_andnot_si256(is_whole, eight)),
      _mm256_andnot_si256(up_to, digits));
  Four four;
  four.fraction = _mm256_sad_epu8(_mm256_andnot_si256(up_to, _mm256_set1_epi8(1)), zero);
  four.is_null = _mm256_cmpgt_epi64(one, lengths);
  __m256i whole = _mm256_sub_epi64(_mm256_sub_epi64(count, four.fraction),
                                   _mm256_andnot_si256(is_whole, one));
  __m256i are_digits = _mm256_cmpeq_epi64(
      _mm256_cmpeq_epi8(_mm256_min_epu8(digits, _mm256_set1_epi8(9)), digits),
      _mm256_set1_epi8(-1));
  __m256i is_bare = _mm256_andnot_si256(four.is_null, _mm256_cmpgt_epi64(one, whole));
  __m256i is_padded = _mm256_and_si256(has_zero, _mm256_cmpgt_epi64(whole, one));
  __m256i ends_in_mark =
      _mm256_andnot_si256(is_whole, _mm256_cmpeq_epi64(four.fraction, zero));
  __m256i is_odd = _mm256_or_si256(
      _mm256_or_si256(_mm256_or_si256(is_bare, is_padded), ends_in_mark),
      _mm256_or_si256(_mm256_cmpgt_epi64(lengths, eight),
                      _mm256_xor_si256(are_digits, _mm256_set1_epi8(-1))));
  four.is_plain = _mm256_testz_si256(is_odd, is_odd);
  // Pairs, then fours, then all eight (D. Lemire, "Quickly parsing eight digits", 2018).
  __m256i pairs = _mm256_maddubs_epi16(digits, _mm256_set1_epi16(0x010A));
  __m256i fours = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00010064));
  __m256i value = _mm256_add_epi64(_mm256_mul_epu32(fours, _mm256_set1_epi64x(10000)),
                                   _mm256_srli_epi64(fours, 32));
  four.value = _mm256_sub_epi64(_mm256_xor_si256(value, sign), sign);
  return four;
}

WIDE static inline void note_nulls(__m256i is_null, uint64_t *nulls, int64_t row) {
  uint64_t bits = (uint64_t)_mm256_movemask_pd(_mm256_castsi256_pd(is_null));
  nulls[row >> 6] |= bits << (row & 63);
  if ((row & 63) > 60 && bits >> (64 - (row & 63)) != 0) {
    nulls[(row >> 6) + 1] |= bits >> (64 - (row & 63));
  }
}

WIDE int64_t cscan_read_integers(CScanFields fields, int64_t *values, uint64_t *nulls,
                                 int64_t row) {
  int64_t i = 0;
  for (; i + 4 <= fields.rows; i += 4) {
    Four four = read_four(&fields, fields.marks + i * fields.stride, 0, 0);
    if (!four.is_plain) break;
    _mm256_storeu_si256((__m256i *)(values + row + i), four.value);
    note_nulls(four.is_null, nulls, row + i);
  }
  return i;
}

WIDE int64_t cscan_read_reals(CScanFields fields, uint8_t decimal_mark, double *values,
                              uint64_t *nulls, int64_t row) {
  static const double powers_of_ten[8] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
  // 2^52 and a half more, to which a small number of either sign can be added bit by bit.
  const __m256d large = _mm256_set1_pd(0x1.8p52);
  int64_t i = 0;
  for (; i + 4 <= fields.rows; i += 4) {
    Four four = read_four(&fields, fields.marks + i * fields.stride, 1, decimal_mark);
    if (!four.is_plain) break;
    __m256i sum = _mm256_add_epi64(four.value, _mm256_castpd_si256(large));
    __m256d exact = _mm256_sub_pd(_mm256_castsi256_pd(sum), large);
    // The number and the power are exact: one division rounds correctly.
    __m256d power = _mm256_i64gather_pd(powers_of_ten, four.fraction, 8);
    _mm256_storeu_pd(values + row + i, _mm256_div_pd(exact, power));
    note_nulls(four.is_null, nulls, row + i);
  }
  return i;
}
#endif
