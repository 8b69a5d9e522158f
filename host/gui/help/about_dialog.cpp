#include "gui/help/about_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace thalweg {

QString AboutDialog::versions(const QString &version)
{
    return QStringLiteral("Thalweg %1\nQt %2 (%3)\n%4, %5")
        .arg(version, QString::fromLatin1(qVersion()), QGuiApplication::platformName(), QSysInfo::prettyProductName(),
            QSysInfo::currentCpuArchitecture());
}

AboutDialog::AboutDialog(const QString &version, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Thalweg"));
    auto *title = new QLabel(tr("Thalweg %1").arg(version));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    auto *words = new QLabel(tr("A thalweg is the line of steepest descent down a valley. Wire data, cost function, "
                                "optimizer and plot, run gradient descent, and see every step of it."));
    words->setWordWrap(true);
    auto *details = new QLabel(versions(version).section(u'\n', 1));
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    details->setAccessibleName(tr("Versions"));
    auto *licence = new QLabel(
        tr("Licence: GPL-3.0-or-later. With Qt (LGPL), QCustomPlot (GPL), Eigen (MPL 2) and oneTBB (Apache 2)."));
    licence->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("&Copy versions"), QDialogButtonBox::ActionRole);
    copy->setToolTip(tr("For a report of a fault"));
    connect(copy, &QPushButton::clicked, this, [version] { QGuiApplication::clipboard()->setText(versions(version)); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->setContentsMargins(24, 20, 24, 16);
    for (QWidget *part : std::initializer_list<QWidget *> { title, words, details, licence, buttons })
        layout->addWidget(part);
    setMinimumWidth(440);
}

} // namespace thalweg
