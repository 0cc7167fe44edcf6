#include "CGLPK.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>

struct CGLPKProgram {
  glp_prob *problem;
  // How many faults the thread had seen when the program was made.
  unsigned faults;
};

static _Thread_local jmp_buf way_out;
static _Thread_local unsigned faults_of_thread;

static int swallow(void *info, const char *text) {
  (void)info;
  (void)text;
  return 1;
}

static void leave(void *info) {
  (void)info;
  longjmp(way_out, 1);
}

// What GLPK holds for the thread cannot be trusted after a fault, and is freed as a whole.
static int recover(void) {
  faults_of_thread++;
  glp_error_hook(NULL, NULL);
  glp_free_env();
  return CGLPK_FAILED;
}

static void guard(void) {
  glp_term_hook(swallow, NULL);
  glp_error_hook(leave, NULL);
}

static int is_spoilt(const CGLPKProgram *program) { return program->faults != faults_of_thread; }

static int kind_of_bounds(double lower, double upper) {
  if (lower == -HUGE_VAL) return upper == HUGE_VAL ? GLP_FR : GLP_UP;
  if (upper == HUGE_VAL) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

static void fill(glp_prob *problem, int columns, int rows, const int *starts, const int *indexes,
                 const double *coefficients, const double *row_lower, const double *row_upper,
                 const double *column_lower, const double *column_upper, int *places,
                 double *values) {
  if (columns > 0) glp_add_cols(problem, columns);
  if (rows > 0) glp_add_rows(problem, rows);
  for (int column = 0; column < columns; column++) {
    double lower = column_lower[column], upper = column_upper[column];
    glp_set_col_bnds(problem, column + 1, kind_of_bounds(lower, upper), lower, upper);
  }
  for (int row = 0; row < rows; row++) {
    double lower = row_lower[row], upper = row_upper[row];
    glp_set_row_bnds(problem, row + 1, kind_of_bounds(lower, upper), lower, upper);
    int count = starts[row + 1] - starts[row];
    for (int term = 0; term < count; term++) {
      places[term + 1] = indexes[starts[row] + term] + 1;
      values[term + 1] = coefficients[starts[row] + term];
    }
    glp_set_mat_row(problem, row + 1, count, places, values);
  }
}

CGLPKProgram *cglpk_create(int columns, int rows, const int *starts, const int *indexes,
                           const double *coefficients, const double *row_lower,
                           const double *row_upper, const double *column_lower,
                           const double *column_upper) {
  CGLPKProgram *program = malloc(sizeof *program);
  int *places = malloc(sizeof(int) * ((size_t)columns + 1));
  double *values = malloc(sizeof(double) * ((size_t)columns + 1));
  if (program == NULL || places == NULL || values == NULL) {
    free(program);
    free(places);
    free(values);
    return NULL;
  }
  if (setjmp(way_out)) {
    recover();
    free(program);
    free(places);
    free(values);
    return NULL;
  }
  guard();
  program->faults = faults_of_thread;
  program->problem = glp_create_prob();
  fill(program->problem, columns, rows, starts, indexes, coefficients, row_lower, row_upper,
       column_lower, column_upper, places, values);
  glp_adv_basis(program->problem, 0);
  free(places);
  free(values);
  return program;
}

int cglpk_set_whole(CGLPKProgram *program, const unsigned char *is_whole) {
  if (is_spoilt(program)) return CGLPK_FAILED;
  if (setjmp(way_out)) return recover();
  int columns = glp_get_num_cols(program->problem);
  for (int column = 0; column < columns; column++) {
    glp_set_col_kind(program->problem, column + 1, is_whole[column] ? GLP_IV : GLP_CV);
  }
  return CGLPK_OPTIMAL;
}

int cglpk_set_row(CGLPKProgram *program, int row, double lower, double upper) {
  if (is_spoilt(program)) return CGLPK_FAILED;
  if (setjmp(way_out)) return recover();
  glp_set_row_bnds(program->problem, row + 1, kind_of_bounds(lower, upper), lower, upper);
  return CGLPK_OPTIMAL;
}

static void set_objective(glp_prob *problem, int maximise, int terms, const int *indexes,
                          const double *coefficients) {
  int columns = glp_get_num_cols(problem);
  glp_set_obj_dir(problem, maximise ? GLP_MAX : GLP_MIN);
  for (int column = 0; column <= columns; column++) glp_set_obj_coef(problem, column, 0);
  for (int term = 0; term < terms; term++) {
    glp_set_obj_coef(problem, indexes[term] + 1, coefficients[term]);
  }
}

static int solve(glp_prob *problem) {
  glp_smcp settings;
  glp_init_smcp(&settings);
  settings.msg_lev = GLP_MSG_OFF;
  settings.meth = GLP_PRIMAL;
  settings.it_lim = 1000000;
  int code = glp_simplex(problem, &settings);
  if (code == GLP_EBADB || code == GLP_ESING || code == GLP_ECOND || code == GLP_EFAIL) {
    // The basis of the last objective is no good place to start from; the unit basis always is.
    glp_std_basis(problem);
    code = glp_simplex(problem, &settings);
  }
  if (code == GLP_EITLIM) return CGLPK_LIMIT;
  if (code != 0) return CGLPK_FAILED;
  switch (glp_get_status(problem)) {
    case GLP_OPT: return CGLPK_OPTIMAL;
    case GLP_UNBND: return CGLPK_UNBOUNDED;
    case GLP_NOFEAS:
    case GLP_INFEAS: return CGLPK_INFEASIBLE;
    default: return CGLPK_FAILED;
  }
}

int cglpk_optimise(CGLPKProgram *program, int maximise, int terms, const int *indexes,
                   const double *coefficients, double *value, double *solution) {
  if (is_spoilt(program)) return CGLPK_FAILED;
  if (setjmp(way_out)) return recover();
  glp_prob *problem = program->problem;
  set_objective(problem, maximise, terms, indexes, coefficients);
  int status = solve(problem);
  if (status == CGLPK_OPTIMAL) {
    int columns = glp_get_num_cols(problem);
    *value = glp_get_obj_val(problem);
    for (int column = 0; column < columns; column++) {
      solution[column] = glp_get_col_prim(problem, column + 1);
    }
  }
  return status;
}

static void stop_at_limit(glp_tree *tree, void *limit) {
  int nodes = 0;
  glp_ios_tree_size(tree, NULL, NULL, &nodes);
  if (nodes > *(int *)limit) glp_ios_terminate(tree);
}

int cglpk_optimise_whole(CGLPKProgram *program, int maximise, int terms, const int *indexes,
                         const double *coefficients, int nodes, double *value, double *solution,
                         int *found) {
  *found = 0;
  if (is_spoilt(program)) return CGLPK_FAILED;
  if (setjmp(way_out)) return recover();
  glp_prob *problem = program->problem;
  set_objective(problem, maximise, terms, indexes, coefficients);
  int status = solve(problem);
  if (status != CGLPK_OPTIMAL) return status;
  glp_iocp settings;
  glp_init_iocp(&settings);
  settings.msg_lev = GLP_MSG_OFF;
  settings.cb_func = stop_at_limit;
  settings.cb_info = &nodes;
  int code = glp_intopt(problem, &settings);
  if (code != 0 && code != GLP_ESTOP && code != GLP_EMIPGAP) return CGLPK_FAILED;
  int state = glp_mip_status(problem);
  if (state == GLP_OPT || state == GLP_FEAS) {
    *found = 1;
    *value = glp_mip_obj_val(problem);
    int columns = glp_get_num_cols(problem);
    for (int column = 0; column < columns; column++) {
      solution[column] = glp_mip_col_val(problem, column + 1);
    }
  }
  if (code != 0) return CGLPK_LIMIT;
  if (state == GLP_OPT) return CGLPK_OPTIMAL;
  return state == GLP_NOFEAS ? CGLPK_INFEASIBLE : CGLPK_FAILED;
}

int cglpk_provoke_fault(CGLPKProgram *program) {
  if (is_spoilt(program)) return CGLPK_FAILED;
  if (setjmp(way_out)) return recover();
  glp_add_cols(program->problem, -1);
  return CGLPK_OPTIMAL;
}

void cglpk_free(CGLPKProgram *program) {
  if (program == NULL) return;
  if (!is_spoilt(program)) {
    if (setjmp(way_out)) {
      recover();
    } else {
      glp_delete_prob(program->problem);
    }
  }
  free(program);
}

#ifdef __linux__
// GLPK's archive asks libltdl for the drivers of databases, which nothing here ever opens; with these
// that library need not be there.
typedef void *lt_dlhandle;
#define UNUSED __attribute__((visibility("hidden"), used))
UNUSED int lt_dlinit(void) { return 1; }
UNUSED int lt_dlexit(void) { return 1; }
UNUSED lt_dlhandle lt_dlopen(const char *name) { return (void)name, NULL; }
UNUSED int lt_dlclose(lt_dlhandle handle) { return (void)handle, 1; }
UNUSED void *lt_dlsym(lt_dlhandle handle, const char *name) { return (void)handle, (void)name, NULL; }
UNUSED const char *lt_dlerror(void) { return "no library is opened"; }
#endif
