# The results of R for the data sets in Benchmarks/nist, as dataset,statistic,value.
# Run from the folder of the repository: Rscript Benchmarks/oracles/nist.R
folder <- "Benchmarks/nist"
out <- data.frame(dataset = character(), statistic = character(), value = character())
record <- function(set, statistic, value) {
  out[nrow(out) + 1, ] <<- list(set, statistic, sprintf("%.17g", value))
}

repeated <- function(table) {
  unlist(lapply(seq_len(nrow(table)), function(i) {
    rep(as.numeric(strsplit(table$values[i], " ")[[1]]), table$times[i])
  }))
}

for (file in sort(list.files(folder, "[.]csv$"))) {
  name <- sub("[.]csv$", "", file)
  lines <- readLines(file.path(folder, file))
  fact <- function(key) sub(paste0("^# ", key, ": "), "", grep(paste0("^# ", key, ": "), lines,
    value = TRUE))
  kind <- fact("kind")
  table <- read.csv(text = grep("^#", lines, invert = TRUE, value = TRUE),
    stringsAsFactors = FALSE,
    colClasses = if (kind == "regression") "numeric" else
      if (kind == "anova") c("character", "integer", "character") else c("integer", "character"))
  if (kind == "univariate") {
    x <- repeated(table)
    record(name, "mean", mean(x))
    record(name, "standard deviation", sd(x))
    record(name, "lag-1 autocorrelation", acf(x, lag.max = 1, plot = FALSE)$acf[2])
  } else if (kind == "anova") {
    parts <- split(seq_len(nrow(table)), factor(table$treatment, unique(table$treatment)))
    values <- lapply(parts, function(i) repeated(table[i, ]))
    y <- unlist(values)
    group <- factor(rep(seq_along(values), lengths(values)))
    rows <- summary(aov(y ~ group))[[1]]
    record(name, "between sum of squares", rows[1, "Sum Sq"])
    record(name, "between mean square", rows[1, "Mean Sq"])
    record(name, "F", rows[1, "F value"])
    record(name, "within sum of squares", rows[2, "Sum Sq"])
    record(name, "within mean square", rows[2, "Mean Sq"])
    record(name, "R squared", rows[1, "Sum Sq"] / sum(rows[, "Sum Sq"]))
    record(name, "residual standard deviation", sqrt(rows[2, "Mean Sq"]))
  } else {
    intercept <- fact("intercept") == "yes"
    degree <- as.integer(fact("degree"))
    terms <- names(table)[-1]
    if (degree > 1) terms <- c("x", sprintf("I(x^%d)", 2:degree))
    formula <- reformulate(terms, "y", intercept = intercept)
    fit <- lm(formula, table)
    if (anyNA(coef(fit))) fit <- lm(formula, table, tol = 1e-10)
    short <- suppressWarnings(summary(fit))
    first <- if (intercept) 0 else 1
    for (i in seq_along(coef(fit))) {
      record(name, sprintf("estimate B%d", i - 1 + first), short$coefficients[i, 1])
      record(name, sprintf("standard error B%d", i - 1 + first), short$coefficients[i, 2])
    }
    record(name, "residual standard deviation", short$sigma)
    record(name, "R squared", short$r.squared)
    sums <- suppressWarnings(anova(fit))[, "Sum Sq"]
    record(name, "regression sum of squares", sum(head(sums, -1)))
    record(name, "residual sum of squares", tail(sums, 1))
    record(name, "F", short$fstatistic[["value"]])
  }
}
write.csv(out, "Benchmarks/oracles/nist-r.csv", row.names = FALSE, quote = FALSE)
