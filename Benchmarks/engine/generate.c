// Writes the data of the benchmarks: seeded, the same bytes on every machine.
//
//   generate answers ROWS > answers.csv         wave, audience, question, respondent, value, days
//   generate invitations ROWS > invitations.csv a row for each respondent of so many answers
//   generate cases ROWS > cases.csv             received, answered, unit
//   generate ratings ROWS > ratings.csv         year, municipality, service, aspect, channel, customer,
//                                               grade, minutes
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const waves[] = {
  "2019-januari", "2019-augusti", "2020-januari", "2020-augusti", "2021-januari", "2021-augusti",
  "2022-januari", "2022-augusti", "2023-januari", "2023-augusti", "2024-januari", "2024-augusti"};
static const char *const audiences[] = {
  "chefer", "medarbetare", "politiker", "vårdnadshavare", "elever", "lärare", "rektorer",
  "företagare",
  "handläggare", "undersköterskor", "kuratorer", "besökare"};
static const char *const municipalities[] = {
  "Borås", "Bollebygd", "Herrljunga", "Mark", "Svenljunga", "Tranemo", "Ulricehamn", "Varberg",
  "Vårgårda", "Alingsås"};
static const char *const units[] = {
  "kansli", "dataskyddsombud", "närvårdskontoret", "medarbetarcentrum", "navet", "business-region",
  "vo-college", "växel", "arkiv", "upphandling", "ekonomi", "lön", "it-stöd", "bygglov", "miljö",
  "kultur", "fritid",
  "skola",
  "omsorg", "trafik"};
static const char *const services[] = {
  "förskola", "grundskola", "gymnasium", "hemtjänst", "bygglov", "bibliotek", "vatten", "avfall",
  "färdtjänst", "fritid", "gator", "miljöskydd", "äldrevård", "ekonomi", "stöd", "nämnd"};
static const char *const aspects[] = {
  "bemötande", "kunskap", "svarstid", "språk", "helhet", "påverkan", "rättvisa", "trygghet",
  "lokal", "pålitlig", "tillsyn", "webb"};
static const char *const channels[] = {"brev", "webb", "e-post", "samtal", "besök"};
enum { questions = 24, respondentAnswers = 24, customers = 1000000 };

