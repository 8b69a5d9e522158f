#pragma once

#include <QGraphicsItem>

namespace thalweg {

/// What QGraphicsItem::type() says, so that qgraphicsitem_cast works.
enum ItemType {
    FrameItemType = QGraphicsItem::UserType + 1,
    LinkItemType,
    NoteItemType,
    NodeItemType,
    RerouteItemType,
};

/// From behind to the front.
inline constexpr double frameLevel = 0, linkLevel = 1, raisedLinkLevel = 1.5, noteLevel = 2, nodeLevel = 3,
                        rerouteLevel = 4;

} // namespace thalweg
