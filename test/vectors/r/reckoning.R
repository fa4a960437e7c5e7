# Reference figures for trends over waves and for how many answers a wanted precision or difference needs.
#   Rscript test/vectors/r/reckoning.R          writes test/vectors/reckoning.json (then: npx biome check --write on it)
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)[1])), "json.R"))

line <- function(id, at, value, se) {
  s <- summary(lm(value ~ at, weights = 1 / se^2))
  b <- s$coefficients[2, 1]
  e <- s$coefficients[2, 2] / s$sigma
  q <- s$sigma^2 * s$df[2]
  list(id = id, kind = "trend", input = list(at = I(at), value = I(value), se = I(se)), expected = list(
    slope = b, se = e, intercept = s$coefficients[1, 1], z = b / e, p = 2 * pnorm(-abs(b / e)),
    lower = b - qnorm(0.975) * e, upper = b + qnorm(0.975) * e,
    q = q, df = s$df[2], q_p = pchisq(q, s$df[2], lower.tail = FALSE)))
}

share <- function(id, k, n, at = seq_along(k)) {
  t <- prop.trend.test(k, n, at)
  list(id = id, kind = "share_trend", input = list(k = I(k), n = I(n), at = I(at)),
       expected = list(chisq = unname(t$statistic), p = t$p.value))
}

needed <- function(id, v1, v2, r, margin, d, power, level, n1, population) {
  zz <- qnorm(1 - level / 2) + qnorm(power)
  m <- max(1, qnorm(0.975)^2 * v1 / margin^2 - 3)
  left <- d^2 / zz^2 - v1 / n1
  list(id = id, kind = "needed",
    input = list(v1 = v1, v2 = v2, r = r, margin = margin, difference = d, power = power, level = level, n1 = n1,
                 population = population),
    expected = list(margin = ceiling(m), margin_of_population = min(population, ceiling(m / (1 + (m - 1) / population))),
      each = ceiling(zz^2 * (v1 + v2) / d^2), second = if (left > 0) ceiling(v2 / left) else NaN,
      pairs = ceiling(zz^2 * (v1 + v2 - 2 * r * sqrt(v1 * v2)) / d^2)))
}

exact <- function(id, t) {
  m <- matrix(t, 2, byrow = TRUE)
  lo <- max(0, sum(m[1, ]) - sum(m[, 2]))
  support <- lo:min(sum(m[1, ]), sum(m[, 1]))
  ld <- dhyper(support, sum(m[, 1]), sum(m[, 2]), sum(m[1, ]), log = TRUE)
  d <- function(or) { e <- ld + log(or) * support; e <- exp(e - max(e)); e / sum(e) }
  root <- function(f) exp(uniroot(f, c(-30, 30), tol = 1e-15)$root)
  list(id = id, kind = "fisher", input = list(table = m), expected = list(
    odds_ratio = root(function(l) sum(support * d(exp(l))) - m[1, 1]),
    lower = root(function(l) sum(d(exp(l))[support >= m[1, 1]]) - 0.025),
    upper = root(function(l) sum(d(exp(l))[support <= m[1, 1]]) - 0.025)))
}

write_vectors(file.path(here(), "..", "reckoning.json"), "Trends and answers needed",
  c("trend: lm with known standard errors. share_trend: prop.trend.test. needed: normal approximations.",
    "fisher: the odds ratio and interval to the last figure, which fisher.test itself leaves at 1e-4."),
  list(
    line("falling", 0:4, c(40.2, 37.1, 35.5, 31.9, 30.4), c(2.1, 1.9, 2.4, 2.0, 2.2)),
    line("level", 0:3, c(31, 33.5, 30.2, 32.8), c(3, 2.5, 2.8, 4)),
    line("uneven", 0:5, c(10, 40, 12, 44, 8, 41), c(2, 2, 2, 2, 2, 2)),
    line("three_of_very_different_size", c(0, 1, 3), c(-12, 5, 22), c(20, 1.5, 6)),
    share("promoters_rise", c(120, 140, 171), c(400, 410, 430)),
    share("no_trend", c(15, 14, 16, 15), c(60, 61, 58, 62)),
    share("uneven_steps", c(5, 9, 30), c(50, 60, 120), c(1, 2, 5)),
    needed("points_as_usual", 5200, 5200, 0.5, 5, 10, 0.8, 0.05, 400, 1200),
    needed("small_difference", 4800, 5100, 0.62, 3, 3, 0.9, 0.05, 250, 900),
    needed("never_enough", 6000, 6000, 0.4, 4, 8, 0.8, 0.05, 90, 5000),
    needed("everyone", 6000, 6000, 0.4, 1, 4, 0.95, 0.01, 4000, 150),
    exact("tea", c(3, 1, 1, 3)), exact("themes", c(9, 5, 3, 13)), exact("large_ratio", c(40, 2, 3, 55)),
    exact("convictions", c(2, 15, 10, 3))))
