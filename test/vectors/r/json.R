# JSON with 15 significant digits from base R alone; NA, NaN, Inf and -Inf as strings. Sourced by the scripts beside it.
json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x) && !is.null(names(x)))
    return(paste0("{", paste0("\"", names(x), "\":", vapply(x, json, ""), collapse = ","), "}"))
  if (is.list(x)) return(paste0("[", paste(vapply(x, json, ""), collapse = ","), "]"))
  if (is.matrix(x)) return(json(lapply(seq_len(nrow(x)), function(i) I(x[i, ]))))
  one <- function(v) {
    if (is.character(v)) return(paste0("\"", v, "\""))
    if (is.na(v) || is.infinite(v)) return(paste0("\"", format(v), "\""))
    format(v, digits = 15, scientific = NA, trim = TRUE)
  }
  text <- vapply(x, one, "")
  if (length(x) == 1 && !inherits(x, "AsIs")) text else paste0("[", paste(text, collapse = ","), "]")
}

write_vectors <- function(path, method, notes, cases) {
  environment <- paste(R.version.string, "base R alone")
  head <- list(method = method, made_by = sub("json$", "R", basename(path)), environment = environment, notes = I(notes))
  lines <- vapply(cases, json, "")
  text <- paste0(sub("}$", "", json(head)), ",\"cases\":[\n", paste(lines, collapse = ",\n"), "\n]}\n")
  cat(text, file = path)
}

# The text after --file= says where this script lies, so that it runs from any folder.
here <- function() dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)[1]))
