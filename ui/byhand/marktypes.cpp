// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/marktypes.h"

#include "ui/text/qtext.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QSettings>

namespace entente
{

namespace
{

QString keyOf(const QString& type) { return QStringLiteral("annotate/letters/") + type; }

const QString& nameOfEvents()
{
    static const QString name = QStringLiteral("event");
    return name;
}

QChar chosenFor(const QString& type)
{
    const QString letter = QSettings().value(keyOf(type)).toString().toUpper();
    return letter.size() == 1 && letter.front().isLetter() ? letter.front() : QChar();
}

/// Of types that most vocabularies have, so that a letter means the same in all of them.
QChar usualFor(const QString& type)
{
    static const QHash<QString, QChar> letters{
        {QStringLiteral("Person"), u'P'},       {QStringLiteral("State"), u'S'},
        {QStringLiteral("Organization"), u'O'}, {QStringLiteral("Group"), u'G'},
        {QStringLiteral("Place"), u'L'},        {QStringLiteral("Position"), u'N'},
        {QStringLiteral("Date"), u'D'},         {QStringLiteral("Topic"), u'T'},
        {QStringLiteral("Item"), u'I'},         {QStringLiteral("Cue"), u'C'},
        {QStringLiteral("Quote"), u'Q'},        {nameOfEvents(), u'E'},
    };
    return letters.value(type);
}

/// The first letter of a name that nobody has; of the alphabet when all of its own are taken.
QChar freeLetter(const QString& name, const QSet<QChar>& taken)
{
    const QString letters = name.toUpper() + QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    for (const QChar letter : letters) {
        if (letter.isLetter() && letter.unicode() < 0x80 && !taken.contains(letter))
            return letter;
    }
    return {};
}

} // namespace

QList<MarkType> markTypes(const Ontology& ontology)
{
    QList<MarkType> types;
    for (const std::string& name : ontology.entityOrder) {
        const EntityType& type = ontology.entity(name);
        types.push_back({.type = toQString(type.name),
                         .label = toQString(type.label),
                         .letter = chosenFor(toQString(type.name)),
                         .shape = type.shape,
                         .light = type.light,
                         .dark = type.dark,
                         .use = type.use});
    }
    MarkType event{.type = {},
                   .label = QCoreApplication::translate("MarkTypes", "Meeting or event"),
                   .letter = chosenFor(nameOfEvents()),
                   .shape = Shape::Card,
                   .light = {},
                   .dark = {},
                   .use = EntityUse::Vertex};
    if (!ontology.eventOrder.empty()) {
        event.light = ontology.event(ontology.eventOrder.front()).light;
        event.dark = ontology.event(ontology.eventOrder.front()).dark;
    }
    types.push_front(std::move(event));
    QSet<QChar> taken;
    for (MarkType& type : types) {
        if (taken.contains(type.letter))
            type.letter = QChar();
        if (!type.letter.isNull())
            taken.insert(type.letter);
    }
    for (MarkType& type : types) {
        const QChar usual = usualFor(type.type.isEmpty() ? nameOfEvents() : type.type);
        if (!type.letter.isNull() || usual.isNull() || taken.contains(usual))
            continue;
        type.letter = usual;
        taken.insert(usual);
    }
    for (MarkType& type : types) {
        if (type.letter.isNull())
            type.letter = freeLetter(type.type.isEmpty() ? nameOfEvents() : type.type, taken);
        taken.insert(type.letter);
    }
    types.push_back(types.takeFirst());
    return types;
}

void setLetter(const QString& type, QChar letter)
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("annotate/letters"));
    for (const QString& other : settings.childKeys()) {
        if (settings.value(other).toString() == letter)
            settings.remove(other);
    }
    settings.setValue(type.isEmpty() ? nameOfEvents() : type, QString(letter.toUpper()));
}

} // namespace entente
