#pragma once

#include <thalweg/figure.h>

#include <QTableWidget>

namespace thalweg {

/// A table of a figure as rows that can be sorted by a click on a header, selected and copied as CSV.
class TableFigure final : public QTableWidget {
    Q_OBJECT

public:
    explicit TableFigure(QWidget *parent = nullptr);

    void setTable(const TableLayer &table);
    void copy() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace thalweg
