#pragma once

#include <thalweg/result.h>

#include <QString>

/// What the command writes: results to stdout, diagnostics to stderr.
namespace thalweg {

/// The line and a line break, in UTF-8.
void printLine(const QString &line);

/// One line of at most 2,000 characters on stderr, whatever the text is.
void complain(const QString &text);
inline void complain(const Error &error)
{
    complain(error.text());
}

bool isTerminal();

/// Takes the place of the line before, on a terminal; elsewhere a line of its own.
void printProgress(const QString &text);

} // namespace thalweg
