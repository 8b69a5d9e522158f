#pragma once

#include <QJsonObject>
#include <QWidget>

class QVBoxLayout;

namespace thalweg {

/// Parameters of the file that the node's type does not have, as they stand there: to be read, and to be removed.
class RawParameters : public QWidget {
    Q_OBJECT

public:
    RawParameters();

    void show(const QJsonObject &parameters, const QString &title);

Q_SIGNALS:
    void removeWanted(const QString &parameter);

private:
    QJsonObject shown_;
    QVBoxLayout *layout_;
};

} // namespace thalweg
