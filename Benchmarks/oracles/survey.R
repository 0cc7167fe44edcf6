# What the package survey of R computes from its own samples of Californian schools (data "api"):
#
#   Rscript survey.R FOLDER
#
# writes the samples as CSV into FOLDER, and expected.tsv: a name and a number with 17 digits a line.
suppressMessages(library(survey))
options(warn = -1)
folder <- commandArgs(TRUE)[1]
data(api)

columns <- c("stype", "dnum", "snum", "api00", "api99", "enroll", "sch.wide", "comp.imp", "pw")
for (name in c("apisrs", "apistrat", "apiclus1", "apiclus2")) {
  sample <- get(name)
  sample$fpc1 <- if (name == "apiclus2") sample$fpc1 else sample$fpc
  sample$fpc2 <- if (name == "apiclus2") sample$fpc2 else NA
  sample <- sample[, c(columns, "fpc1", "fpc2")]
  for (column in c("pw", "fpc1", "fpc2")) sample[[column]] <- sprintf("%.17g", sample[[column]])
  write.csv(sample, file.path(folder, paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
}

out <- file(file.path(folder, "expected.tsv"), "w")
put <- function(name, ...) {
  values <- as.numeric(c(...))
  for (i in seq_along(values)) {
    writeLines(sprintf("%s/%d\t%.17g", name, i, values[i]), out)
  }
}

basics <- function(name, design) {
  put(paste0(name, "/df"), degf(design))
  m <- svymean(~api00, design, deff = "replace")
  t <- confint(m, df = degf(design))
  z <- confint(m)
  put(paste0(name, "/mean"), coef(m), SE(m), deff(m), deff(svymean(~api00, design, deff = TRUE)),
    cv(m), t, z)
  m <- svytotal(~api99, design, deff = "replace")
  put(paste0(name, "/total"), coef(m), SE(m), deff(m), deff(svytotal(~api99, design, deff = TRUE)))
  m <- svyratio(~api00, ~api99, design, deff = "replace")
  put(paste0(name, "/ratio"), coef(m), SE(m), deff(m))
  m <- svymean(~stype, design)
  put(paste0(name, "/levels"), coef(m), SE(m), vcov(m)[1, 2], vcov(m)[2, 3])
  d <- svyby(~api00, ~stype, design, svymean, deff = "replace", keep.names = FALSE)
  put(paste0(name, "/domain-means"), d$api00, d$se, d$DEff.api00)
  d <- svyby(~api99, ~stype, design, svytotal)
  put(paste0(name, "/domain-totals"), coef(d), SE(d))
  d <- svyby(~api00, ~stype, denominator = ~api99, design, svyratio)
  put(paste0(name, "/domain-ratios"), coef(d), SE(d))
  d <- svyby(~I(as.numeric(sch.wide == "Yes")), ~stype, design, svymean)
  put(paste0(name, "/domain-shares"), coef(d), SE(d))
  for (type in c("E", "H", "M")) {
    put(paste0(name, "/domain-df-", type), degf(design[design$variables$stype == type, ]))
  }
  # The means of two domains that share clusters, with their covariance.
  put(paste0(name, "/difference"), coef(svyglm(api00 ~ sch.wide, design))[2],
    SE(svyglm(api00 ~ sch.wide, design))[2])
}

enrolment <- function(name, design) {
  design <- subset(design, !is.na(enroll))
  m <- svytotal(~enroll, design, deff = "replace")
  put(paste0(name, "/enrolment"), coef(m), SE(m), deff(m), degf(design))
}

quantiles <- function(name, design) {
  for (type in c("mean", "xlogit", "beta", "asin")) {
    q <- svyquantile(~api00, design, c(0.25, 0.5, 0.75), interval.type = type)
    put(paste0(name, "/quantiles-", type), coef(q), SE(q), q[[1]][, 2], q[[1]][, 3])
  }
  # R compares sums of weights such as 30.97 for equality, and misses the tie at 0.1 of apisrs.
  put(paste0(name, "/quantiles-school"),
    coef(svyquantile(~api00, design, c(0.15, 0.25, 0.5, 0.75), ci = FALSE, qrule = "school")))
}

shares <- function(name, design) {
  # R reaches the logit interval by iteration (method "logit"); "xlogit" is the closed form.
  # R lets the interval "mean" reach beyond 0 and 1.
  for (type in c("logit", "xlogit", "beta", "asin", "mean")) {
    interval <- svyciprop(~I(as.numeric(sch.wide == "Yes")), design, method = type)
    put(paste0(name, "/share-", type), pmax(0, pmin(1, attr(interval, "ci"))))
  }
}

independence <- function(name, design) {
  f <- svychisq(~sch.wide + stype, design)
  chi <- svychisq(~sch.wide + stype, design, statistic = "Chisq")
  put(paste0(name, "/independence"), chi$statistic, chi$p.value, f$statistic, f$parameter, f$p.value,
    pchisq(f$statistic * f$parameter[1], f$parameter[1], lower.tail = FALSE))
}

replicates <- function(name, design, type) {
  for (mse in c(FALSE, TRUE)) {
    r <- as.svrepdesign(design, type = type, mse = mse)
    put(paste0(name, if (mse) "/jackknife-mse" else "/jackknife"),
      SE(svymean(~api00, r)), SE(svytotal(~api99, r)), SE(svyratio(~api00, ~api99, r)),
      SE(svymean(~stype, r)))
    e <- subset(r, stype == "E")
    put(paste0(name, if (mse) "/jackknife-domain-mse" else "/jackknife-domain"),
      SE(svymean(~api00, e)))
  }
}

all <- function(name, design) {
  basics(name, design)
  quantiles(name, design)
  shares(name, design)
  shares(paste0(name, "/elementary"), subset(design, stype == "E"))
  independence(name, design)
}

srs <- svydesign(id = ~1, fpc = ~fpc, weights = ~pw, data = apisrs)
all("srs", srs)
enrolment("srs", srs)
replicates("srs", srs, "JK1")
all("srs-unlimited", svydesign(id = ~1, weights = ~pw, data = apisrs))

strat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat)
all("strat", strat)
enrolment("strat", strat)
replicates("strat", strat, "JKn")
all("strat-unlimited", svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat))

