#pragma once

#include "gui/parameters/incoming_names.h"

#include <thalweg/parameter.h>

#include <QWidget>

namespace thalweg {

/// A field for one parameter. What is typed and is no value of the parameter stays to be seen, with a problem, and is
/// not given.
class ParameterField : public QWidget {
    Q_OBJECT

public:
    explicit ParameterField(const Parameter &parameter);

    const Parameter &parameter() const { return parameter_; }

    /// What the document says: undefined where nothing was given. Shows it unless it is shown already, so that cursor
    /// and half-typed text stay.
    void setValue(const QJsonValue &value);
    /// Several nodes, and not all have the same value.
    void setMixed();

    virtual void setNames(const IncomingNames &) { }
    virtual void setDirectory(const QString &) { }
    /// It takes the whole width, under its label.
    virtual bool isWide() const { return false; }
    /// A drag on the label begins, and has gone `pixels` to the right since; only numbers take part.
    virtual bool canScrub() const { return false; }
    virtual void beginScrub() { }
    virtual void scrub(double) { }

    const QString &problem() const { return problem_; }
    /// What the panel shows of the default: `0.001`, `open`.
    QString defaultText() const;

Q_SIGNALS:
    /// A person gave a value; undefined: back to the default.
    void edited(const QJsonValue &value);
    /// Typing or a drag is over: the next edit is another one to undo.
    void gestureEnded();
    void problemChanged(const QString &problem);

protected:
    /// Shows value(), or that there are several.
    virtual void display() = 0;

    /// Undefined where nothing was given.
    const QJsonValue &value() const { return value_; }
    /// The value or the default.
    QJsonValue effective() const { return value_.isUndefined() ? parameter_.defaultValue : value_; }
    bool isMixed() const { return isMixed_; }

    /// Takes a value from a person: says edited(), or what is wrong with it.
    void give(const QJsonValue &value);
    void setProblem(const QString &problem);

private:
    Parameter parameter_;
    QJsonValue value_ = QJsonValue::Undefined;
    bool isMixed_ = false;
    bool isShown_ = false;
    QString problem_;
};

/// The field for a kind of parameter.
ParameterField *makeField(const Parameter &parameter);

} // namespace thalweg
