# Means by domain with Taylor variance in R's package survey: the seconds, then for each domain the
# mean and its standard error.
suppressPackageStartupMessages(library(survey))
work <- commandArgs(trailingOnly = TRUE)[1]
doubles <- function(name) readBin(file.path(work, name), "double", 1e7)
integers <- function(name) readBin(file.path(work, name), "integer", 1e7, size = 4)
data <- data.frame(
  y = doubles("y.bin"), weight = doubles("weight.bin"), stratum = integers("stratum.bin"),
  domain = integers("domain.bin"))
start <- proc.time()[["elapsed"]]
design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = data)
means <- svyby(~y, ~domain, design, svymean)
seconds <- proc.time()[["elapsed"]] - start
cat(sprintf("%.6f\n", seconds))
cat(sprintf("%.17g %.17g\n", means$y, means$se), sep = "")
