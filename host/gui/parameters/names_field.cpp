#include "gui/parameters/fields.h"
#include "gui/parameters/names_list.h"

#include "gui/theme/icons.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace thalweg {

namespace {

class NamesField final : public ParameterField {
public:
    explicit NamesField(const Parameter &parameter)
        : ParameterField(parameter), line_(new QLineEdit), list_(new NamesList), none_(new QLabel)
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(3);
        auto *top = new QHBoxLayout;
        top->setSpacing(2);
        top->addWidget(line_, 1);
        top->addWidget(arrow(QStringLiteral("up"), tr("Move the name up (Alt+Up)"), -1));
        top->addWidget(arrow(QStringLiteral("down"), tr("Move the name down (Alt+Down)"), 1));
        layout->addLayout(top);
        layout->addWidget(list_);
        layout->addWidget(none_);
        none_->setForegroundRole(QPalette::PlaceholderText);
        none_->setWordWrap(true);
        setFocusProxy(line_);
        line_->setAccessibleName(tr("%1: find or add a name").arg(parameter.name));
        list_->setAccessibleName(parameter.name);
        connect(line_, &QLineEdit::textEdited, list_, &NamesList::filter);
        connect(line_, &QLineEdit::returnPressed, this, [this] { addTyped(); });
        connect(list_, &NamesList::chosenChanged, this, [this] {
            giveNames(list_->chosen());
            Q_EMIT gestureEnded();
        });
    }

    bool isWide() const override { return true; }

    void setNames(const IncomingNames &names) override
    {
        if (names == names_)
            return;
        names_ = names;
        display();
    }

protected:
    void display() override
    {
        const QStringList chosen = chosenNames();
        list_->show(chosen, names_);
        list_->filter(line_->text());
        list_->setVisible(list_->count() > 0);
        line_->setPlaceholderText(names_.areKnown ? tr("Find or add a name") : tr("Add a name"));
        none_->setText(isMixed()   ? tr("several values")
                : !names_.source   ? tr("Names are offered once the input is linked.")
                : !names_.areKnown ? tr("Names are offered once %1 has run.").arg(names_.source->text())
                : chosen.isEmpty() ? tr("None is chosen: the default.")
                                   : QString());
        if (parameter().namesInput.isEmpty() && !isMixed())
            none_->clear();
        none_->setVisible(!none_->text().isEmpty());
        if (!value().isUndefined() && !parameter().check(value()))
            give(value());
    }

private:
    QToolButton *arrow(const QString &name, const QString &tip, int by)
    {
        auto *button = new QToolButton;
        button->setIcon(icon(name));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus); // keys do it in the list
        connect(button, &QToolButton::clicked, list_, [this, by] { list_->move(by); });
        return button;
    }

    QStringList chosenNames() const
    {
        QStringList names;
        if (!isMixed())
            for (const QJsonValue name : effective().toArray())
                names += name.toString();
        return names;
    }

    void addTyped()
    {
        const QString name = line_->text().trimmed();
        QStringList names = chosenNames();
        if (name.isEmpty() || names.contains(name))
            return;
        line_->clear();
        giveNames(names << name);
        Q_EMIT gestureEnded();
    }

    void giveNames(const QStringList &names)
    {
        const QJsonArray array = QJsonArray::fromStringList(names);
        give(array == parameter().defaultValue.toArray() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(array));
        // Not at once: the list is in the middle of a change.
        QMetaObject::invokeMethod(
            this, [this] { display(); }, Qt::QueuedConnection);
    }

    QLineEdit *line_;
    NamesList *list_;
    QLabel *none_;
    IncomingNames names_;
};

} // namespace

ParameterField *namesField(const Parameter &parameter)
{
    return new NamesField(parameter);
}

} // namespace thalweg
