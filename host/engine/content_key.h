#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>

namespace thalweg {

/// Stands for the content of a result: 128 bits of hash over all that it depends on.
using ContentKey = std::array<std::uint64_t, 2>;

/// Builds a key from parts; each text is told from the next by its length.
class ContentHash {
public:
    ContentHash() { bytes_.reserve(256); }

    void add(const QString &text)
    {
        add(static_cast<std::uint64_t>(text.size()));
        bytes_.append(reinterpret_cast<const char *>(text.constData()), text.size() * 2);
    }
    void add(std::uint64_t number) { bytes_.append(reinterpret_cast<const char *>(&number), sizeof number); }
    void add(const ContentKey &key)
    {
        add(key[0]);
        add(key[1]);
    }

    /// XXH3's 128-bit hash of the parts (https://xxhash.com).
    ContentKey key() const;

private:
    QByteArray bytes_;
};

struct ContentKeyHash {
    std::size_t operator()(const ContentKey &key) const { return key[0]; }
};

} // namespace thalweg
