#include "engine/content_key.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace thalweg {

ContentKey ContentHash::key() const
{
    const XXH128_hash_t hash = XXH3_128bits(bytes_.constData(), static_cast<std::size_t>(bytes_.size()));
    return { hash.low64, hash.high64 };
}

} // namespace thalweg