// The finaliser of SplitMix64 (Steele, Lea, Flood, 2014): a random number for each number.
static uint64_t mix(uint64_t x) {
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

static char *text(char *at, const char *value) {
  size_t length = strlen(value);
  memcpy(at, value, length);
  return at + length;
}

static char *number(char *at, uint64_t value) {
  char digits[20];
  int count = 0;
  do { digits[count++] = (char)('0' + value % 10); } while (value /= 10);
  while (count > 0) *at++ = digits[--count];
  return at;
}

static char *two(char *at, unsigned value) {
  *at++ = (char)('0' + value / 10);
  *at++ = (char)('0' + value % 10);
  return at;
}

// Days since 1970-01-01 as a date (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms",
// 2021).
static char *date(char *at, int64_t days) {
  days += 719468;
  int64_t era = days / 146097;
  unsigned day = (unsigned)(days - era * 146097);
  unsigned year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
  unsigned rest = day - (365 * year + year / 4 - year / 100);
  unsigned month = (5 * rest + 2) / 153;
  at = number(at, (uint64_t)(year + era * 400 + (month >= 10)));
  *at++ = '-';
  at = two(at, month < 10 ? month + 3 : month - 9);
  *at++ = '-';
  return two(at, rest - (153 * month + 2) / 5 + 1);
}

static unsigned audienceOf(uint64_t respondent) { return (unsigned)(mix(respondent * 2 + 1) % 12); }

static char *answer(char *at, uint64_t row, uint64_t rows) {
  // A step that shares no factor with the number of rows visits each answer once, in scattered
  // order.
  uint64_t place = (uint64_t)((unsigned __int128)row * 2654435761u % rows);
  uint64_t respondent = place / respondentAnswers, question = place % respondentAnswers;
  uint64_t random = mix(place ^ 0x6E79636B656C7461u);
  at = text(at, waves[mix(respondent * 2) % 12]);
  *at++ = ',';
  at = text(at, audiences[audienceOf(respondent)]);
  at = text(at, ",q");
  at = two(at, (unsigned)question + 1);
  *at++ = ',';
  at = number(at, respondent + 1);
  *at++ = ',';
  if (random % 100 >= 5) {
    // Higher questions get lower values.
    unsigned luck = (unsigned)(random >> 8) % 100, harder = (unsigned)question;
    *at++ = luck < 8 + harder    ? '1'
            : luck < 20 + harder ? '2'
            : luck < 45 + harder ? '3'
            : luck < 75          ? '4'
                                 : '5';
  }
  *at++ = ',';
  if ((random >> 20) % 100 >= 3) {
    double share = (double)(random >> 32) / 4294967296.0;
    at = number(at, (uint64_t)(401 * share * share * share));
  }
  *at++ = '\n';
  return at;
}

static char *invitation(char *at, uint64_t row) {
  at = number(at, row + 1);
  *at++ = ',';
  at = text(at, audiences[audienceOf(row)]);
  *at++ = ',';
  at = text(at, municipalities[mix(row * 3 + 7) % 10]);
  *at++ = '\n';
  return at;
}

static char *caseRow(char *at, uint64_t row) {
  uint64_t random = mix(row ^ 0x63617365u);
  // From 2015-01-01 on, for fifteen years and nine months.
  int64_t received = 16436 + (int64_t)(random % 5750);
  at = date(at, received);
  *at++ = ',';
  if ((random >> 20) % 100 >= 4) {
    double share = (double)(random >> 32) / 4294967296.0;
    at = date(at, received + (int64_t)(60 * share * share));
  }
  *at++ = ',';
  at = text(at, units[mix(random) % 20]);
  *at++ = '\n';
  return at;
}

// Half of the texts hold letters of two bytes; one answer in eight is empty, and one duration in ten.
static char *rating(char *at, uint64_t row) {
  uint64_t random = mix(row ^ 0x72617465u), more = mix(random);
  unsigned service = (unsigned)(random % 16), aspect = (unsigned)(random >> 8) % 12;
  at = number(at, 2015 + (random >> 16) % 10);
  *at++ = ',';
  at = text(at, municipalities[(random >> 24) % 10]);
  *at++ = ',';
  at = text(at, services[service]);
  *at++ = ',';
  at = text(at, aspects[aspect]);
  *at++ = ',';
  at = text(at, channels[(random >> 32) % 5]);
  *at++ = ',';
  at = number(at, 1 + more % customers);
  *at++ = ',';
  if ((more >> 20) % 8 != 0) {
    // Some services and aspects get higher grades.
    unsigned luck = (unsigned)(more >> 24) % 100 + service + aspect;
    *at++ = luck < 15 ? '1' : luck < 30 ? '2' : luck < 60 ? '3' : luck < 95 ? '4' : '5';
  }
  *at++ = ',';
  if ((more >> 32) % 10 != 0) {
    double share = (double)(more >> 40) / 16777216.0;
    uint64_t hundredths = (uint64_t)(24000 * share * share);
    at = number(at, hundredths / 100);
    *at++ = '.';
    at = two(at, (unsigned)(hundredths % 100));
  }
  *at++ = '\n';
  return at;
}

int main(int count, char **arguments) {
  uint64_t rows = count == 3 ? strtoull(arguments[2], NULL, 10) : 0;
  static char buffer[(1 << 20) + 256];
  char *at = buffer;
  const char *kind = count == 3 ? arguments[1] : "";
  static const char *const kinds[] = {"answers", "invitations", "cases", "ratings"};
  int which = 0;
  while (which < 4 && strcmp(kind, kinds[which]) != 0) which++;
  if (which == 4 || rows == 0) {
    fputs("usage: generate answers|invitations|cases|ratings ROWS\n", stderr);
    return 2;
  }
  static const char *const headers[] = {
    "wave,audience,question,respondent,value,days\n", "respondent,audience,municipality\n",
    "received,answered,unit\n",
    "year,municipality,service,aspect,channel,customer,grade,minutes\n"};
  at = text(at, headers[which]);
  uint64_t lines = which == 1 ? (rows + respondentAnswers - 1) / respondentAnswers : rows;
  for (uint64_t row = 0; row < lines; row++) {
    at = which == 0   ? answer(at, row, rows)
         : which == 1 ? invitation(at, row)
         : which == 2 ? caseRow(at, row)
                      : rating(at, row);
    if (at - buffer >= 1 << 20) {
      if (fwrite(buffer, 1, (size_t)(at - buffer), stdout) != (size_t)(at - buffer)) return 1;
      at = buffer;
    }
  }
  fwrite(buffer, 1, (size_t)(at - buffer), stdout);
  return fflush(stdout) == 0 ? 0 : 1;
}
