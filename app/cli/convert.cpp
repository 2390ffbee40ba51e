// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/input.h"
#include "app/cli/project.h"
#include "graph/annotation/articlefiles.h"
#include "graph/annotation/brat/reader.h"
#include "graph/annotation/brat/writer.h"
#include "graph/exchange/ententelines.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <array>
#include <ostream>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

/// What gives the types of a folder their meaning goes with it.
constexpr std::array configurationFiles{"annotation.conf", "visual.conf", "tools.conf",
                                        "kb_shortcuts.conf", "entente.json"};

fs::path normal(const fs::path& path)
{
    std::error_code error;
    const fs::path whole = fs::absolute(path, error).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

fs::path withSuffix(fs::path stem, const char* suffix)
{
    stem += suffix;
    return stem;
}

class Conversion
{
public:
    Conversion(const Arguments& arguments, fs::path out)
        : m_out(std::move(out))
    {
        for (const fs::path& path : arguments.paths)
            m_opened.push_back(normal(path));
    }

    void add(const Article& article)
    {
        const fs::path target = m_out / article.name;
        m_files[withSuffix(target, ".txt")] = article.text->utf8();
        if (article.annotation) {
            const std::string& bytes = *article.annotation;
            const Annotations read = readAnn(bytes, *article.text, article.file).annotations;
            m_files[withSuffix(target, ".ann")] = writeAnn(bytes, read, read, *article.text);
        }
        if (article.metadata)
            m_files[withSuffix(target, ".json")] = *article.metadata;
        addConfiguration(article);
    }

    /// What stands beside the articles of a folder; those of several go by other names than it has.
    void addRest()
    {
        if (m_opened.size() != 1)
            return;
        const std::string name(ententeLinesFile);
        if (auto bytes = readFile(m_opened.front() / name, ententeBytesAtMost))
            m_files[m_out / name] = *std::move(bytes);
    }

    const Files& files() const { return m_files; }

private:
    /// Of the article's folder and those above it, up to the one that was opened.
    void addConfiguration(const Article& article)
    {
        fs::path folder = fs::path(article.file).parent_path();
        fs::path target = (m_out / article.name).parent_path();
        fs::path within = fs::path(article.name).parent_path();
        while (true) {
            for (const char* name : configurationFiles) {
                if (auto bytes = readFile(folder / name))
                    m_files[target / name] = *std::move(bytes);
            }
            if (within.empty() || isOpened(folder))
                return;
            folder = folder.parent_path();
            target = target.parent_path();
            within = within.parent_path();
        }
    }

    bool isOpened(const fs::path& folder) const
    {
        return std::find(m_opened.begin(), m_opened.end(), folder) != m_opened.end();
    }

    fs::path m_out;
    std::vector<fs::path> m_opened;
    Files m_files;
};

/// Why the files must not be written where they would go.
std::optional<std::string> reasonNotToWriteAny(const Arguments& arguments, const Files& files)
{
    std::vector<std::string> there;
    for (const auto& [path, bytes] : files) {
        if (auto reason = reasonNotToWrite(arguments, path))
            return reason;
        std::error_code error;
        if (fs::exists(fs::symlink_status(path, error)))
            there.push_back(path.string());
    }
    if (there.empty() || arguments.has("force"))
        return std::nullopt;
    return fmt::format("{} to be written are there already; nothing was written; --force writes "
                       "over them",
                       firstOf(there));
}

Exit convert(const Arguments& arguments, const Streams& streams)
{
    if (!arguments.has("output"))
        return wrongUsage(streams, "convert", "-o with the folder to write into is missing");
    if (std::ranges::any_of(arguments.paths, isProject))
        return exportBratCommand().run(arguments, streams); // With all that was done in it.
    const std::optional<Corpus> corpus = readAndReport("convert", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    Conversion conversion(arguments, arguments.value("output"));
    for (const ArticleId id : corpus->store.articles())
        conversion.add(*corpus->store.article(id));
    conversion.addRest();
    const Files& files = conversion.files();
    if (const auto reason = reasonNotToWriteAny(arguments, files))
        return notDone(streams, "convert", *reason);
    if (const auto reason = writeAll(files))
        return notDone(streams, "convert", *reason);
    streams.out << counted(corpus->store.articles().size(), "article") << ", "
                << counted(files.size(), "file") << " written into "
                << plain(arguments.value("output")) << '\n';
    return Exit::Done;
}

} // namespace

Command convertCommand()
{
    return {
        "convert",
        "Writes articles and their annotation into another folder, as brat standoff.",
        {},
        {{"output", "FOLDER", "where to write to; made if it is not there", {}, "o"},
         {"force", "", "writes over files that are there already", {}, ""}},
        "Each article becomes NAME.txt, NAME.ann and NAME.json under the same name, with\n"
        "the configuration files of its folders. What was not changed comes out as it went\n"
        "in, byte for byte, lines that were not understood too. For now there is one format\n"
        "to read and one to write, so that this is a copy of what Entente can read; of a\n"
        "project it is what export-brat writes, with all that was done in it.",
        convert,
    };
}

} // namespace entente
