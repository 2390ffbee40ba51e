// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossierhtml.h"

#include "graph/citing/dossier.h"
#include "graph/citing/dossierstyle.h"
#include "graph/exchange/xmltext.h"
#include "graph/model/attribution.h"
#include "graph/model/grades.h"
#include "graph/text/languagetag.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <locale>
#include <sstream>

namespace entente
{

namespace
{

using Xml = pugi::xml_node;

void set(Xml node, const char* name, const std::string& value)
{
    node.append_attribute(name).set_value(xmlText(value).c_str());
}

/// Always adds a node, were it an empty one: HTML has no <p/>.
void words(Xml node, const std::string& text)
{
    node.append_child(pugi::node_pcdata).set_value(xmlText(text).c_str());
}

Xml within(Xml parent, const char* name, const std::string& style = {})
{
    Xml node = parent.append_child(name);
    if (!style.empty())
        set(node, "class", style);
    return node;
}

/// An element on a line of its own.
Xml block(Xml parent, const char* name, const std::string& style = {})
{
    words(parent, "\n");
    return within(parent, name, style);
}

Xml say(Xml parent, const char* name, const std::string& text, const std::string& style = {})
{
    Xml node = block(parent, name, style);
    words(node, text);
    return node;
}

/// Words out of articles, which run in their own direction and turn nothing round beside them.
Xml nameWithin(Xml parent, const char* element, const std::string& text)
{
    Xml node = within(parent, element);
    set(node, "dir", "auto");
    words(node, text);
    return node;
}

/// A link, or the words alone where nobody can be led to it.
Xml linkWithin(Xml parent, const std::string& address)
{
    if (address.empty())
        return parent;
    Xml link = within(parent, "a");
    set(link, "href", address);
    return link;
}

std::string withStop(const std::string& sentence)
{
    return sentence.empty() || sentence.ends_with('.') ? sentence : sentence + ".";
}

void setLanguage(Xml node, const std::string& tag)
{
    if (isLanguageTag(tag) && tag != "en" && !tag.starts_with("en-"))
        set(node, "lang", tag);
}

class HtmlWriter
{
public:
    explicit HtmlWriter(const Dossier& dossier)
        : m_dossier(dossier)
    {
    }

    std::string run()
    {
        m_document.append_child(pugi::node_doctype).set_value("html");
        const Xml html = m_document.append_child("html");
        set(html, "xmlns", "http://www.w3.org/1999/xhtml");
        set(html, "lang", "en");
        head(block(html, "head"));
        const Xml body = block(html, "body");
        header(block(body, "header"));
        contents(block(body, "nav"));
        const Xml main = block(body, "main");
        facts(main);
        picture(main);
        claims(main);
        contests(main);
        sources(main);
        say(block(body, "footer"), "p", m_dossier.data);
        words(body, "\n");
        std::ostringstream out;
        out.imbue(std::locale::classic());
        m_document.save(out, "", pugi::format_raw | pugi::format_no_declaration,
                        pugi::encoding_utf8);
        return std::move(out).str() + '\n';
    }

private:
    void head(Xml head) const
    {
        set(block(head, "meta"), "charset", "utf-8");
        const Xml viewport = block(head, "meta");
        set(viewport, "name", "viewport");
        set(viewport, "content", "width=device-width, initial-scale=1");
        // Whatever the file says, nothing is run and nothing fetched.
        const Xml policy = block(head, "meta");
        set(policy, "http-equiv", "Content-Security-Policy");
        set(policy, "content", "default-src 'none'; style-src 'unsafe-inline'");
        say(head, "title", m_dossier.title);
        words(block(head, "style"), dossierStyle());
    }

    void header(Xml header) const
    {
        say(header, "p", m_dossier.kind, "kicker");
        nameWithin(header, "h1", m_dossier.title);
        say(header, "p", m_dossier.summary, "lead");
        if (!m_dossier.filters.empty())
            say(header, "p", "Filters: " + m_dossier.filters, "quiet");
    }

    void contents(Xml nav) const
    {
        set(nav, "aria-label", "Contents");
        const Xml list = block(nav, "ul");
        const auto item = [&](const std::string& id, const std::string& label) {
            words(linkWithin(block(list, "li"), "#" + id), label);
        };
        if (!m_dossier.facts.empty())
            item("about", "About");
        if (!m_dossier.picture.svg.empty())
            item("picture", "Picture");
        int number = 0;
        for (const DossierGroup& group : m_dossier.groups) {
            const Xml place = linkWithin(block(list, "li"), fmt::format("#claims-{}", ++number));
            headingWithin(place, group);
            if (!group.entries.front().about.empty())
                words(place, fmt::format(" ({})", group.entries.size()));
        }
        if (!m_dossier.contests.empty())
            item("contested", "Contested");
        item("sources", fmt::format("Sources ({})", m_dossier.citations.articles.size()));
    }

