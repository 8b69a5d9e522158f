#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace thalweg {

/// A cell as a number: the double nearest to what is written, ±inf and 0 beyond the range of doubles. False where it
/// is no number; `number` is then left as it was. `decimal` is `.` or `,`.
bool parseNumber(std::string_view cell, char decimal, double &number);

/// A date or time of ISO 8601, YYYY-MM-DD or YYYY-MM-DD(T or space)hh:mm[:ss[.fraction]][Z|±hh[[:]mm]], as milliseconds
/// since 1970-01-01T00:00 UTC; without a zone it is UTC. Digits beyond a millisecond are cut off.
std::optional<std::int64_t> parseTime(std::string_view cell);

/// The words that stand for a missing cell.
class MissingWords {
public:
    explicit MissingWords(const std::vector<QByteArray> &words);

    bool contains(std::string_view cell) const;

private:
    std::vector<QByteArray> words_;
    bool empty_ = false;
    bool starts_[256] = {}; ///< so that most cells are told apart by their first character
};

} // namespace thalweg
