#include "texts.h"

#include <algorithm>
#include <numeric>

namespace thalweg {

void Texts::add(const Cell &cell)
{
    // So few that they stay in the processor's cache: where more texts differ, most differ, and are not worth a search.
    constexpr std::size_t mostShared = 4096;
    std::string unquoted;
    std::string_view text = cell.raw;
    if (cell.hasDoubledQuotes)
        text = unquoted = cell.utf8();
    if (const auto found = codeOf_.find(text); found != codeOf_.end()) {
        codes_.push_back(found->second);
        return;
    }
    codes_.push_back(static_cast<std::int32_t>(levels_.size()));
    levels_.push_back(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    if (codeOf_.size() == mostShared)
        return;
    if (cell.hasDoubledQuotes)
        text = unquoted_.emplace_back(std::move(unquoted));
    codeOf_.emplace(text, codes_.back());
}

Column Texts::column(const QString &name) const
{
    constexpr std::size_t mostLevels = 100;
    const auto present = codes_.size() - static_cast<std::size_t>(std::ranges::count(codes_, CategoryCells::missing));
    if (levels_.size() > mostLevels || levels_.size() == present)
        return textColumn(name);

    std::vector<std::size_t> order(levels_.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [this](std::size_t i) { return levels_[i]; });
    CategoryCells cells;
    std::vector<std::int32_t> place(levels_.size());
    for (std::size_t i : order) {
        place[i] = static_cast<std::int32_t>(cells.levels.size());
        cells.levels.push_back(levels_[i]);
    }
    cells.codes = codes_;
    for (std::int32_t &code : cells.codes)
        if (code != CategoryCells::missing)
            code = place[static_cast<std::size_t>(code)];
    return { name, std::move(cells) };
}

Column Texts::textColumn(const QString &name) const
{
    TextCells cells;
    cells.reserve(codes_.size());
    for (std::int32_t code : codes_)
        cells.push_back(code == CategoryCells::missing ? QString() : levels_[static_cast<std::size_t>(code)]);
    return { name, std::move(cells) };
}

} // namespace thalweg
