// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/words.h"

#include "graph/model/sureness.h"
#include "graph/text/datewords.h"
#include "ui/paint/statecodes.h"
#include "ui/text/qtext.h"

#include <fmt/format.h>

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente
{

namespace
{

constexpr qsizetype longestName = 300; // Code units; two lines of a card take about 60.

bool runsRightToLeft(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
}

/// The first character that a reader would count as one, in upper case.
QString firstLetter(const QString& word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool pair = word.at(i).isHighSurrogate() && i + 1 < word.size();
        const char32_t c = pair ? QChar::surrogateToUcs4(word.at(i), word.at(i + 1))
                                : char32_t(word.at(i).unicode());
        if (QChar::isLetterOrNumber(c))
            return QString::fromUcs4(&c, 1).toUpper();
        i += pair ? 1 : 0;
    }
    return {};
}

/// "of", "and", "the": words that acronyms pass over.
bool isSmall(const QString& word)
{
    return word.size() <= 3 && word == word.toLower() && word != word.toUpper();
}

QStringList wordsIn(const QString& name)
{
    QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeIf([](const QString& word) { return firstLetter(word).isEmpty(); });
    return words;
}

bool isIso3166(const std::string& authority)
{
    const QString name = toQString(authority).toLower().remove(QLatin1Char(' '));
    return name.startsWith(QLatin1String("iso3166"));
}

QChar::Script scriptOf(const QString& name)
{
    const auto* letter = std::ranges::find_if(name, [](QChar c) { return c.isLetter(); });
    return letter == name.end() ? QChar::Script_Common : letter->script();
}

QString positionOf(const Node& node)
{
    if (node.positions.empty())
        return {};
    // As written in the script of the name, so that "председатель" does not stand under "Kim
    // Jong-un" when an English article has it too; then what most claims say.
    const QChar::Script script = scriptOf(shownName(node.name));
    const auto rank = [script](const HeldPosition& position) {
        const bool same = scriptOf(shownName(position.title)) == script;
        return std::pair(same, position.claims.size());
    };
    const HeldPosition& held = *std::ranges::max_element(node.positions, {}, rank);
    QString title = nameWithin(held.title);
    const QString of = nameWithin(held.of);
    if (of.isEmpty() || title.contains(of, Qt::CaseInsensitive))
        return title;
    return title.isEmpty() ? of : QString(title % QLatin1String(", ") % of);
}

/// "happened 3, expected 1" in another language.
std::string countsIn(const ModalityCounts& counts, const Wording& wording)
{
    std::string words;
    const auto add = [&](std::optional<Modality> modality) {
        if (const int count = countOf(counts, modality); count > 0)
            words += fmt::format("{}{} {}", words.empty() ? "" : ", ", wording(wordsOf(modality)),
                                 wording.number(count));
    };
    for (const Modality modality : allModalities)
        add(modality);
    add(std::nullopt);
    return words;
}

} // namespace

QString shownName(const std::string& name)
{
    QString words = visibleForm(toQString(std::string_view(name))).simplified();
    if (words.size() > longestName) {
        words = words.left(longestName / 2) + QChar(0x2026) + words.right(longestName / 2);
    }
    return words;
}

QString nameWithin(const std::string& name)
{
    const QString words = shownName(name);
    return runsRightToLeft(words) ? QString(QChar(0x2068) % words % QChar(0x2069)) : words;
}

QString initialsOf(const QString& name)
{
    const QStringList words = wordsIn(name);
    if (words.isEmpty())
        return {};
    QString initials = firstLetter(words.front());
    if (words.size() > 1)
        initials += firstLetter(words.back());
    return initials;
}

QString acronymOf(const QString& name)
{
    const QStringList words = wordsIn(name);
    QString letters;
    qsizetype count = 0;
    for (const QString& word : words) {
        if (count == 3)
            break;
        if (words.size() > 1 && isSmall(word))
            continue;
        letters += firstLetter(word);
        ++count;
    }
    return letters;
}

QString stateCode(const Node& node)
{
    const auto iso =
        std::ranges::find_if(node.ids, [](const OutsideId& id) { return isIso3166(id.authority); });
    if (iso != node.ids.end() && !iso->entry.empty() && iso->entry.size() <= 6)
        return shownName(iso->entry).toUpper();
    if (const std::string_view code = stateCodeOf(node.name); !code.empty())
        return toQString(code);
    return acronymOf(shownName(node.name));
}

QString shortDate(const Edtf& date, const Wording& wording)
{
    return visibleForm(toQString(wordsOf(date, wording.shortDates())));
}

QString detailOf(const Node& node, const Ontology& ontology, const Wording& wording)
{
    if (node.kind == NodeKind::Entity)
        return positionOf(node);
    QStringList parts{shownName(wording(ontology.event(node.type).label))};
    if (node.date)
        parts += shortDate(*node.date, wording);
    std::string sureness = wording(surenessWords(node.modality, node.contested));
    if (node.judged)
        sureness += ", " + wording("judged");
    parts += toQString(sureness);
    return parts.join(QStringLiteral(" · "));
}

QString titleOf(const Node& node, const Ontology& ontology, const Wording& wording)
{
    if (node.kind == NodeKind::Event && !node.title.empty())
        return shownName(node.title);
    QString name = shownName(node.name);
    if (!name.isEmpty())
        return name;
    return shownName(wording(node.kind == NodeKind::Event ? ontology.event(node.type).label
                                                          : ontology.entity(node.type).label));
}

QString labelOf(const Edge& edge, const Wording& wording)
{
    if (edge.kind != EdgeKind::Tie)
        return shownName(wording(edge.label.empty() ? edge.type : edge.label));
    if (wording.isEnglish())
        return toQString(wordsOf(edge.tie().counts)); // No number without what it counts.
    return toQString(countsIn(edge.tie().counts, wording));
}

std::optional<Modality> modalityOf(const Edge& edge)
{
    if (edge.kind != EdgeKind::Tie)
        return edge.modality;
    // What did not happen makes a tie only when nothing else does.
    for (const Modality modality : allModalities) {
        if (modality != Modality::DidNotHappen && countOf(edge.tie().counts, modality) > 0)
            return modality;
    }
    if (countOf(edge.tie().counts, std::nullopt) > 0)
        return std::nullopt;
    return Modality::DidNotHappen;
}

double widthFor(int count)
{
    return std::clamp(1.25 + std::log2(std::max(count, 1)) * 0.55, 1.25, 4.0);
}

} // namespace entente
