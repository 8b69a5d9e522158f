#include "gui/window/welcome.h"

#include "gui/canvas/render_canvas.h"
#include "gui/files/recent_files.h"
#include "gui/help/examples.h"
#include "gui/help/help_view.h"
#include "gui/help/welcome_page.h"
#include "gui/window/main_window.h"
#include "gui/window/window_layout.h"
#include "gui/window/windows.h"

#include <QFileInfo>
#include <QPainter>

namespace thalweg {

namespace {

/// The workflow of a file, drawn into a picture of this size.
QPixmap pictureOf(const QString &path, const NodeTypes &types, const QSize &size, qreal devicePixelRatio)
{
    QPixmap pixmap(size * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    const Result<Workflow> workflow = openWorkflow(path);
    if (!workflow)
        return pixmap;
    const QImage drawn = QImage::fromData(renderCanvas(workflow->graph, types, { .background = false }));
    if (drawn.isNull())
        return pixmap;
    const QSizeF wanted = QSizeF(drawn.size() / 2).boundedTo(QSizeF(drawn.size()).scaled(size, Qt::KeepAspectRatio));
    QPainter painter(&pixmap);
    QImage fitted = drawn.scaled((wanted * devicePixelRatio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    fitted.setDevicePixelRatio(devicePixelRatio);
    painter.drawImage(QPointF((size.width() - wanted.width()) / 2, (size.height() - wanted.height()) / 2), fitted);
    return pixmap;
}

} // namespace

void setUpWelcome(MainWindow &window)
{
    MainWindow *w = &window;
    WelcomePage *page = window.parts().welcome;
    const QList<Example> &examples = window.examples();
    window.parts().help->setExamples(examples);
    // The pictures need the node types, which the engine is about to tell.
    QObject::connect(&window.engine(), &EngineClient::ready, page, [w, page, examples] {
        page->setExamples(examples, [w](const QString &path, const QSize &size, qreal devicePixelRatio) {
            return pictureOf(path, w->engine().nodeTypes(), size, devicePixelRatio);
        });
    });
    QObject::connect(page, &WelcomePage::emptyCanvasRequested, w, &MainWindow::showCanvas);
    QObject::connect(page, &WelcomePage::openRequested, w, [w] { w->fileCommands().open(); });
    QObject::connect(page, &WelcomePage::helpRequested, w, [w] { w->showHelp(); });
    QObject::connect(page, &WelcomePage::exampleRequested, w, [w](const QString &path) { openExample(*w, path); });
    QObject::connect(
        page, &WelcomePage::recentRequested, w, [w](const QString &path) { w->fileCommands().open(path); });
    const auto edit = [w, page](auto change) {
        RecentFiles files(w->windows().settings());
        change(files);
        showRecentFiles(*page, w->windows().settings());
    };
    QObject::connect(page, &WelcomePage::recentPinned, w, [edit](const QString &path, bool isPinned) {
        edit([&](RecentFiles &files) { files.setPinned(path, isPinned); });
    });
    QObject::connect(page, &WelcomePage::recentRemoved, w,
        [edit](const QString &path) { edit([&](RecentFiles &files) { files.remove(path); }); });
    showRecentFiles(*page, window.windows().settings());
}

void showRecentFiles(WelcomePage &page, QSettings &settings)
{
    QList<RecentEntry> entries;
    for (const RecentFile &file : RecentFiles(settings).list())
        entries.append({ .path = file.path, .exists = file.exists(), .isPinned = file.isPinned });
    page.setRecent(entries);
}

void openExample(MainWindow &window, const QString &path)
{
    Result<Workflow> workflow = openWorkflow(path);
    if (!workflow)
        return window.say(workflow.error().text());
    MainWindow *target = window.file().isPristine() ? &window : window.windows().open();
    target->file().adopt(std::move(*workflow), QFileInfo(path).absolutePath(), QFileInfo(path).completeBaseName());
    target->showCanvas();
}

} // namespace thalweg
