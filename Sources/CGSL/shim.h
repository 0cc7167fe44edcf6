#include <gsl/gsl_blas.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_multifit.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf.h>
#include <gsl/gsl_statistics.h>

// The library keeps its methods in global variables, which Swift takes for mutable.

static inline gsl_root_fsolver *cgsl_brent_root_solver(void) {
  return gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
}
