#include "gui/parameters/fields.h"
#include "gui/parameters/number_text.h"

#include "gui/theme/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QTableWidget>
#include <QToolButton>

#include <algorithm>

namespace thalweg {

namespace {

constexpr int mostRows = 200; ///< of a longer θ, the first ones are seen

/// One of a few words, or numbers: a table with the names of the parameters where they are known.
class PointField final : public ParameterField {
public:
    explicit PointField(const Parameter &parameter)
        : ParameterField(parameter), words_(new QComboBox), more_(new QToolButton), less_(new QToolButton),
          table_(new QTableWidget(0, 2))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(3);
        auto *top = new QHBoxLayout;
        top->setSpacing(2);
        top->addWidget(words_, 1);
        for (const auto &[button, name, tip] :
            { std::tuple(more_, "add", tr("One more number")), std::tuple(less_, "remove", tr("One number less")) }) {
            button->setIcon(icon(QLatin1String(name)));
            button->setToolTip(tip);
            button->setAccessibleName(tip);
            button->setAutoRaise(true);
            top->addWidget(button);
        }
        layout->addLayout(top);
        layout->addWidget(table_);
        setFocusProxy(words_);
        words_->setAccessibleName(parameter.name);
        words_->addItems(parameter.choices);
        words_->addItem(tr("numbers"));
        setUpTable();
        connect(words_, &QComboBox::activated, this, [this](int at) { choose(at); });
        connect(more_, &QToolButton::clicked, this, [this] { resizeTo(rowNames().size() + 1); });
        connect(less_, &QToolButton::clicked, this, [this] { resizeTo(rowNames().size() - 1); });
        connect(table_, &QTableWidget::itemChanged, this, [this](QTableWidgetItem *item) { take(*item); });
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
        const QJsonValue shown = effective();
        words_->setPlaceholderText(tr("several values"));
        words_->setCurrentIndex(isMixed() ? -1
                : shown.isString()        ? words_->findText(shown.toString())
                                          : words_->count() - 1);
        const bool hasNumbers = !isMixed() && !shown.isString();
        table_->setVisible(hasNumbers);
        // Where it is not known how many numbers there are, a person says it.
        more_->setVisible(hasNumbers && !shown.isObject() && !names_.areKnown);
        less_->setVisible(more_->isVisibleTo(this));
        if (hasNumbers)
            fill();
        const auto size = numbers().size();
        if (names_.areKnown && hasNumbers && !shown.isObject() && size != std::ssize(names_.names))
            setProblem(tr("There are %1 numbers for %2 parameters").arg(size).arg(names_.names.size()));
        else if (!value().isUndefined() && !parameter().check(value()))
            give(value());
        else
            setProblem({});
    }

private:
    void setUpTable()
    {
        table_->setHorizontalHeaderLabels({ tr("parameter"), tr("value") });
        table_->horizontalHeader()->hide();
        table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        table_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
        table_->verticalHeader()->hide();
        table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
        table_->setAccessibleName(tr("%1: numbers").arg(parameter().name));
        table_->setTabKeyNavigation(false);
        table_->setMinimumWidth(60);
        table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        table_->setEditTriggers(QAbstractItemView::AllEditTriggers);
    }

    QJsonArray numbers() const
    {
        return effective().isArray() ? effective().toArray()
            : effective().isDouble() ? QJsonArray { effective() }
                                     : QJsonArray();
    }

    /// What stands to the left: parameters, also those that the value names and the objective does not have.
    QStringList rowNames() const
    {
        QStringList names = names_.list();
        if (effective().isObject()) {
            for (const QString &name : effective().toObject().keys())
                if (!names.contains(name))
                    names += name;
        }
        for (qsizetype i = names.size(); i < numbers().size(); ++i)
            names += tr("number %1").arg(i + 1);
        return names;
    }

    void fill()
    {
        const QSignalBlocker quiet(table_);
        const QStringList names = rowNames();
        const int rows = static_cast<int>(std::min<qsizetype>(names.size(), mostRows));
        table_->setRowCount(rows);
        for (int row = 0; row < rows; ++row) {
            const QString &name = names[row];
            const QJsonValue number = effective().isObject() ? effective().toObject().value(name) : numbers().at(row);
            auto *left = new QTableWidgetItem(name);
            left->setFlags(Qt::ItemIsEnabled);
            left->setToolTip(name);
            table_->setItem(row, 0, left);
            table_->setItem(row, 1, new QTableWidgetItem(number.isDouble() ? exactText(number.toDouble()) : QString()));
        }
        constexpr int seenRows = 8;
        const int height = table_->verticalHeader()->defaultSectionSize();
        table_->setFixedHeight(std::clamp(rows, 1, seenRows) * height + 2 * table_->frameWidth());
    }

    void choose(int at)
    {
        if (at < parameter().choices.size()) {
            const QString word = parameter().choices[at];
            give(word == parameter().defaultValue.toString() ? QJsonValue(QJsonValue::Undefined) : word);
        } else if (isMixed() || effective().isString()) {
            QJsonArray zeros;
            for (std::size_t i = 0; i < std::max<std::size_t>(1, names_.names.size()); ++i)
                zeros.append(0);
            give(zeros);
        }
        display();
        Q_EMIT gestureEnded();
    }

    void resizeTo(qsizetype size)
    {
        if (size < 1)
            return;
        QJsonArray array = numbers();
        while (array.size() < size)
            array.append(0);
        while (array.size() > size)
            array.removeLast();
        give(array);
        display();
        Q_EMIT gestureEnded();
    }

    void take(const QTableWidgetItem &item)
    {
        const auto number = item.text().trimmed().isEmpty() ? std::optional(0.0) : numberFrom(item.text());
        if (!number) {
            setProblem(tr("\"%1\" is not a number").arg(item.text()));
            return;
        }
        if (effective().isObject()) {
            QJsonObject object = effective().toObject();
            object.insert(rowNames().at(item.row()), *number);
            give(object);
        } else {
            QJsonArray array = numbers();
            const qsizetype size = std::max<qsizetype>(item.row() + 1, names_.areKnown ? std::ssize(names_.names) : 0);
            while (array.size() < size)
                array.append(0);
            array[item.row()] = *number;
            give(array);
        }
        Q_EMIT gestureEnded();
        QMetaObject::invokeMethod(
            this, [this] { display(); }, Qt::QueuedConnection);
    }

    QComboBox *words_;
    QToolButton *more_;
    QToolButton *less_;
    QTableWidget *table_;
    IncomingNames names_;
};

} // namespace

ParameterField *pointField(const Parameter &parameter)
{
    return new PointField(parameter);
}

} // namespace thalweg
