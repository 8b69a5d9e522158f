#pragma once

#include <atomic>
#include <cstddef>
#include <cstdlib>

/// Counts what a program allocates. Include it in one source of a test: it stands in for malloc(), on which `new` and
/// Eigen rest as well. A sanitizer has its own malloc(), and tells of what it gives.

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// GCC comes with the function and without its header.
extern "C" int __sanitizer_install_malloc_and_free_hooks(
    void (*onMalloc)(const volatile void *, std::size_t), void (*onFree)(const volatile void *));
#endif

namespace thalweg::test {

inline std::atomic<long> allocations = 0;

} // namespace thalweg::test

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

namespace {

const int hooked = __sanitizer_install_malloc_and_free_hooks(
    [](const volatile void *, std::size_t) { ++thalweg::test::allocations; }, [](const volatile void *) {});

} // namespace

#else

extern "C" {

void *__libc_malloc(std::size_t size);
void *__libc_realloc(void *memory, std::size_t size);
void *__libc_memalign(std::size_t alignment, std::size_t size);

void *malloc(std::size_t size) noexcept
{
    ++thalweg::test::allocations;
    return __libc_malloc(size);
}

void *realloc(void *memory, std::size_t size) noexcept
{
    ++thalweg::test::allocations;
    return __libc_realloc(memory, size);
}

void *aligned_alloc(std::size_t alignment, std::size_t size) noexcept
{
    ++thalweg::test::allocations;
    return __libc_memalign(alignment, size);
}
}

#endif
