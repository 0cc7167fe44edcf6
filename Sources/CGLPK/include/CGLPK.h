#ifndef CGLPK_H
#define CGLPK_H

/// A linear program of one thread, solved again and again with other objectives by GLPK.
///
/// GLPK ends the process when it meets a fault of its own, and frees everything that it holds for the
/// thread when it is told to go on instead. So a fault spoils every program of the thread: each later
/// call answers `CGLPK_FAILED`, and a program that is made afterwards works again.
typedef struct CGLPKProgram CGLPKProgram;

enum {
  CGLPK_OPTIMAL = 0,
  /// The objective has no bound in the direction that was asked for.
  CGLPK_UNBOUNDED = 1,
  CGLPK_INFEASIBLE = 2,
  /// The limit was reached; a solution may have been found.
  CGLPK_LIMIT = 3,
  CGLPK_FAILED = 4,
};

/// Makes a program of `columns` variables and `rows` sums of them. The terms of row i are those from
/// `starts[i]` up to `starts[i + 1]`; columns count from 0. Infinite bounds are ±HUGE_VAL. NULL where
/// GLPK or the memory failed.
CGLPKProgram *cglpk_create(int columns, int rows, const int *starts, const int *indexes,
                           const double *coefficients, const double *row_lower,
                           const double *row_upper, const double *column_lower,
                           const double *column_upper);

/// Says which columns are whole numbers in `cglpk_optimise_whole`; at first none is.
int cglpk_set_whole(CGLPKProgram *program, const unsigned char *is_whole);

/// Sets the bounds of a sum.
int cglpk_set_row(CGLPKProgram *program, int row, double lower, double upper);

/// Finds the least (or, with `maximise`, the largest) value of a sum, from where the last one ended.
/// `solution` has room for every column and is filled where the answer is `CGLPK_OPTIMAL`.
int cglpk_optimise(CGLPKProgram *program, int maximise, int terms, const int *indexes,
                   const double *coefficients, double *value, double *solution);

/// The same over whole numbers, by branch and bound in at most `nodes` nodes. `*found` says whether
/// `value` and `solution` are filled; they are the best that there is if the answer is
/// `CGLPK_OPTIMAL`.
int cglpk_optimise_whole(CGLPKProgram *program, int maximise, int terms, const int *indexes,
                         const double *coefficients, int nodes, double *value, double *solution,
                         int *found);

/// Runs into a fault of GLPK on purpose: for the test that the process survives it.
int cglpk_provoke_fault(CGLPKProgram *program);

void cglpk_free(CGLPKProgram *program);

#endif
