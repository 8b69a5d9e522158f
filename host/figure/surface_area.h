#pragma once

#include "figure/area.h"
#include "figure/space.h"

namespace thalweg {

/// The surface of a space, cell by cell from the back: for a height field seen from afar that hides what is hidden.
class SurfaceArea final : public Area {
public:
    /// `colours` as heatMapColours() has them. Where it is quick it is coarser, for a surface that is being turned.
    SurfaceArea(QCPAxis *x, QCPAxis *y, std::shared_ptr<const Space> space, const AxisMap &colours, bool isQuick);

protected:
    void draw(QCPPainter *painter) override;

private:
    void paintCells(QPainter &painter, bool closeSeams) const;

    std::shared_ptr<const Space> space_;
    AxisMap colours_;
    bool isQuick_;
};

} // namespace thalweg
