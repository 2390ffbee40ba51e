// SPDX-License-Identifier: Apache-2.0
#include "graph/base/zstandard.h"

#include <zstd.h>

#include <algorithm>
#include <new>
#include <thread>

namespace entente
{

namespace
{

/// Used rightly, the library fails for want of memory or of threads alone.
std::size_t checked(std::size_t result)
{
    if (ZSTD_isError(result) != 0)
        throw std::bad_alloc();
    return result;
}

/// The fastest of the usual levels: of the JSON of an import it leaves a ninth, as others do, and
/// of the rows of articles two fifths.
constexpr int level = 1;

ZSTD_CCtx* contextOf(void* context) { return static_cast<ZSTD_CCtx*>(context); }

/// This thread's: making one takes longer than the row of an article does.
ZSTD_DCtx* freshContext()
{
    thread_local std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(nullptr,
                                                                              &ZSTD_freeDCtx);
    if (!context)
        context.reset(ZSTD_createDCtx());
    if (!context)
        throw std::bad_alloc();
    checked(ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_only)); // The last may have failed.
    return context.get();
}

} // namespace

void Compressor::Free::operator()(Context* context) const { ZSTD_freeCCtx(contextOf(context)); }

Compressor::Compressor(std::size_t expectedSize)
    : m_context(static_cast<Context*>(static_cast<void*>(ZSTD_createCCtx())))
    , m_part(ZSTD_CStreamOutSize(), '\0')
{
    if (!m_context)
        throw std::bad_alloc();
    checked(ZSTD_CCtx_setParameter(contextOf(m_context.get()), ZSTD_c_compressionLevel, level));
    checked(ZSTD_CCtx_setParameter(contextOf(m_context.get()), ZSTD_c_checksumFlag, 1));
    // The library hands its threads parts of at least this size.
    constexpr std::size_t worthThreads = 1U << 20U;
    // Fails where it was built without them; then it takes longer.
    if (expectedSize >= worthThreads)
        ZSTD_CCtx_setParameter(contextOf(m_context.get()), ZSTD_c_nbWorkers,
                               static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
}

void Compressor::add(std::string_view bytes) { take(bytes, Then::GoOn); }

std::string Compressor::finish()
{
    take({}, Then::End);
    return std::move(m_frame);
}

void Compressor::take(std::string_view bytes, Then then)
{
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (bool isDone = false; !isDone;) {
        ZSTD_outBuffer out{m_part.data(), m_part.size(), 0};
        const std::size_t left =
            checked(ZSTD_compressStream2(contextOf(m_context.get()), &out, &in,
                                         then == Then::End ? ZSTD_e_end : ZSTD_e_continue));
        m_frame.append(m_part, 0, out.pos);
        isDone = then == Then::End ? left == 0 : in.pos == in.size;
    }
}

std::string compressed(std::string_view bytes)
{
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    frame.resize(
        checked(ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), level)));
    return frame;
}

std::optional<std::string> decompressed(std::string_view frame, std::size_t atMost)
{
    ZSTD_DCtx* const context = freshContext();
    // A short frame needs no longer buffer than it says; it is believed no further.
    const unsigned long long said = ZSTD_getFrameContentSize(frame.data(), frame.size());
    std::string part(std::clamp<unsigned long long>(said, 1, ZSTD_DStreamOutSize()), '\0');
    std::string bytes;
    ZSTD_inBuffer in{frame.data(), frame.size(), 0};
    while (true) {
        ZSTD_outBuffer out{part.data(), part.size(), 0};
        const std::size_t wanted = ZSTD_decompressStream(context, &out, &in);
        if (ZSTD_isError(wanted) != 0 || bytes.size() + out.pos > atMost)
            return std::nullopt;
        bytes.append(part, 0, out.pos);
        if (wanted == 0) // The frame is at its end, and so must be what we were given.
            return in.pos == in.size ? std::optional(std::move(bytes)) : std::nullopt;
        if (in.pos == in.size && out.pos == 0)
            return std::nullopt;
    }
}

} // namespace entente
