#pragma once

#include "engine/messages.h"
#include "figure/origin.h"

#include <QMap>
#include <QObject>

#include <functional>
#include <tuple>

namespace thalweg {

/// An output that gives a figure, or a list of figures.
struct FigureKey {
    QString node, port;

    bool operator==(const FigureKey &) const = default;
    bool operator<(const FigureKey &other) const { return std::tie(node, port) < std::tie(other.node, other.port); }
};

struct FigureItem {
    QString label; ///< where it stands in a list: `rate = 0.1`; empty: it is in none
    std::shared_ptr<const Figure> figure; ///< with the pinned run behind it, where there is one
    std::shared_ptr<const Figure> plain; ///< without it
};

struct FigureGroup {
    QMap<int, FigureItem> items = {}; ///< by place in the list; a figure that is in none has place 0
    bool isLive = false; ///< of a run that goes on
};

/// The figures that there are. Fed with messages; lives on the GUI thread.
class FigureBoard final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    QList<FigureKey> keys() const { return groups_.keys(); }
    /// Empty where there is none.
    const FigureGroup &group(const FigureKey &key) const;

    /// A run begins that these nodes are part of. Their figures stay in sight until newer ones come.
    void begin(const QStringList &nodes);
    void take(const FigureMessage &message);
    /// The run has ended: what no newer figure came for, of a list that has become shorter, goes.
    void end();
    void remove(const QString &node);
    void rename(const QString &from, const QString &to);

    /// Keeps the figures of the run as it is, and draws them quietly behind those of the runs to come.
    void pin();
    void unpin();
    bool isPinned() const { return !pinned_.isEmpty(); }

    /// Of all figures together: rising, distinct.
    const std::vector<std::int64_t> &steps() const { return steps_; }
    /// The epoch at a step, where all figures that know one agree.
    std::optional<double> epochAt(std::int64_t step) const;

    /// Says what files of these figures carry in a folder, an absolute path; without it they carry nothing.
    void setOrigin(std::function<FigureOrigin(const QString &folder)> originIn) { originIn_ = std::move(originIn); }
    FigureOrigin originIn(const QString &folder) const { return originIn_ ? originIn_(folder) : FigureOrigin {}; }

Q_SIGNALS:
    void appeared(const thalweg::FigureKey &key); ///< the first figure of an output
    void changed(const thalweg::FigureKey &key);
    void removed(const thalweg::FigureKey &key);
    void stepsChanged();
    void pinnedChanged(bool isPinned);

private:
    void place(const FigureKey &key, int item);
    void gatherSteps();

    QMap<FigureKey, FigureGroup> groups_;
    QMap<FigureKey, QMap<int, FigureItem>> pinned_;
    QMap<FigureKey, QList<int>> old_; ///< items of an earlier run that no newer one has taken the place of
    std::vector<std::int64_t> steps_;
    std::function<FigureOrigin(const QString &folder)> originIn_;
};

} // namespace thalweg
