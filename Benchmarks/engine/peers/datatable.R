# The tasks in data.table: Rscript datatable.R TASK FOLDER OUTPUT prints the seconds, as the peers
# in Python do.
suppressMessages(library(data.table))
arguments <- commandArgs(TRUE)
task <- arguments[1]
if (task == "version") {
  cat(sprintf("data.table %s\n", packageVersion("data.table")))
  quit()
}
setDTthreads(2)
answers <- file.path(arguments[2], "answers.csv")
invitations <- file.path(arguments[2], "invitations.csv")
shares <- function() {
  fread(answers, select = c("wave", "audience", "question", "value"))[
    , .(sum(!is.na(value)), mean(value >= 4, na.rm = TRUE), mean(value, na.rm = TRUE),
        sd(value, na.rm = TRUE)),
    by = .(wave, audience, question)]
}
ratings <- function() {
  fread(file.path(arguments[2], "ratings.csv"),
        select = c("municipality", "service", "aspect", "grade", "minutes"))[
    , .(sum(!is.na(grade)), mean(grade >= 4, na.rm = TRUE), mean(minutes, na.rm = TRUE),
        sd(minutes, na.rm = TRUE)),
    by = .(municipality, service, aspect)]
}
quantiles <- function() {
  fread(answers, select = c("question", "days"))[
    , .(as.double(median(days, na.rm = TRUE)), quantile(days, 0.9, na.rm = TRUE)), by = question]
}
joined <- function() {
  people <- fread(invitations)
  fread(answers, select = "respondent")[people, on = "respondent", nomatch = NULL][
    , .N, by = .(audience, municipality)]
}
start <- proc.time()[["elapsed"]]
rows <- switch(task, shares = shares(), ratings = ratings(), quantiles = quantiles(), join = joined(), quit(status = 3))
seconds <- proc.time()[["elapsed"]] - start
fwrite(rows, file.path(arguments[3], "0.csv"), col.names = FALSE)
cat(sprintf("[%.3f]\n", seconds))
