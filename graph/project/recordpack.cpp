// SPDX-License-Identifier: Apache-2.0
#include "graph/project/recordpack.h"

#include "graph/base/zstandard.h"
#include "graph/project/recordfields.h"
#include "graph/text/sourcetext.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace entente
{

namespace
{

using Trouble = std::invalid_argument;

constexpr std::size_t checksumSize = 4;

/// The magic number of Zstandard begins so; what is not compressed begins with a zero, as the id of
/// the article is yet to be said.
constexpr char frameBegins = '\x28';

/// How much longer than its frame a pack may be: a file from elsewhere must not fill the memory,
/// where a list of zeros takes 32 times as much again. Those of real articles are 2 to 3 times as
/// long.
constexpr std::size_t longestTimes = 64;

std::uint32_t checksumOf(std::string_view bytes)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

// The numbers that values have in files: a value that is put in between would bend what is there.
template <class Enum>
constexpr Enum lastOf;
template <>
constexpr QuoteStatus lastOf<QuoteStatus> = QuoteStatus::Missing;
static_assert(int(QuoteStatus::Exact) == 0 && int(QuoteStatus::Moved) == 1 &&
              int(QuoteStatus::Missing) == 2);
template <>
constexpr QuoteSource lastOf<QuoteSource> = QuoteSource::Sentence;
static_assert(int(QuoteSource::Evidence) == 0 && int(QuoteSource::Sentence) == 1);
template <>
constexpr Origin lastOf<Origin> = Origin::ByHand;
static_assert(int(Origin::Annotated) == 0 && int(Origin::ByHand) == 1);
template <>
constexpr Modality lastOf<Modality> = Modality::DidNotHappen;
static_assert(int(Modality::Happened) == 0 && int(Modality::Announced) == 1 &&
              int(Modality::Planned) == 2 && int(Modality::Expected) == 3 &&
              int(Modality::Proposed) == 4 && int(Modality::Speculated) == 5 &&
              int(Modality::DidNotHappen) == 6);
template <>
constexpr Factuality lastOf<Factuality> = Factuality::Uu;
static_assert(int(Factuality::CTplus) == 0 && int(Factuality::PRplus) == 1 &&
              int(Factuality::PSplus) == 2 && int(Factuality::CTminus) == 3 &&
              int(Factuality::PRminus) == 4 && int(Factuality::PSminus) == 5 &&
              int(Factuality::CTu) == 6 && int(Factuality::Uu) == 7);

class Packer
{
public:
    explicit Packer(ArticleId article)
        : m_article(article)
    {
    }

    template <class Value>
    Packer& operator()(const char* /*name*/, const Value& value)
    {
        write(value);
        return *this;
    }

    template <class Record>
        requires std::is_aggregate_v<Record>
    void write(const Record& record)
    {
        eachMember(*this, record);
    }

    std::string take()
    {
        const std::uint32_t checksum = checksumOf(m_bytes);
        for (unsigned byte = 0; byte < checksumSize; ++byte)
            m_bytes += static_cast<char>(checksum >> 8U * byte & 0xFFU);
        return std::move(m_bytes);
    }

private:
    void writeNumber(std::uint64_t number)
    {
        for (; number >= 0x80; number >>= 7U)
            m_bytes += static_cast<char>(0x80U | (number & 0x7FU));
        m_bytes += static_cast<char>(number);
    }
    void writeUuid(const Uuid& uuid)
    {
        for (const std::uint64_t half : {uuid.high, uuid.low}) {
            for (unsigned shift = 64; shift > 0; shift -= 8)
                m_bytes += static_cast<char>(half >> (shift - 8) & 0xFFU);
        }
    }
    void write(bool value) { m_bytes += value ? '\1' : '\0'; }
    void write(const std::string& text)
    {
        writeNumber(text.size());
        m_bytes += text;
    }
    void write(const Edtf& date) { write(date.text); }
    void write(TextSpan span)
    {
        writeNumber(static_cast<std::uint32_t>(span.begin));
        writeNumber(static_cast<std::uint32_t>(span.end));
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void write(Enum value)
    {
        writeNumber(static_cast<std::uint64_t>(value));
    }
    void write(ArticleId id)
    {
        const bool isIt = id == m_article;
        write(isIt && m_isSaid);
        if (!isIt || !m_isSaid)
            writeUuid(id.uuid());
        m_isSaid = true; // It is what comes first.
    }
    template <class Tag>
    void write(const Id<Tag>& id)
    {
        writeUuid(id.uuid());
    }
    void write(const Filler& filler)
    {
        write(std::holds_alternative<ClaimId>(filler));
        std::visit([this](const auto& id) { writeUuid(id.uuid()); }, filler);
    }
    template <class Value>
    void write(const std::optional<Value>& value)
    {
        write(value.has_value());
        if (value)
            write(*value);
    }
    template <class Value>
    void write(const std::vector<Value>& list)
    {
        writeNumber(list.size());
        for (const Value& value : list)
            write(value);
    }
    void write(const std::map<std::string, std::string>& map)
    {
        writeNumber(map.size());
        for (const auto& [name, value] : map) {
            write(name);
            write(value);
        }
    }

    ArticleId m_article;
    bool m_isSaid = false;
    std::string m_bytes;
};

class Unpacker
{
public:
    explicit Unpacker(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    template <class Value>
    Unpacker& operator()(const char* /*name*/, Value& value)
    {
        read(value);
        return *this;
    }

    template <class Record>
        requires std::is_aggregate_v<Record>
    void read(Record& record)
    {
        eachMember(*this, record);
    }

    bool isAtEnd() const { return m_rest.empty(); }

private:
    std::string_view take(std::uint64_t size)
    {
        if (size > m_rest.size())
            throw Trouble("it ends too early");
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }
    std::uint64_t readNumber(std::uint64_t last)
    {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).front());
            number |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte >= 0x80)
                continue;
            if (number <= last)
                return number;
            break;
        }
        throw Trouble("a number in it is too large");
    }
    Uuid readUuid()
    {
        const std::string_view bytes = take(16);
        Uuid uuid;
        for (std::size_t i = 0; i < 8; ++i) {
            uuid.high = uuid.high << 8U | static_cast<unsigned char>(bytes[i]);
            uuid.low = uuid.low << 8U | static_cast<unsigned char>(bytes[i + 8]);
        }
        return uuid;
    }
    void read(bool& value) { value = readNumber(1) == 1; }
    void read(std::string& text) { text = take(readNumber(m_rest.size())); }
    void read(Edtf& date)
    {
        std::string text;
        read(text);
        auto parsed = parseEdtf(text);
        if (!parsed)
            throw Trouble("a date in it is none");
        date = *std::move(parsed);
    }
    void read(TextSpan& span)
    {
        constexpr std::uint64_t last = std::numeric_limits<std::uint32_t>::max();
        span.begin = static_cast<int>(readNumber(last));
        span.end = static_cast<int>(readNumber(last));
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void read(Enum& value)
    {
        value = static_cast<Enum>(readNumber(static_cast<std::uint64_t>(lastOf<Enum>)));
    }
    void read(ArticleId& id)
    {
        bool isIt = false;
        read(isIt);
        id = isIt ? m_article : ArticleId(readUuid());
        if (m_article.isNil())
            m_article = id;
    }
    template <class Tag>
    void read(Id<Tag>& id)
    {
        id = Id<Tag>(readUuid());
    }
    void read(Filler& filler)
    {
        bool isClaim = false;
        read(isClaim);
        const Uuid uuid = readUuid();
        filler = isClaim ? Filler(ClaimId(uuid)) : Filler(MentionId(uuid));
    }
    template <class Value>
    void read(std::optional<Value>& value)
    {
        bool isThere = false;
        read(isThere);
        if (isThere)
            read(value.emplace());
    }
    template <class Value>
    void read(std::vector<Value>& list)
    {
        const std::uint64_t count = readNumber(m_rest.size()); // Each takes a byte at least.
        constexpr std::uint64_t atOnce = 1024;                 // What is said may be wrong by far.
        list.reserve(std::min(count, atOnce));
        for (std::uint64_t i = 0; i < count; ++i)
            read(list.emplace_back());
    }
    void read(std::map<std::string, std::string>& map)
    {
        for (std::uint64_t count = readNumber(m_rest.size()); count > 0; --count) {
            std::string name;
            read(name);
            read(map[std::move(name)]);
        }
    }

    std::string_view m_rest;
    ArticleId m_article;
};

std::uint32_t storedChecksum(std::string_view bytes)
{
    std::uint32_t checksum = 0;
    for (unsigned byte = 0; byte < checksumSize; ++byte)
        checksum |= std::uint32_t{static_cast<unsigned char>(bytes[byte])} << 8U * byte;
    return checksum;
}

Expected<ArticleRecords, std::string> unpackedPlain(std::string_view bytes)
{
    if (bytes.size() < checksumSize)
        return Unexpected{std::string("it ends too early")};
    const std::string_view said = bytes.substr(0, bytes.size() - checksumSize);
    if (checksumOf(said) != storedChecksum(bytes.substr(said.size())))
        return Unexpected{std::string("its checksum is that of other bytes")};
    try {
        Unpacker unpacker(said);
        ArticleRecords records;
        unpacker.read(records);
        if (!unpacker.isAtEnd())
            return Unexpected{std::string("it goes on behind its end")};
        records.article.text = std::make_shared<const SourceText>();
        return records;
    } catch (const Trouble& trouble) {
        return Unexpected{std::string(trouble.what())};
    }
}

} // namespace

std::string packed(const ArticleRecords& records)
{
    Packer packer(records.article.id);
    packer.write(records);
    std::string plain = packer.take();
    // A frame of fewer bytes is hardly any shorter.
    constexpr std::size_t worthwhile = 256;
    if (plain.size() < worthwhile)
        return plain;
    std::string frame = compressed(plain);
    const bool isShorter = frame.size() < plain.size();
    return isShorter && plain.size() <= frame.size() * longestTimes ? std::move(frame)
                                                                    : std::move(plain);
}

Expected<ArticleRecords, std::string> unpacked(std::string_view bytes)
{
    if (!bytes.starts_with(frameBegins))
        return unpackedPlain(bytes);
    const std::optional<std::string> plain = decompressed(bytes, bytes.size() * longestTimes);
    return plain ? unpackedPlain(*plain)
                 : Unexpected{std::string("what is compressed in it is damaged")};
}

} // namespace entente
