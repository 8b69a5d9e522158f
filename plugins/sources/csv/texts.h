#pragma once

#include "records.h"

#include <thalweg/table.h>

#include <deque>
#include <unordered_map>

namespace thalweg {

/// A column of texts as it grows. Equal texts are kept once, if there are not too many.
class Texts {
public:
    /// The cell's text must outlive the column.
    void add(const Cell &cell);
    void addMissing() { codes_.push_back(CategoryCells::missing); }

    /// Categories where some texts come again and there are at most 100 different ones, else texts.
    Column column(const QString &name) const;
    Column textColumn(const QString &name) const;

private:
    std::vector<QString> levels_; ///< in order of appearance; distinct up to those in codeOf_
    std::vector<std::int32_t> codes_;
    std::unordered_map<std::string_view, std::int32_t> codeOf_;
    std::deque<std::string> unquoted_; ///< what keys point to that do not stand in the file as they are
};

} // namespace thalweg
