#include "options.h"

#include <QJsonArray>

namespace thalweg {

namespace {

constexpr QLatin1String found("auto");

QJsonArray missingWords()
{
    return { QString(), QStringLiteral("NA"), QStringLiteral("N/A"), QStringLiteral("n/a"), QStringLiteral("#N/A"),
        QStringLiteral("<NA>"), QStringLiteral("NaN"), QStringLiteral("nan"), QStringLiteral("null"),
        QStringLiteral("NULL"), QStringLiteral("None") };
}

void setDelimiter(CsvOptions &options, const QString &text)
{
    if (text == found || text.isEmpty())
        return;
    options.delimiter = CsvOptions::Delimiter::Character;
    if (text == QLatin1String("tab")) {
        options.delimiterCharacter = '\t';
    } else if (text == QLatin1String("whitespace")) {
        options.delimiter = CsvOptions::Delimiter::Whitespace;
    } else {
        const char character = text.size() == 1 ? text[0].toLatin1() : '\0';
        const bool isAscii = character > 0 && character < 127;
        if (!isAscii || text[0].isLetterOrNumber() || QByteArray("\"\n\r+-.").contains(character))
            throw Error(QStringLiteral("must be one character such as , or ; and not a letter, a digit, a quote or a "
                                       "part of a number; or tab, whitespace or auto; not \"%1\"")
                            .arg(text.left(20)))
                .at(QStringLiteral("parameter delimiter"));
        options.delimiterCharacter = character;
    }
}

} // namespace

std::vector<Parameter> csvParameters()
{
    Parameter missing = names(QStringLiteral("missing"))
                            .help(QStringLiteral("Words that stand for a missing cell, as they are written; the empty "
                                                 "word is the empty cell."));
    missing.defaultValue = missingWords();
    return {
        text(QStringLiteral("delimiter"), found)
            .help(QStringLiteral("What stands between two cells: a character, `tab`, `whitespace` (any number of "
                                 "spaces and tabs), or `auto`: found by itself.")),
        choice(QStringLiteral("decimal"), { found, QStringLiteral("."), QStringLiteral(",") }, found)
            .help(QStringLiteral("What stands before the decimals of a number; `auto`: found by itself.")),
        choice(QStringLiteral("header"), { found, QStringLiteral("true"), QStringLiteral("false") }, found)
            .help(QStringLiteral("Whether the first row names the columns. `auto`: it does if none of its cells is a "
                                 "number or a time. Without names the columns are called x1, x2, ….")),
        text(QStringLiteral("comment"))
            .help(QStringLiteral("Lines that start with this text, such as #, are left out; empty: none are.")),
        missing,
        names(QStringLiteral("text_columns"))
            .help(QStringLiteral("Names of columns that are text even where they look like numbers or times, such as "
                                 "postal codes.")),
    };
}

CsvOptions csvOptions(const Inputs &in)
{
    CsvOptions options;
    setDelimiter(options, in.text(QStringLiteral("delimiter")));
    if (const QString decimal = in.text(QStringLiteral("decimal")); decimal != found)
        options.decimal = decimal[0].toLatin1();
    if (const QString header = in.text(QStringLiteral("header")); header != found)
        options.header = header == QLatin1String("true");
    options.comment = in.text(QStringLiteral("comment")).toUtf8();
    for (const QString &word : in.names(QStringLiteral("missing")))
        options.missing.push_back(word.trimmed().toUtf8());
    options.textColumns = in.names(QStringLiteral("text_columns"));
    if (options.delimiter == CsvOptions::Delimiter::Character && options.decimal
        && *options.decimal == options.delimiterCharacter)
        throw Error(QStringLiteral("\"%1\" is the delimiter already; set another for one of them")
                        .arg(QLatin1Char(*options.decimal)))
            .at(QStringLiteral("parameter decimal"));
    return options;
}

QString csvHelp()
{
    return QStringLiteral(R"(
**Cells.** As in RFC 4180: a cell may stand in double quotes, and then hold delimiters, line breaks and doubled quotes
(`""` is one quote). Spaces around a cell do not count, nor do blank lines and a missing line break at the end. Every
row has as many cells as the first.

**Columns** get their kind from their cells:

- *number*: every cell is a number such as `12`, `-0.5`, `+3`, `.5e-7` or `inf`, read to the nearest double;
- *time*: every cell is a date or time of ISO 8601 such as `2024-02-29`, `2024-02-29 18:30` or
  `2024-02-29T18:30:05.250+01:00`; without a zone it is UTC, and digits beyond a millisecond are cut off;
- *category*: some texts come again, and there are at most 100 different ones; the levels are in alphabetical order
  (by character code);
- *text*: everything else, and the columns in `text_columns`.

A column of which half or more are numbers (or times) and the rest are not is refused with the line of the first misfit: say
whether its text means a missing cell (`missing`), or that the column is text (`text_columns`).

Source: RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180).
)");
}

} // namespace thalweg
