#include "gui/window/windows.h"

#include "gui/files/recent_files.h"
#include "gui/files/recovery_dialog.h"
#include "gui/window/main_window.h"
#include "gui/window/message_bar.h"

#include <QApplication>
#include <QFileInfo>

namespace thalweg {

Windows::Windows(QObject *parent) : QObject(parent), preferences_(readPreferences(settings_))
{
    applyTheme(*qApp, preferences_.theme);
}

Windows::~Windows()
{
    qDeleteAll(QList<MainWindow *>(windows_));
}

void Windows::setPreferences(const Preferences &preferences)
{
    if (preferences == preferences_)
        return;
    preferences_ = preferences;
    writePreferences(settings_, preferences_);
    applyTheme(*qApp, preferences_.theme);
    Q_EMIT preferencesChanged();
}

MainWindow *Windows::open()
{
    auto *window = new MainWindow(*this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    windows_.append(window);
    connect(window, &QObject::destroyed, this, [this, window] { windows_.removeOne(window); });
    if (windows_.size() > 1) // not on top of the one before
        window->move(windows_[windows_.size() - 2]->pos() + QPoint(32, 32));
    window->show();
    return window;
}

void Windows::openFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    MainWindow *pristine = nullptr;
    for (MainWindow *window : windows_) {
        if (window->file().path() == absolute) {
            window->raise();
            window->activateWindow();
            return;
        }
        if (window->file().isPristine())
            pristine = window;
    }
    MainWindow *window = pristine ? pristine : open();
    if (window->fileCommands().open(absolute))
        window->showCanvas();
}

void Windows::offerRecovery(MainWindow *over)
{
    std::vector<LeftBehind> found = leftBehind();
    if (found.empty())
        return;
    auto *dialog = new RecoveryDialog(std::move(found), over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, dialog] {
        for (LeftBehind &chosen : dialog->takeChosen()) {
            MainWindow *window = nullptr;
            for (MainWindow *candidate : windows_)
                if (candidate->file().isPristine())
                    window = candidate;
            if (!window)
                window = open();
            const RecoveryOrigin &origin = chosen.content->origin;
            window->file().restore(chosen.content->workflow, origin.path, origin.directory, origin.fingerprint);
            window->showCanvas();
            // Only when the edits are safe in a file of this process may the old one go.
            window->recovery().flushAndWait();
            chosen.remove();
        }
    });
    dialog->open();
}

} // namespace thalweg
