#pragma once

#include "figure/area.h"
#include "figure/colours.h"
#include "figure/fonts.h"
#include "figure/space.h"

namespace thalweg {

/// The box of a space: its floor and the two walls at the back, with a net of lines at the marks of the three axes, and
/// the axes with their numbers and names along the edges where they hide nothing.
class BoxArea final : public Area {
public:
    /// `names` of the axes x, y and z.
    BoxArea(QCPAxis *x, QCPAxis *y, std::shared_ptr<const Space> space, QStringList names, const Colours &colours,
        Fonts fonts);

    /// The edges of the box, and about where its numbers and names are, on the page.
    static std::vector<QPolygonF> outline(const Projection &view);

protected:
    void draw(QCPPainter *painter) override;

private:
    struct Edge;
    std::vector<Edge> edges() const;
    QPointF pixel(const Point3 &point) const;
    void drawWalls(QCPPainter &painter, const std::vector<Edge> &edges) const;
    void drawEdge(QCPPainter &painter, const Edge &edge) const;

    std::shared_ptr<const Space> space_;
    QStringList names_;
    Colours colours_;
    Fonts fonts_;
};

} // namespace thalweg
