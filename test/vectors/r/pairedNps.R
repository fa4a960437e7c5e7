# Reference figures for scores of the same people in two waves, from the definitions and base R alone.
#   Rscript test/vectors/r/pairedNps.R          writes test/vectors/pairedNps.json (then: npx biome check --write on it)
#
# People are compared one by one here, and weighted with made-up pairs; the product works on a 3 x 3 table of counts.
# paired:      the mean of the differences of the -1/0/1 scores of each person, its standard error (divisor n), normal
#              interval and z test; `adjusted` the same with 3 made-up pairs spread independently over the 9 cells.
# overlapping: the difference of the means of two waves of which some people are the same, variance
#              v1/n1 + v2/n2 - 2 r s1 s2 pairs/(n1 n2) with r of the pairs (Derrick et al. 2017); made-up answers likewise.
# bands:       each band's share as yes/no: mid-p McNemar from binom.test and dbinom for pairs alone, else the pooled z
#              with the covariance of the pairs (Derrick et al. 2015); Newcombe's square-and-add interval with correlation.
# The script checks itself against mcnemar.test, t.test, prop.test and cor.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)[1])), "json.R"))

z95 <- qnorm(0.975)
net <- function(score) ifelse(score >= 9, 1, ifelse(score >= 7, 0, -1))
made <- expand.grid(x = -1:1, y = -1:1)
made$w <- 3 * c(0.25, 0.5, 0.25)[made$x + 2] * c(0.25, 0.5, 0.25)[made$y + 2]

# A difference of two nearly equal sums that is nothing but rounding counts as 0.
left <- function(sum, minus) if (sum - minus < 1e-14 * sum) 0 else sum - minus

wmean <- function(x, w) sum(w * x) / sum(w)
wvar <- function(x, w) sum(w * (x - wmean(x, w))^2) / sum(w)
wcor <- function(x, y, w) cov.wt(cbind(x, y), wt = w / sum(w), cor = TRUE, method = "ML")$cor[1, 2]

z_test <- function(value, se) {
  z <- if (se < 1e-12) NaN else value / se
  list(difference = value, se = se, z = z, p = if (is.nan(z)) NaN else 2 * pnorm(-abs(z)),
       lower = value - z95 * se, upper = value + z95 * se)
}

paired <- function(x, y) {
  of <- function(x, y, w) {
    d <- y - x
    z_test(wmean(d, w), sqrt(wvar(d, w) / sum(w)))
  }
  plain <- of(x, y, rep(1, length(x)))
  if (length(x) > 2 && plain$se > 0) {
    t <- t.test(y, x, paired = TRUE)
    stopifnot(all.equal(unname(t$estimate), plain$difference),
              all.equal(t$stderr * sqrt((length(x) - 1) / length(x)), plain$se))
  }
  list(plain = plain, adjusted = of(c(x, made$x), c(y, made$y), c(rep(1, length(x)), made$w)))
}

overlapping <- function(x, y, px, py) {
  of <- function(x, wx, y, wy, px, py, wp) {
    v <- c(wvar(x, wx), wvar(y, wy))
    n <- c(sum(wx), sum(wy))
    r <- if (length(px) == 0 || wvar(px, wp) == 0 || wvar(py, wp) == 0) 0 else wcor(px, py, wp)
    z_test(wmean(y, wy) - wmean(x, wx),
           sqrt(left(v[1] / n[1] + v[2] / n[2], 2 * r * sqrt(v[1] * v[2]) * sum(wp) / (n[1] * n[2]))))
  }
  ones <- function(x) rep(1, length(x))
  add <- c(0.75, 1.5, 0.75)
  plain <- of(x, ones(x), y, ones(y), px, py, ones(px))
  adjusted <- of(c(x, -1:1), c(ones(x), add), c(y, -1:1), c(ones(y), add),
                 c(px, made$x), c(py, made$y), c(ones(px), made$w))
  list(plain = plain, adjusted = adjusted)
}

wilson <- function(k, n) {
  if (n == 0) return(c(0, 1))
  suppressWarnings(as.numeric(prop.test(k, n, correct = FALSE)$conf.int))
}

# x, y: 0/1 of everyone in either wave; px, py: of the same people.
share <- function(x, y, px, py) {
  n <- c(length(x), length(y))
  p <- c(mean(x), mean(y))
  r <- if (length(px) == 0 || var(px) %in% c(0, NA) || var(py) %in% c(0, NA)) 0 else cor(px, py)
  r <- r * length(px) / sqrt(n[1] * n[2])
  w <- list(wilson(sum(x), n[1]), wilson(sum(y), n[2]))
  reach <- function(a, b) sqrt(left(a^2 + b^2, 2 * r * a * b))
  only_pairs <- length(px) == n[1] && length(px) == n[2]
  if (only_pairs) {
    b <- sum(px == 1 & py == 0)
    c <- sum(px == 0 & py == 1)
    test <- if (b + c == 0) NaN else if (b == c) 1 - dbinom(b, b + c, 0.5) / 2 else
      binom.test(b, b + c)$p.value - dbinom(min(b, c), b + c, 0.5)
  } else {
    pool <- (sum(x) + sum(y)) / sum(n)
    v <- pool * (1 - pool) * left(1 / n[1] + 1 / n[2], 2 * r / sqrt(n[1] * n[2]))
    test <- if (v <= 0) NaN else 2 * pnorm(-abs((p[2] - p[1]) / sqrt(v)))
    if (length(px) == 0 && v > 0)
      stopifnot(all.equal(test, suppressWarnings(prop.test(c(sum(x), sum(y)), n, correct = FALSE)$p.value)))
  }
  d <- p[2] - p[1]
  list(before = p[1], now = p[2], p = test,
       lower = d - reach(p[2] - w[[2]][1], w[[1]][2] - p[1]), upper = d + reach(w[[2]][2] - p[2], p[1] - w[[1]][1]))
}