    static void headingWithin(Xml place, const DossierGroup& group)
    {
        if (group.isOfNames)
            nameWithin(place, "bdi", group.heading);
        else
            words(place, group.heading);
    }

    static Xml section(Xml main, const std::string& id, const std::string& heading)
    {
        const Xml section = block(main, "section");
        set(section, "id", id);
        say(section, "h2", heading);
        return section;
    }

    void facts(Xml main) const
    {
        if (m_dossier.facts.empty())
            return;
        const Xml list = block(section(main, "about", "About"), "dl");
        for (const DossierFact& fact : m_dossier.facts) {
            say(list, "dt", fact.label);
            const Xml values = block(list, "dd");
            bool isFirst = true;
            for (const DossierFact::Value& value : fact.values) {
                if (value.isRemark) {
                    say(values, "span", value.text, "remark");
                    continue;
                }
                if (!isFirst)
                    words(values, " · ");
                isFirst = false;
                const Xml place = linkWithin(values, value.address);
                if (value.isName)
                    nameWithin(place, "bdi", value.text);
                else
                    words(place, value.text);
            }
        }
    }

    void picture(Xml main) const
    {
        pugi::xml_document drawing;
        if (m_dossier.picture.svg.empty() ||
            !drawing.load_buffer(m_dossier.picture.svg.data(), m_dossier.picture.svg.size(),
                                 pugi::parse_default | pugi::parse_ws_pcdata_single))
            return;
        Xml figure = block(section(main, "picture", "Picture"), "figure");
        // On a phone it is wider than the screen, and names can be read; keys move it, too.
        Xml frame = block(figure, "div", "drawing");
        set(frame, "tabindex", "0");
        set(frame, "role", "group");
        set(frame, "aria-label", "Picture");
        Xml svg = frame.append_copy(drawing.document_element());
        set(svg, "role", "img");
        set(svg, "aria-labelledby", "picture-title picture-desc");
        svg.remove_child("title");
        Xml desc = svg.prepend_child("desc");
        set(desc, "id", "picture-desc");
        words(desc,
              fmt::format("{}{}{} All of it is listed under the headings below.",
                          m_dossier.picture.words, m_dossier.picture.caption.empty() ? "" : " ",
                          withStop(m_dossier.picture.caption)));
        Xml title = svg.prepend_child("title");
        set(title, "id", "picture-title");
        words(title, m_dossier.title);
        if (!m_dossier.picture.caption.empty())
            say(figure, "figcaption", m_dossier.picture.caption);
    }

    void claims(Xml main) const
    {
        if (m_dossier.groups.empty())
            return;
        const Xml all = section(main, "claims", "What is claimed");
        int number = 0;
        for (const DossierGroup& group : m_dossier.groups) {
            const Xml part = block(all, "section");
            set(part, "id", fmt::format("claims-{}", ++number));
            headingWithin(block(part, "h3", group.isOfNames ? "names" : ""), group);
            if (!group.remark.empty())
                say(part, "p", group.remark, "quiet");
            for (const DossierEntry& entry : group.entries)
                this->entry(part, entry);
        }
    }

    void entry(Xml parent, const DossierEntry& entry) const
    {
        const Citation& citation =
            m_dossier.citations.notes.at(static_cast<std::size_t>(entry.citation) - 1);
        const Xml article = block(parent, "article");
        if (!entry.about.empty())
            nameWithin(block(article, "h4"), "bdi", entry.about);
        const std::string line = lineOf(entry, citation);
        if (!line.empty())
            say(article, "p", line, "part");
        list(article, citation.claims);
    }

    void list(Xml parent, const std::vector<CitedClaim>& claims) const
    {
        const Xml list = block(parent, "ul", "claims");
        for (const CitedClaim& claim : claims) {
            const Xml item = block(list, "li");
            if (!claim.excerpt.text.empty())
                quote(item, claim);
            said(block(item, "p", "said"), claim);
        }
    }

