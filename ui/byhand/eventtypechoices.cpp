// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/eventtypechoices.h"

#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/fold.h"
#include "ui/text/qtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente
{

namespace
{

/// How many letters two words begin with alike: "visited" and "Visit" five.
int sameBeginning(const std::string& a, const std::string& b)
{
    const auto [mine, other] = std::ranges::mismatch(a, b);
    return static_cast<int>(mine - a.begin());
}

QString toldSo(int count)
{
    return count == 0 ? QString()
                      : QCoreApplication::translate("EventTypeChoices", "told so %Ln time(s)",
                                                    nullptr, count);
}

} // namespace

EventTypeChoices::EventTypeChoices(const Store& store, const Ontology& ontology,
                                   const std::string& words, Theme theme)
    : m_ontology(ontology)
    , m_words(folded(words))
    , m_theme(theme)
{
    for (const ArticleId article : store.articles()) {
        for (const Mention& mention : store.records(article).mentions) {
            if (ontology.knowsEvent(mention.type) && mention.text.size() <= 2 * words.size() &&
                folded(mention.text) == m_words)
                ++m_told[mention.type];
        }
    }
}

QList<Choice> EventTypeChoices::matching(const QString& typed) const
{
    constexpr int alikeAtLeast = 4; // Letters; two words may share fewer by chance.
    const std::string wanted = folded(toUtf8(typed));
    struct Ranked
    {
        const EventType* type;
        int told;
        int alike;
    };
    std::vector<Ranked> ranked;
    for (const std::string& name : m_ontology.eventOrder) {
        const EventType& type = m_ontology.event(name);
        const std::string label = folded(type.label);
        if (!wanted.empty() && label.find(wanted) == std::string::npos)
            continue;
        const auto count = m_told.find(name);
        const int alike = sameBeginning(label, m_words);
        ranked.push_back(
            {&type, count == m_told.end() ? 0 : count->second, alike < alikeAtLeast ? 0 : alike});
    }
    std::ranges::stable_sort(ranked, std::ranges::greater{},
                             [](const Ranked& each) { return std::pair(each.told, each.alike); });
    QList<Choice> choices;
    for (const Ranked& each : ranked)
        choices.push_back({.words = toQString(each.type->label),
                           .below = {},
                           .detail = toldSo(each.told),
                           .shape = Shape::Card,
                           .colour = colourOf(
                               (m_theme == Theme::Light ? each.type->light : each.type->dark).line),
                           .value = toQString(each.type->name)});
    return choices;
}

} // namespace entente
