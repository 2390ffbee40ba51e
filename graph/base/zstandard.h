// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace entente
{

/// Compresses what comes piece by piece into one frame of Zstandard (RFC 8878) with a checksum.
/// Throws std::bad_alloc.
class Compressor
{
public:
    /// @param expectedSize about how many bytes will come; many are compressed on all cores.
    explicit Compressor(std::size_t expectedSize);

    void add(std::string_view bytes);
    /// All of the frame. @post nothing more can be added.
    std::string finish();

private:
    enum class Then {
        GoOn,
        End,
    };
    void take(std::string_view bytes, Then then);

    struct Context; // Of the library, whose header stays out of ours.
    struct Free
    {
        void operator()(Context* context) const;
    };
    std::unique_ptr<Context, Free> m_context;
    std::string m_part; ///< What the library writes into.
    std::string m_frame;
};

/// All at once, as a frame that has no checksum of its own. Throws std::bad_alloc.
std::string compressed(std::string_view bytes);

/// What was compressed. @returns nothing when this is not all of a frame, when it is damaged, or
/// when more than atMost comes of it.
std::optional<std::string> decompressed(std::string_view frame, std::size_t atMost);

} // namespace entente
