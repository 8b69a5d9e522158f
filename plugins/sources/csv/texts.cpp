#include "texts.h"

#include <algorithm>
#include <numeric>

namespace thalweg {

void Texts::add(const Cell &cell)
{
    std::string_view text = cell.raw;
    if (cell.hasDoubledQuotes) {
        unquoted_.push_back(cell.utf8());
        text = unquoted_.back();
    }
    const auto [found, isNew] = codeOf_.try_emplace(text, static_cast<std::int32_t>(levels_.size()));
    if (isNew)
        levels_.push_back(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    else if (cell.hasDoubledQuotes)
        unquoted_.pop_back();
    codes_.push_back(found->second);
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
