// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/pngwriter.h"

#include <QImage>
#include <QtEndian>

#include <png.h>

#include <csetjmp>
#include <utility>

namespace entente
{

namespace
{

void append(png_structp png, png_bytep bytes, png_size_t count)
{
    static_cast<QByteArray*>(png_get_io_ptr(png))
        ->append(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(count));
}

/// Uncompressed: they are short, and can be found in the file.
std::vector<png_text> textsOf(const PngWriter::Meant& meant)
{
    std::vector<png_text> texts;
    for (const auto& [key, words] : meant.words) {
        png_text text{};
        text.compression = PNG_ITXT_COMPRESSION_NONE;
        text.key = const_cast<char*>(key.constData());    // NOLINT: libpng only reads it
        text.text = const_cast<char*>(words.constData()); // NOLINT: the same
        text.itxt_length = static_cast<png_size_t>(words.size());
        texts.push_back(text);
    }
    return texts;
}

void flushNothing(png_structp) {}
void keepQuiet(png_structp, png_const_charp) {}

} // namespace

/// libpng reports an error by a jump: a step must own nothing that has to be destroyed.
template <class Step>
void PngWriter::guarded(Step step)
{
    if (m_failed)
        return;
    if (setjmp(png_jmpbuf(m_png)) != 0) {
        m_failed = true;
        return;
    }
    step();
}

PngWriter::PngWriter(QSize size, const Meant& meant)
    : m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, keepQuiet))
    , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    , m_failed(!m_info)
{
    const std::vector<png_text> texts = textsOf(meant);
    guarded([this, size, &meant, &texts] {
        const auto dots = static_cast<png_uint_32>(meant.dotsAMetre);
        png_set_write_fn(m_png, &m_bytes, append, flushNothing);
        png_set_IHDR(m_png, m_info, static_cast<png_uint_32>(size.width()),
                     static_cast<png_uint_32>(size.height()), 8,
                     meant.hasAlpha ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
        // Of flat colours the filters make more: 52 MB for 40, and twice the time to choose them.
        png_set_filter(m_png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
        png_set_pHYs(m_png, m_info, dots, dots, PNG_RESOLUTION_METER);
        png_set_text(m_png, m_info, texts.data(), static_cast<int>(texts.size()));
        png_write_info(m_png, m_info);
        // RGB32 is one number a pixel: which of its bytes is unused hangs on the machine.
        if (Q_BYTE_ORDER == Q_LITTLE_ENDIAN)
            png_set_bgr(m_png);
        if (meant.hasAlpha && Q_BYTE_ORDER == Q_BIG_ENDIAN)
            png_set_swap_alpha(m_png);
        if (!meant.hasAlpha)
            png_set_filler(m_png, 0,
                           Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
    });
}

PngWriter::~PngWriter() { png_destroy_write_struct(&m_png, &m_info); }

void PngWriter::add(const QImage& image, int first, int count)
{
    guarded([this, &image, first, count] {
        for (int row = first; row < first + count; ++row)
            png_write_row(m_png, image.constScanLine(row));
    });
}

QByteArray PngWriter::take()
{
    guarded([this] { png_write_end(m_png, nullptr); });
    return m_failed ? QByteArray() : std::exchange(m_bytes, {});
}

} // namespace entente
