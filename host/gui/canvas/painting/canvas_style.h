#pragma once

#include "gui/theme/theme.h"

#include <QFont>
#include <QImage>
#include <QString>

class QPainter;

namespace thalweg {

/// How near a canvas is looked at: what cannot be read is not drawn.
enum class Detail {
    Blocks, ///< plain rectangles in the colours of category and state
    Titles, ///< cards with a title in large letters
    Full,
};

/// For a scale of 1 at 100 %.
Detail detailAt(double scale);

/// The fonts and colours of a canvas. Sizes are in canvas units.
struct CanvasStyle {
    explicit CanvasStyle(const Theme &theme);

    Theme theme;
    QFont title; ///< of a node
    QFont text; ///< ports, results
    QFont bold;
    QFont large; ///< titles seen from afar

    /// The colour of a node type's category: the program's own have one each, a plugin's has one by its name.
    QColor category(const QString &category) const;
    /// The colour of a header of that category, behind text.
    QColor header(const QString &category) const;
    /// A value type's colour, so that it stands out from the canvas.
    QColor value(const QString &colour) const;

    /// A soft shadow below a card.
    void paintShadow(QPainter &painter, const QRectF &card) const;

private:
    QImage shadow_; ///< cut in nine
};

/// Part of the way from one colour to another.
QColor mixed(const QColor &from, const QColor &to, double part);

/// Turns device size back into canvas units: what is `pixels` wide on the screen whatever the zoom.
double unitsFor(const QPainter &painter, double pixels);

} // namespace thalweg
