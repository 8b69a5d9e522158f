#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace thalweg {

/// What lies over a plot while a person works with it: a box to zoom to, the point under the mouse with its numbers,
/// the start that is being moved, a short notice. Lets the mouse through.
class PlotOverlay final : public QWidget {
    Q_OBJECT

public:
    explicit PlotOverlay(QWidget *parent);

    void setBox(const std::optional<QRectF> &box);
    void setStart(const std::optional<QPointF> &start);
    /// Numbers beside a place; `mark` puts a ring around it. No lines: none.
    void setReadout(const QPointF &place, const QStringList &lines, bool mark);
    /// Shown in a corner for two seconds.
    void notify(const QString &text);

    QStringList readout() const { return readout_; }
    QString notice() const { return notice_; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintReadout(QPainter &painter) const;
    void paintNotice(QPainter &painter) const;

    std::optional<QRectF> box_;
    std::optional<QPointF> start_;
    QPointF place_;
    QStringList readout_;
    bool mark_ = false;
    QString notice_;
    QTimer fade_;
};

} // namespace thalweg
