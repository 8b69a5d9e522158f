#pragma once

#include <thalweg/formula/expression.h>

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace thalweg {

class FormulaText;

/// A field for a formula: one line that grows to several, with coloured words, matching brackets and completion of
/// names (Ctrl+Space, or by itself). A fault is marked under the wrong character and said in a line below.
class FormulaEdit : public QWidget {
    Q_OBJECT

public:
    explicit FormulaEdit(QWidget *parent = nullptr);

    QString text() const;
    /// Keeps the cursor where it is as far as it can; says nothing by textEdited().
    void setText(const QString &text);
    void setPlaceholderText(const QString &text);
    /// Columns, parameters … that completion offers beside functions and constants.
    void setKnownNames(const QStringList &names);
    /// Whether an empty text is a fault.
    void setRequired(bool required);

    /// The formula, where it is sound and not empty.
    const std::optional<Expression> &expression() const { return expression_; }
    /// What is wrong, with its place; empty where nothing is.
    QString problem() const { return problem_; }

Q_SIGNALS:
    /// A person changed the text; expression() is up to date.
    void textEdited(const QString &text);
    /// Also by setText().
    void expressionChanged();
    /// Return was pressed or the focus has gone.
    void editingFinished();

private:
    void read();

    FormulaText *editor_;
    QLabel *message_;
    std::optional<Expression> expression_;
    QString problem_;
    bool isRequired_ = false;
};

} // namespace thalweg
