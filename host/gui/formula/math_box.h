#pragma once

#include <QFont>
#include <QPainterPath>

#include <variant>
#include <vector>

class QPainter;

namespace thalweg {

/// A piece of a formula, laid out: how much room it takes, and the marks that it is made of. Lengths in pixels, y
/// downwards, the origin at the left end of the baseline. Made by typeset.h and composed in math_layout.h; a plain
/// value, laid out apart from painting.
struct MathBox {
    struct Letters {
        QPointF place; ///< of the baseline's left end
        QString text;
        QFont font;
    };
    /// A filled shape: rules, brackets, root signs, sums.
    struct Shape {
        QPointF place;
        QPainterPath path;
    };
    using Mark = std::variant<Letters, Shape>;

    double width = 0;
    double ascent = 0; ///< above the baseline
    double descent = 0; ///< below it; negative where the piece hangs above
    std::vector<Mark> marks = {};

    double height() const { return ascent + descent; }

    /// Puts `other` into this box with its origin at (x, y); the box grows to hold it.
    void add(const MathBox &other, double x, double y = 0);

    /// All text of its letters, in the order of the marks.
    QString text() const;

    /// In the painter's pen colour, the origin at `origin`.
    void paint(QPainter &painter, const QPointF &origin) const;
};

} // namespace thalweg
