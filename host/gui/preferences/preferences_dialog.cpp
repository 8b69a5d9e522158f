#include "gui/preferences/preferences_dialog.h"

#include "gui/theme/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace thalweg {

namespace {

/// A command as it is typed in a shell: parts with spaces in double quotes.
QString asTyped(const QStringList &command)
{
    QStringList parts;
    for (QString part : command) {
        part.replace(u'"', QStringLiteral("\"\"\""));
        parts += part.isEmpty() || part.contains(u' ') ? u'"' + part + u'"' : part;
    }
    return parts.join(u' ');
}

/// Why the command cannot be started; empty if it seems that it can.
QString problemWith(const QStringList &command)
{
    if (command.isEmpty() || !QStandardPaths::findExecutable(command.first()).isEmpty()
        || QFileInfo(command.first()).isExecutable())
        return {};
    return PreferencesDialog::tr("There is no program \"%1\" on the search path.").arg(command.first());
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences &preferences, const QStringList &pluginFolders, QWidget *parent)
    : QDialog(parent), theme_(new QComboBox), command_(new QLineEdit), commandProblem_(new QLabel),
      threads_(new QSpinBox), speed_(new QSpinBox), runOnChange_(new QCheckBox(tr("&Run on change"))),
      snap_(new QCheckBox(tr("&Snap nodes to the grid and to each other")))
{
    setWindowTitle(tr("Preferences"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *reset = buttons->addButton(tr("Reset &all"), QDialogButtonBox::ResetRole);
    reset->setToolTip(tr("All preferences as they were when the program was new"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, [this] {
        fill({});
        tell();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(windowGroup());
    layout->addWidget(running());
    layout->addWidget(plugins(pluginFolders));
    layout->addStretch();
    layout->addWidget(buttons);
    fill(preferences);

    connect(theme_, &QComboBox::currentIndexChanged, this, &PreferencesDialog::tell);
    connect(command_, &QLineEdit::editingFinished, this, &PreferencesDialog::tell);
    connect(threads_, &QSpinBox::valueChanged, this, &PreferencesDialog::tell);
    connect(speed_, &QSpinBox::valueChanged, this, &PreferencesDialog::tell);
    connect(runOnChange_, &QCheckBox::toggled, this, &PreferencesDialog::tell);
    connect(snap_, &QCheckBox::toggled, this, &PreferencesDialog::tell);
    setMinimumWidth(520);
}

QWidget *PreferencesDialog::windowGroup()
{
    auto *box = new QGroupBox(tr("Window"));
    auto *form = new QFormLayout(box);
    theme_->addItems({ tr("As the desktop"), tr("Light"), tr("Dark") });
    theme_->setToolTip(tr("Colours of the window"));
    form->addRow(tr("&Theme:"), theme_);
    speed_->setRange(1, static_cast<int>(Preferences::fastest));
    speed_->setSuffix(tr(" steps a second"));
    speed_->setToolTip(tr("How fast a descent is played"));
    form->addRow(tr("&Animation:"), speed_);
    snap_->setToolTip(tr("While a node is moved; Alt moves it freely"));
    form->addRow({}, snap_);
    return box;
}

QWidget *PreferencesDialog::running()
{
    auto *box = new QGroupBox(tr("Running"));
    auto *form = new QFormLayout(box);
    runOnChange_->setToolTip(tr("What depends on a changed parameter runs again by itself"));
    form->addRow({}, runOnChange_);
    threads_->setRange(0, Preferences::mostThreads);
    threads_->setSpecialValueText(tr("one a core"));
    threads_->setToolTip(tr("Of the engine; results are the same with any number"));
    form->addRow(tr("Th&reads:"), threads_);
    command_->setPlaceholderText(tr("this program"));
    command_->setClearButtonEnabled(true);
    command_->setToolTip(tr("What is started with the word `engine` behind it: thalweg on another machine, in a "
                            "container, under mpirun …"));
    form->addRow(tr("&Engine command:"), command_);
    auto *hint = new QLabel(tr("For example: ssh server thalweg"));
    hint->setForegroundRole(QPalette::PlaceholderText);
    commandProblem_->setWordWrap(true);
    commandProblem_->hide();
    form->addRow({}, hint);
    form->addRow({}, commandProblem_);
    return box;
}

QWidget *PreferencesDialog::plugins(const QStringList &folders)
{
    auto *box = new QGroupBox(tr("Folders of plugins"));
    auto *layout = new QVBoxLayout(box);
    for (const QString &folder : folders) {
        const bool exists = QDir(folder).exists();
        auto *open = new QPushButton(icon(QStringLiteral("folder")), QDir::toNativeSeparators(folder));
        open->setFlat(true);
        open->setStyleSheet(QStringLiteral("text-align: left"));
        open->setEnabled(exists);
        open->setToolTip(exists ? tr("Open this folder") : tr("This folder is not there"));
        connect(
            open, &QPushButton::clicked, this, [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
        layout->addWidget(open);
    }
    auto *hint = new QLabel(tr("THALWEG_PLUGIN_PATH adds folders, separated by colons. A plugin is loaded at the "
                               "next start of the engine."));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(hint);
    return box;
}

Preferences PreferencesDialog::preferences() const
{
    return { .theme = static_cast<ThemeChoice>(theme_->currentIndex()),
        .engineCommand = QProcess::splitCommand(command_->text()),
        .threads = threads_->value(),
        .runOnChange = runOnChange_->isChecked(),
        .stepsPerSecond = static_cast<double>(speed_->value()),
        .snap = snap_->isChecked() };
}

void PreferencesDialog::fill(const Preferences &preferences)
{
    isFilling_ = true;
    theme_->setCurrentIndex(static_cast<int>(preferences.theme));
    command_->setText(asTyped(preferences.engineCommand));
    threads_->setValue(preferences.threads);
    runOnChange_->setChecked(preferences.runOnChange);
    speed_->setValue(static_cast<int>(preferences.stepsPerSecond));
    snap_->setChecked(preferences.snap);
    isFilling_ = false;
}

void PreferencesDialog::tell()
{
    if (isFilling_)
        return;
    const Preferences now = preferences();
    const QString problem = problemWith(now.engineCommand);
    commandProblem_->setText(problem);
    commandProblem_->setVisible(!problem.isEmpty());
    Q_EMIT changed(now);
}

} // namespace thalweg
