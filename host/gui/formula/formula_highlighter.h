#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

namespace thalweg {

/// Colours the words of a formula: functions and operators in words, constants, numbers, names, signs.
class FormulaHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit FormulaHighlighter(QTextDocument *document, const QPalette &palette);

    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    QPalette palette_;
};

/// The place of the bracket that belongs to the one at `offset`, or -1 where there is no bracket or no partner.
qsizetype partnerBracket(QStringView formula, qsizetype offset);

} // namespace thalweg
