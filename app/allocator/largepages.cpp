// SPDX-License-Identifier: Apache-2.0
// The programs' allocator takes its memory from the system in large pages. A project is hundreds of
// megabytes that are touched once, in pages of 4 KiB with a fault each: to import 1,344 articles
// (45 MB) took 236,000 faults and 6.6 s, and takes 4,500 and 4.7 s (medians of 3, in turn).
// https://docs.kernel.org/admin-guide/mm/transhuge.html

#include <gperftools/malloc_extension.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>

#include <sys/mman.h>

namespace
{

constexpr std::size_t largePage = std::size_t{2} << 20U;
/// Reserved at a time; only what is touched takes memory.
constexpr std::size_t piece = std::size_t{32} << 20U;

class LargePages : public SysAllocator
{
public:
    explicit LargePages(SysAllocator* otherwise)
        : m_otherwise(otherwise)
    {
    }

    /// Called by one thread at a time; may not allocate. Of what the allocator got it gives back
    /// memory, in small pages again, but never addresses.
    void* Alloc(std::size_t size, std::size_t* actualSize, std::size_t alignment) override
    {
        const std::size_t whole = (size + piece - 1) / piece * piece;
        const std::size_t reserved = whole + largePage;
        if (whole < size || reserved < whole || alignment > largePage)
            return m_otherwise->Alloc(size, actualSize, alignment);
        void* const begin =
            ::mmap(nullptr, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (begin == MAP_FAILED) // Near a limit of addresses the last may be had in small pieces.
            return m_otherwise->Alloc(size, actualSize, alignment);
        auto* const first = static_cast<char*>(begin);
        const std::size_t before =
            (largePage - reinterpret_cast<std::uintptr_t>(begin) % largePage) % largePage;
        char* const aligned = first + before;
        if (before > 0)
            ::munmap(first, before);
        ::munmap(aligned + whole, largePage - before);
        ::madvise(aligned, whole, MADV_HUGEPAGE); // Where it cannot be, small pages serve.
        if (actualSize != nullptr)
            *actualSize = whole;
        return aligned;
    }

private:
    SysAllocator* m_otherwise;
};

/// Before main(), and never destroyed: memory is given out until the end.
[[gnu::constructor]] void useLargePages()
{
    alignas(LargePages) static std::array<std::byte, sizeof(LargePages)> place;
    MallocExtension* const allocator = MallocExtension::instance();
    allocator->SetSystemAllocator(new (place.data()) LargePages(allocator->GetSystemAllocator()));
}

} // namespace
