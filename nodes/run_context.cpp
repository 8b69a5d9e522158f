#include "run_context.h"

#include <QDir>

namespace thalweg {

RunContext::RunContext(std::uint64_t seed, QString directory) : seed_(seed), directory_(std::move(directory)) { }

RunContext::~RunContext() = default;

bool RunContext::goOn()
{
    return true;
}

void RunContext::progress(double) { }

void RunContext::log(Level, const QString &) { }

bool RunContext::wantsPublish()
{
    return false;
}

void RunContext::publish(const QString &, const ValuePtr &) { }

double RunContext::tuned(const QString &, double given)
{
    return given;
}

QString RunContext::path(const QString &file) const
{
    return QDir::cleanPath(QDir(directory_).absoluteFilePath(file));
}

} // namespace thalweg
