#pragma once

#include <QByteArray>
#include <QString>

namespace thalweg {

/// What made a figure. Figure files carry it, so that they can be opened as the workflow again (workflow/inside.h
/// reads it).
struct FigureOrigin {
    QByteArray workflow; ///< a whole workflow file, in UTF-8; empty: the figure carries none
    QString program; ///< `Thalweg 0.1.0`
};

/// The image with the workflow in a text chunk (iTXt) named `thalweg-workflow`, and `Software` in another.
QByteArray pngWithOrigin(const QByteArray &png, const FigureOrigin &origin);

/// The drawing with the workflow as the text of a `thalweg:workflow` element in <metadata>.
QByteArray svgWithOrigin(const QByteArray &svg, const FigureOrigin &origin);

/// The same element in an XMP packet, for QPdfWriter::setDocumentXmpMetadata().
QByteArray xmpOf(const FigureOrigin &origin);

} // namespace thalweg