clus1 <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
all("clus1", clus1)
enrolment("clus1", clus1)
replicates("clus1", clus1, "JK1")
all("clus1-unlimited", svydesign(id = ~dnum, weights = ~pw, data = apiclus1))

clus2 <- svydesign(id = ~dnum + snum, weights = ~pw, fpc = ~fpc1 + fpc2, data = apiclus2)
all("clus2", clus2)
enrolment("clus2", clus2)
all("clus2-unlimited", svydesign(id = ~dnum + snum, weights = ~pw, data = apiclus2))
options(survey.ultimate.cluster = TRUE)
all("clus2-ultimate", clus2)
options(survey.ultimate.cluster = FALSE)

# Districts as clusters within the strata of a stratified sample.
both <- svydesign(id = ~dnum, strata = ~stype, weights = ~pw, data = apistrat, nest = TRUE)
all("strat-clus", both)

# The first school alone in a stratum.
alone <- transform(apistrat, layer = ifelse(seq_along(stype) == 1, "alone", as.character(stype)))
for (remedy in c("adjust", "certainty")) {
  options(survey.lonely.psu = remedy)
  design <- svydesign(id = ~1, strata = ~layer, weights = ~pw, data = alone)
  basics(paste0("alone-", remedy), design)
  replicates(paste0("alone-", remedy), design, "JKn")
}
options(survey.lonely.psu = "fail")

# One and the same population counts for a cluster sample.
types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
post <- postStratify(clus1, ~stype, types)
m <- svymean(~api00, post)
put("post/mean", coef(m), SE(m))
m <- svytotal(~enroll, post)
put("post/enrolment", coef(m), SE(m))
m <- svyratio(~api00, ~api99, post)
put("post/ratio", coef(m), SE(m))
d <- svyby(~api00, ~sch.wide, post, svymean)
put("post/domain-means", coef(d), SE(d))
m <- svymean(~sch.wide, post)
put("post/levels", coef(m), SE(m))
close(out)
