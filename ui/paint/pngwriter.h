// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSize>

#include <utility>
#include <vector>

class QImage;
struct png_info_def;
struct png_struct_def;

namespace entente
{

/// Writes a PNG from the top down, a band of rows at a time, so that a picture of any size needs
/// the memory of one band.
class PngWriter
{
public:
    struct Meant
    {
        int dotsAMetre = 0; ///< How large it is meant to be.
        bool hasAlpha = false;
        /// Key, as the PNG specification lists them ("Title"), and words in UTF-8.
        std::vector<std::pair<QByteArray, QByteArray>> words;
    };

    PngWriter(QSize size, const Meant& meant);
    ~PngWriter();
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;
    PngWriter(PngWriter&&) = delete;
    PngWriter& operator=(PngWriter&&) = delete;

    /// The next rows: those of an image of the format RGB32, with an alpha ARGB32, that is as wide
    /// as the picture.
    void add(const QImage& image, int first, int count);
    /// After the last band. @returns an empty one when memory ran out.
    QByteArray take();

private:
    template <class Step>
    void guarded(Step step);

    png_struct_def* m_png = nullptr;
    png_info_def* m_info = nullptr;
    QByteArray m_bytes;
    bool m_failed = false;
};

} // namespace entente
