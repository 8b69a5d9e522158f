// A process without a window that edits a workflow every few milliseconds and says on stdout, after each edit, how many
// it has made: `editor FOLDER [FILE]`. It goes on until it is killed, or until its stdin is closed, when it saves to
// FILE and ends.

#include "gui/files/recovery_writer.h"

#include <QGuiApplication>
#include <QSocketNotifier>
#include <QTextStream>

using namespace thalweg;

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    WorkflowFile file;
    const QString path = arguments.value(2);
    if (!path.isEmpty() && !file.open(path))
        return 2;
    const RecoveryWriter writer(file, arguments.value(1));

    int made = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        Details details = detailsOf(file.document().graph());
        details.description = QString::number(++made);
        file.document().make(setDetails(file.document().graph(), details, QStringLiteral("Count")));
        QTextStream(stdout) << made << Qt::endl;
    });
    timer.start(5);
    const QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &timer, [&] {
        timer.stop();
        const bool saved = path.isEmpty() || file.save().ok();
        QGuiApplication::exit(saved ? 0 : 1);
    });
    return QGuiApplication::exec();
}
