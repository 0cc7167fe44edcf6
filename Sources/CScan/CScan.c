#include "CScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

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
#endif
