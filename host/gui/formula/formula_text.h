#pragma once

#include <QPlainTextEdit>

class QCompleter;
class QStringListModel;

namespace thalweg {

class FormulaHighlighter;

/// Where a fault stands, in QChars.
struct FaultPlace {
    int offset = -1; ///< -1: there is none
    int length = 0;
};

/// The text field of FormulaEdit: as high as its text, with colours, matching brackets, completion, and a wavy line
/// under a fault. Return finishes, Shift+Return begins a new line, Tab goes to the next field.
class FormulaText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit FormulaText(QWidget *parent = nullptr);

    void setKnownNames(const QStringList &names);
    /// All that completion knows.
    QStringList completions() const;
    void setFault(const FaultPlace &fault);
    /// Where the wavy line is drawn, in coordinates of the viewport; empty where there is none.
    QRect faultRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void editingFinished();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int lineCount() const;
    void markBrackets();

    // formula_completion.cpp
    void makeCompleter();
    QString wordBeforeCursor() const;
    void complete(bool asked);
    void insertCompletion(const QString &completion);

    FormulaHighlighter *highlighter_;
    QStringListModel *words_ = nullptr;
    QCompleter *completer_ = nullptr;
    FaultPlace fault_;
};

} // namespace thalweg
