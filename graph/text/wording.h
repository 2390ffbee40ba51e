// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"

#include <array>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace entente
{

struct DateWords;

/// How the thousands of a number are parted.
enum class Thousands { OfLanguage, Together, Comma, Space, Point };

/// The program's own words in a picture, in one language, and how numbers are written there. It
/// belongs to what is written, never to the process: the same wording gives the same words in every
/// place. Names and quotes are never translated. Cheap to copy.
class Wording
{
public:
    /// English: the words as they stand in the sources.
    Wording() = default;

    explicit Wording(Thousands thousands)
        : m_thousands(thousands)
    {
    }
    /// From a file like language/picture.ko.json. @returns what is wrong with it, for people.
    static Expected<Wording, std::string> from(std::string_view json, Thousands thousands = {});

    /// "en", "ko".
    std::string code() const;
    bool isEnglish() const { return m_data == nullptr; }

    /// The words of the language for English ones; those that it does not know stay as they are.
    std::string operator()(std::string_view english) const;
    /// The same with what stands for each {}, of which a translation may change the order: {1} {0}.
    std::string with(std::string_view english, std::initializer_list<std::string> parts) const;
    /// "14,121"
    std::string number(long long value) const;
    const DateWords& dates() const;
    /// With months in short, for second lines.
    const DateWords& shortDates() const;

private:
    struct Data;

    std::shared_ptr<const Data> m_data; ///< Null: English.
    Thousands m_thousands = Thousands::OfLanguage;
};

/// What --numbers takes: "language", "plain", "comma", "space", "point".
std::string_view nameOf(Thousands thousands);
std::optional<Thousands> parseThousands(std::string_view name);
inline constexpr std::array allThousands{Thousands::OfLanguage, Thousands::Together,
                                         Thousands::Comma, Thousands::Space, Thousands::Point};

} // namespace entente