    static void quote(Xml parent, const CitedClaim& claim)
    {
        const Xml quote = block(parent, "blockquote");
        const Xml line = within(quote, "p");
        setLanguage(line, claim.language);
        set(line, "dir", "auto");
        const SourceText text(claim.excerpt.text);
        int at = 0;
        for (const TextSpan mark : claim.excerpt.marks) {
            words(line, std::string(text.slice(TextSpan{at, mark.begin})));
            words(within(line, "mark"), std::string(text.slice(mark)));
            at = mark.end;
        }
        words(line, std::string(text.slice(TextSpan{at, text.size()})));
    }

    /// How surely, of when, who says so, and where: parted by dots.
    void said(Xml line, const CitedClaim& claim) const
    {
        bool isFirst = true;
        const auto part = [&](const char* element, const std::string& text,
                              const std::string& style) {
            if (text.empty())
                return;
            if (!isFirst)
                words(line, " · ");
            isFirst = false;
            const Xml node = within(line, element, style);
            set(node, "dir", "auto");
            words(node, text);
        };
        part("strong", claim.sureness, {});
        part("bdi", claim.dates, {});
        part("bdi", claim.speaker, {});
        part("bdi", claim.graded, {});
        part("bdi", claim.warning, "warning");
        for (const std::string& note : claim.notes)
            part("bdi", "Note: " + note, {});
        if (claim.article == 0)
            return;
        if (!isFirst)
            words(line, " · ");
        reference(line, claim.article);
    }

    void reference(Xml line, int number) const
    {
        const CitedArticle& article =
            m_dossier.citations.articles.at(static_cast<std::size_t>(number) - 1);
        nameWithin(linkWithin(line, webAddress(article.address)), "cite", placeOf(article));
        words(line, "\u00a0");
        const Xml link = linkWithin(line, fmt::format("#s{}", number));
        set(link, "aria-label", fmt::format("Source {}", number));
        words(link, fmt::format("[{}]", number));
    }

    void contests(Xml main) const
    {
        if (m_dossier.contests.empty())
            return;
        const Xml all = section(main, "contested", "Contested");
        say(all, "p", "The earlier report comes first; neither side is preferred.", "quiet");
        for (const DossierContest& contest : m_dossier.contests) {
            const Xml part = block(all, "section", "contest");
            const Xml heading = block(part, "h3");
            nameWithin(heading, "bdi", contest.event);
            words(heading, " – " + contest.about);
            const Xml sides = block(part, "div", "sides");
            for (const DossierContest::Side& side : contest.sides) {
                const Xml card = block(sides, "section");
                nameWithin(card, "h4", side.says);
                list(card, side.claims);
            }
        }
    }

    void sources(Xml main) const
    {
        const Xml all = section(main, "sources", "Sources");
        say(all, "p", gradesInWords(), "quiet");
        const Xml list = block(all, "ol", "sources");
        if (m_dossier.citations.articles.empty())
            words(block(list, "li"), "None: analysts’ judgements alone.");
        for (const CitedArticle& article : m_dossier.citations.articles) {
            const Xml item = block(list, "li");
            set(item, "id", fmt::format("s{}", article.number));
            const Xml title =
                nameWithin(linkWithin(item, webAddress(article.address)), "cite", article.title);
            setLanguage(title, article.language);
            sourceLine(item, article);
        }
    }

    static void sourceLine(Xml item, const CitedArticle& article)
    {
        std::string line;
        const auto add = [&](const std::string& part) {
            if (!part.empty())
                line += (line.empty() ? "" : " · ") + part;
        };
        const std::string outlet = chainWords(article.chain);
        add(article.byline);
        add(outlet.empty() ? "outlet unknown" : outlet);
        add(article.published ? wordsOf(*article.published) : "date unknown");
        if (!article.language.empty() && article.language != "en")
            add("in " + wordsOfLanguage(article.language));
        if (webAddress(article.address).empty())
            add(article.address);
        add(article.reliability.empty() ? std::string("source not graded")
                                        : fmt::format("source {}, {}", article.reliability,
                                                      wordsOfSourceGrade(article.reliability)));
        const Xml quiet = within(item, "span", "quiet");
        set(quiet, "dir", "auto");
        words(quiet, line);
        if (const std::string copies = copyWords(article, {}); !copies.empty())
            words(within(item, "span", "quiet"), copies + ".");
    }

    const Dossier& m_dossier;
    pugi::xml_document m_document;
};

} // namespace

std::string dossierHtml(const Dossier& dossier) { return HtmlWriter(dossier).run(); }

} // namespace entente
