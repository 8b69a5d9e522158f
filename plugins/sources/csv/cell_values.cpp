#include "cell_values.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <string>

namespace thalweg {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// What a well-written number beyond the range of doubles comes to. A long double reaches further, and tells too large
/// from too small for all that people write.
double outOfRange(const char *begin, const char *end)
{
    long double wide = 0;
    if (std::from_chars(begin, end, wide).ec == std::errc())
        return static_cast<double>(wide);
    const std::string_view text(begin, static_cast<std::size_t>(end - begin));
    const bool isTiny = text.find("e-") != text.npos || text.find("E-") != text.npos;
    const double size = isTiny ? 0.0 : std::numeric_limits<double>::infinity();
    return text.front() == '-' ? -size : size;
}

/// Reads fixed parts of a text from left to right; once something did not fit, nothing does.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) { }

    bool ok() const { return ok_; }
    bool atEnd() const { return rest_.empty(); }

    int digits(std::size_t count, int least, int most)
    {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = 10 * value + (rest_.size() > i && isDigit(rest_[i]) ? rest_[i] - '0' : (ok_ = false, 0));
        ok_ = ok_ && value >= least && value <= most;
        if (ok_)
            rest_.remove_prefix(count);
        return value;
    }
    /// The character that comes next if it is one of `characters`, else 0.
    char any(std::string_view characters)
    {
        if (rest_.empty() || characters.find(rest_.front()) == characters.npos)
            return 0;
        const char c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }
    void need(std::string_view characters) { ok_ = any(characters) && ok_; }
    bool nextIsDigit() const { return !rest_.empty() && isDigit(rest_.front()); }

private:
    std::string_view rest_;
    bool ok_ = true;
};

} // namespace

bool parseNumber(std::string_view cell, char decimal, double &number)
{
    char buffer[64];
    std::string longer;
    if (decimal != '.') {
        const std::size_t at = cell.find(decimal);
        if (cell.find('.') != cell.npos)
            return false;
        if (at != cell.npos) {
            char *copy = buffer;
            if (cell.size() > sizeof buffer) {
                longer.resize(cell.size());
                copy = longer.data();
            }
            std::copy(cell.begin(), cell.end(), copy);
            copy[at] = '.';
            cell = { copy, cell.size() };
        }
    }
    const char *begin = cell.data();
    const char *end = begin + cell.size();
    if (begin != end && *begin == '+') {
        ++begin;
        if (begin != end && *begin == '-')
            return false;
    }
    double read = 0;
    const auto [stop, fault] = std::from_chars(begin, end, read);
    if (stop != end || fault == std::errc::invalid_argument)
        return false;
    number = fault == std::errc::result_out_of_range ? outOfRange(begin, end) : read;
    return true;
}

std::optional<std::int64_t> parseTime(std::string_view cell)
{
    using namespace std::chrono;
    if (cell.size() < 10 || cell[4] != '-')
        return std::nullopt;
    Scanner scan(cell);
    const int y = scan.digits(4, 0, 9999);
    scan.need("-");
    const int m = scan.digits(2, 1, 12);
    scan.need("-");
    const int d = scan.digits(2, 1, 31);
    const year_month_day date { year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d)) };
    if (!scan.ok() || !date.ok())
        return std::nullopt;
    milliseconds time = sys_days(date).time_since_epoch();
    if (scan.atEnd())
        return time.count();

    scan.need("T ");
    time += hours(scan.digits(2, 0, 23));
    scan.need(":");
    time += minutes(scan.digits(2, 0, 59));
    if (scan.any(":")) {
        time += seconds(scan.digits(2, 0, 59));
        if (scan.any(".,")) {
            if (!scan.nextIsDigit())
                return std::nullopt;
            for (int unit = 100; scan.nextIsDigit(); unit /= 10)
                time += milliseconds(unit * scan.digits(1, 0, 9));
        }
    }
    if (const char sign = scan.any("+-")) {
        minutes offset = hours(scan.digits(2, 0, 23));
        if (scan.any(":") || !scan.atEnd())
            offset += minutes(scan.digits(2, 0, 59));
        time -= sign == '+' ? offset : -offset;
    } else if (!scan.atEnd()) {
        scan.need("Z");
    }
    if (!scan.ok() || !scan.atEnd())
        return std::nullopt;
    return time.count();
}

MissingWords::MissingWords(const std::vector<QByteArray> &words)
{
    for (const QByteArray &word : words) {
        if (word.isEmpty()) {
            empty_ = true;
        } else {
            starts_[static_cast<unsigned char>(word.front())] = true;
            words_.push_back(word);
        }
    }
}

bool MissingWords::contains(std::string_view cell) const
{
    if (cell.empty())
        return empty_;
    if (!starts_[static_cast<unsigned char>(cell.front())])
        return false;
    return std::ranges::any_of(words_, [cell](const QByteArray &word) {
        return std::string_view(word.constData(), static_cast<std::size_t>(word.size())) == cell;
    });
}

} // namespace thalweg