moves <- function(x, y) unclass(table(factor(net(x), -1:1), factor(net(y), -1:1)))

# before, now: scores of each wave; pairs: two-column matrix of places in them, counted from 0 as the product does.
one <- function(id, before, now, pairs) {
  b <- before[pairs[, 1] + 1]
  n <- now[pairs[, 2] + 1]
  bands <- function(x, y) {
    of <- function(k) share(as.numeric(net(x) == k), as.numeric(net(y) == k), as.numeric(net(b) == k), as.numeric(net(n) == k))
    list(detractor = of(-1), passive = of(0), promoter = of(1))
  }
  input <- list(before = I(before), now = I(now), pairs = list(before = I(pairs[, 1]), now = I(pairs[, 2])))
  all <- c(overlapping(net(before), net(now), net(b), net(n)), list(bands = bands(before, now)))
  same <- if (length(b) == 0) NULL else
    c(list(n = length(b), moves = matrix(moves(b, n), 3), before = mean(net(b)), now = mean(net(n)),
           better = sum(net(n) > net(b)), worse = sum(net(n) < net(b)), same = sum(net(n) == net(b))),
      paired(net(b), net(n)), list(bands = bands(b, n)))
  list(id = id, kind = "waves", input = input, expected = c(list(overlapping = all), if (!is.null(same)) list(paired = same)))
}

set.seed(20261125)
draw <- function(n, p) sample(0:10, n, replace = TRUE, prob = p)
usual <- c(2, 1, 1, 2, 2, 4, 5, 10, 18, 15, 20)
worse <- c(4, 2, 2, 4, 4, 6, 8, 12, 18, 12, 14)
again <- function(x, q, p) ifelse(runif(length(x)) < q, x, draw(length(x), p))
all_pairs <- function(n) cbind(seq_len(n) - 1, seq_len(n) - 1)

a60 <- draw(60, usual)
a500 <- draw(500, usual)
b400 <- draw(400, worse)
some <- cbind(sort(sample(0:499, 212)), sample(0:399, 212))
b400[some[, 2] + 1] <- again(a500[some[, 1] + 1], 0.6, worse)
gap <- draw(40, usual)
drained <- c(rep(8, 40), rep(10, 30), rep(3, 20))

cases <- list(
  one("one_pair", 3, 9, all_pairs(1)),
  one("two_pairs_opposite", c(3, 10), c(10, 3), all_pairs(2)),
  one("all_equal_and_unchanged", rep(10, 12), rep(10, 12), all_pairs(12)),
  one("nobody_changed_band", c(0, 5, 7, 8, 9, 10, 6, 2), c(6, 0, 8, 7, 10, 9, 1, 2), all_pairs(8)),
  one("everyone_up_one_band", c(rep(6, 7), rep(8, 9)), c(rep(7, 7), rep(9, 9)), all_pairs(16)),
  one("one_in_twenty_moved", rep(c(10, 8, 9, 3), 5), c(3, rep(c(8, 9, 3, 10), 4), 8, 9, 3), all_pairs(20)),
  one("sixty_pairs", a60, again(a60, 0.5, worse), all_pairs(60)),
  one("pairs_in_another_order", a60, rev(again(a60, 0.7, worse)), cbind(0:59, 59:0)),
  one("drained_middle", drained, c(rep(10, 20), rep(8, 4), rep(2, 16), rep(10, 30), rep(3, 20)), all_pairs(90)),
  one("disjoint", draw(150, usual), draw(130, worse), matrix(numeric(0), 0, 2)),
  one("partly_the_same", a500, b400, some),
  one("few_the_same_among_many", a500, b400, some[1:7, ]),
  one("all_of_before_came_again", a60, c(again(a60, 0.8, worse), gap), all_pairs(60)),
  one("one_wave_tiny", c(9, 4, 7), draw(80, worse), cbind(c(0, 2), c(11, 40))),
  one("same_people_alike_others_not", c(rep(9, 10), gap), c(rep(9, 10), rev(gap)), all_pairs(10))
)

# McNemar's chi-square is the square of the z without the mean's own spread; Stuart and Maxwell reduce to it for two bands.
two <- cbind(c(1, 1, 0, 1, 0, 1, 1), c(0, 1, 1, 0, 0, 0, 1))
d <- two[, 2] - two[, 1]
stopifnot(all.equal(unname(mcnemar.test(table(two[, 1], two[, 2]), correct = FALSE)$statistic), sum(d)^2 / sum(d^2)))

write_vectors(file.path(here(), "..", "pairedNps.json"),
  "Paired Net Promoter Score: the same people in two waves",
  c("Scores on -1..1. pairs: places of one person in before and now, from 0.",
    "adjusted: 3 pseudo-pairs, and 0.75, 1.5, 0.75 pseudo-answers a wave.",
    "Strings 'NaN' mark tests of what does not vary."), cases)
