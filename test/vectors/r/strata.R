# Reference figures for two things going together within strata: the exact conditional test of 2 x 2 x K tables.
#   Rscript test/vectors/r/strata.R             writes test/vectors/strata.json (then: npx biome check --write on it)
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)[1])), "json.R"))

# The count's chances by enumeration of every combination of first cells, for its mean and middle 95 %.
chance <- function(tables) {
  sums <- 0
  chances <- 1
  for (m in tables) {
    x <- max(0, sum(m[1, ]) - sum(m[, 2])):min(sum(m[1, ]), sum(m[, 1]))
    d <- dhyper(x, sum(m[, 1]), sum(m[, 2]), sum(m[1, ]))
    grid <- outer(sums, x, "+")
    weight <- outer(chances, d)
    chances <- as.vector(tapply(as.vector(weight), as.vector(grid), sum))
    sums <- sort(unique(as.vector(grid)))
  }
  list(expected = sum(sums * chances), low = min(sums[cumsum(chances) > 0.025]),
       high = max(sums[rev(cumsum(rev(chances))) > 0.025]))
}

strata <- function(id, ...) {
  tables <- lapply(list(...), function(t) matrix(t, 2, byrow = TRUE))
  x <- array(unlist(tables), dim = c(2, 2, length(tables)))
  p <- function(way) mantelhaen.test(x, exact = TRUE, alternative = way)$p.value
  list(id = id, kind = "strata", input = list(tables = tables), expected = c(
    list(seen = sum(x[1, 1, ]), p = p("two.sided"), p_less = p("less"), p_greater = p("greater")), chance(tables)))
}

write_vectors(file.path(here(), "..", "strata.json"), "Going together within strata",
  c("p: mantelhaen.test(exact = TRUE). expected, low, high: by enumeration with dhyper."),
  list(
    strata("rabbits", c(0, 6, 0, 5), c(3, 3, 0, 6), c(6, 0, 2, 4), c(5, 1, 6, 0), c(2, 0, 5, 0)),
    strata("three_bands", c(9, 5, 3, 13), c(2, 3, 1, 5), c(1, 0, 1, 6)),
    strata("opposite_ways", c(8, 2, 2, 8), c(2, 8, 8, 2)),
    strata("apart", c(0, 9, 8, 13), c(1, 6, 5, 2), c(0, 4, 3, 1)),
    strata("many_calls", c(60, 140, 55, 412), c(31, 92, 40, 310), c(22, 71, 18, 201))))
