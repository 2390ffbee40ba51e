// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/annotator.h"

#include "graph/byhand/claiming.h"
#include "graph/byhand/marking.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/claimeditor.h"
#include "ui/byhand/markstrip.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
#include "ui/panels/insentence.h"
#include "ui/text/qtext.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/workspace.h"

#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

/// Keys that are the window's elsewhere.
bool isOurs(const QKeyEvent& event)
{
    const bool isPlain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isSign = event.key() == Qt::Key_BracketLeft || event.key() == Qt::Key_BracketRight;
    return event.key() == Qt::Key_F6 ||
           (isPlain && ((event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9) ||
                        (event.key() >= Qt::Key_A && event.key() <= Qt::Key_Z) || isSign ||
                        event.key() == Qt::Key_Delete));
}

} // namespace

Annotator::Annotator(const AnnotatorParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_proposer(parts.workspace)
    , m_box(new AskBox(&parts.window))
    , m_strip(new MarkStrip)
    , m_editor(new ClaimEditor)
    , m_desk{parts.workspace, parts.reader, *m_box, parts.message, m_proposer}
    , m_names(m_desk, nullptr)
    , m_claim(m_desk, *m_editor, m_names, nullptr)
{
    parts.reader.addBelow(m_strip);
    parts.reader.addBelow(m_editor);
    m_editor->hide();
    wire();
    setStyle(Style::of(Theme::Light));
    followArticle();
}

void Annotator::wire()
{
    m_parts.reader.text().installEventFilter(this);
    m_parts.reader.installEventFilter(this);
    m_parts.reader.setTaker([this](int codePoint) { return takeClick(codePoint); });
    connect(&m_parts.reader, &ArticleReader::shown, this, &Annotator::followArticle);
    connect(&m_parts.reader.text(), &QTextEdit::selectionChanged, this, &Annotator::showSelected);
    connect(m_strip, &MarkStrip::chosen, this, &Annotator::mark);
    connect(m_strip, &MarkStrip::letterWanted, this, &Annotator::askForLetter);
    connect(m_strip, &MarkStrip::offerTaken, this, [this] { takeCommand(Qt::Key_M, false); });
    connect(&m_proposer, &Proposer::suggested, this, [this] {
        TextSpans spans;
        for (const NameSuggestion& each : m_proposer.suggestions())
            spans.push_back(each.span);
        m_parts.reader.text().setProposed(spans);
        showOffer();
    });
    connect(&m_names, &NameMarking::placesChanged, this, [this] {
        if (std::exchange(m_isPreviewing, false))
            m_parts.reader.showAmber();
        showOffer();
    });
    connect(&m_names, &NameMarking::marked, &m_claim, &ClaimWriting::filled);
    connect(&m_claim, &ClaimWriting::changed, this, [this] {
        makeRoom();
        showOffer();
    });
    m_names.setAfter(
        [this](const HandBase& base, MentionId mention) { return m_claim.fill(base, mention); });
}

void Annotator::setStyle(const Style& style)
{
    m_box->setStyle(style);
    m_strip->setStyle(style);
    m_editor->setStyle(style);
    m_names.setTheme(style.theme);
    m_claim.setTheme(style.theme);
}

void Annotator::followArticle()
{
    const ArticleId article = m_parts.reader.article();
    const bool isThere = m_parts.workspace.store().article(article) != nullptr;
    leaveWhatIsGone(article);
    m_strip->setVisible(isThere);
    m_strip->setTypes(markTypes(m_parts.workspace.ontology()));
    m_proposer.lookAt(article);
    if (!m_claim.claim().isNil())
        m_claim.showAgain();
    m_claim.showAllArcs(m_claim.showsAllArcs());
    if (m_isPreviewing)
        m_parts.reader.text().setAmber(m_names.places());
    showSelected();
}

/// Nothing that was begun in one text goes on in another: its places are none of the other's.
void Annotator::leaveWhatIsGone(ArticleId article)
{
    const Store& store = m_parts.workspace.store();
    const Article* now = store.article(article);
    const std::shared_ptr<const SourceText> text = now == nullptr ? nullptr : now->text;
    const bool isSame = article == m_article && text != nullptr && m_read != nullptr &&
                        (text == m_read || *text == *m_read);
    m_article = article;
    m_read = text;
    if (!isSame)
        m_box->leave();
    if (!isSame || store.mention(m_relationFrom) == nullptr)
        m_relationFrom = {};
    if (!isSame || store.mention(m_moved) == nullptr)
        m_moved = {};
    if (!isSame || store.mention(m_names.last()) == nullptr)
        m_names.forgetPlaces();
}

void Annotator::showSelected()
{
    const ArticleId article = m_parts.reader.article();
    const Article* read = m_parts.workspace.store().article(article);
    const TextSpan selected = m_parts.reader.text().selected();
    const QString words = read == nullptr || selected.isEmpty()
                              ? QString()
                              : m_parts.reader.text().textCursor().selectedText().simplified();
    m_strip->showSelected(visibleForm(words));
    showOffer();
}

/// What can be done next, the nearest at hand first.
void Annotator::showOffer()
{
    if (!m_relationFrom.isNil()) {
        const Mention* from = m_parts.workspace.store().mention(m_relationFrom);
        return m_strip->offer(from == nullptr ? QString()
                                              : tr("Click what “%1” is related to, or Esc.")
                                                    .arg(inSentence(toQString(from->text))),
                              {});
    }
    if (!m_moved.isNil())
        return m_strip->offer(tr("Select the words that it shall cover, then Enter; or Esc."), {});
    if (m_isPreviewing) // The cursor may stand in a suggestion: it is not what is asked.
        return m_strip->offer(tr("These %Ln place(s) are marked with Enter, or left with Esc.",
                                 nullptr, m_names.placesLeft()),
                              {});
    if (const NameSuggestion* each = m_names.suggestionAtCursor(); each != nullptr)
        return m_strip->offer(tr("“%1” may be %2. Enter marks it, Del leaves it for good.")
                                  .arg(inSentence(toQString(each->words)),
                                       inSentence(toQString(each->choices.front().name))),
                              {});
    if (const int places = m_names.placesLeft(); places > 0)
        return m_strip->offer(
            tr("“%1” stands in %Ln other place(s), too.", nullptr, places).arg(m_names.lastWords()),
            tr("Mark Them (M)"));
    const auto count = static_cast<int>(m_proposer.suggestions().size());
    m_strip->offer(
        count == 0 ? QString()
                   : tr("%Ln known name(s) not marked yet: F6 goes to the next.", nullptr, count),
        {});
}

bool Annotator::takeClick(int codePoint)
{
    if (!m_relationFrom.isNil()) {
        const auto& marks = m_parts.reader.text().marks();
        if (const ArticleMark* words = wordsAt(marks, {codePoint, codePoint + 1}))
            endRelation(words->mention);
        return true;
    }
    if (m_claim.armed() >= 0 && takeSuggestion(codePoint))
        return true;
    if (m_claim.take(codePoint))
        return true;
    for (const ArticleMark& mark : m_parts.reader.text().marks()) {
        if (mark.use != MarkUse::Trigger || !mark.span.contains(codePoint))
            continue;
        if (const ClaimId claim = claimFrom(m_desk.base(), mark.mention); !claim.isNil())
            m_claim.begin(claim);
    }
    return false;
}

/// A known name that is not marked yet is marked, and fills the role that waits.
bool Annotator::takeSuggestion(int codePoint)
{
    ArticleText& text = m_parts.reader.text();
    const NameSuggestion* suggestion = m_names.suggestionAt(codePoint);
    if (suggestion == nullptr || wordsAt(text.marks(), {codePoint, codePoint + 1}) != nullptr)
        return false;
    text.select(suggestion->span);
    m_names.accept(true);
    return true;
}

void Annotator::mark(const QString& type)
{
    if (type.isEmpty())
        return m_claim.addEvent();
    const EntityUse use = m_parts.workspace.ontology().entity(toUtf8(type)).use;
    if (use == EntityUse::Quote && !m_claim.claim().isNil())
        return m_claim.quoteWords();
    if (use == EntityUse::Date && !m_claim.claim().isNil() && !m_claim.takes(toUtf8(type)))
        return m_claim.askForDate();
    m_names.mark(type);
}

void Annotator::askForLetter(const QString& type, QPoint place)
{
    const QList<MarkType> all = markTypes(m_parts.workspace.ontology());
    const auto marked = std::ranges::find(all, type, &MarkType::type);
    const auto choices = [this](const QString& typed) {
        QList<Choice> list;
        const QString letter = typed.toUpper();
        if (letter.size() != 1 || !letter.front().isLetter())
            return list;
        const QList<MarkType> types = markTypes(m_parts.workspace.ontology());
        const auto now = std::ranges::find(types, letter.front(), &MarkType::letter);
        list.push_back(
            {.words = tr("The letter %1").arg(letter),
             .below = now == types.end() ? QString() : tr("which marks %1 now").arg(now->label),
             .detail = {},
             .shape = {},
             .colour = {},
             .value = letter});
        return list;
    };
    m_box->ask(
        {.title =
             tr("%1: which letter shall mark it?").arg(marked == all.end() ? type : marked->label),
         .hint = tr("One letter"),
         .typed = {},
         .choices = choices,
         .answer =
             [this, type](const QVariant& letter) {
                 setLetter(type, letter.toString().front());
                 m_strip->setTypes(markTypes(m_parts.workspace.ontology()));
             },
         .other = {},
         .otherWords = {}},
        QRect(place, QSize(1, 1)), &m_parts.reader.text());
}

bool Annotator::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_parts.reader) {
        if (event->type() == QEvent::Resize)
            makeRoom();
        return takeStep(*event);
    }
    if (event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent*>(event)))
        return true;
    if (event->type() == QEvent::ShortcutOverride && isOurs(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

/// From anywhere in the panel, F6 goes to the next suggestion, as the strip in it says.
bool Annotator::takeStep(QEvent& event)
{
    if (event.type() != QEvent::ShortcutOverride && event.type() != QEvent::KeyPress)
        return false;
    const auto& key = static_cast<const QKeyEvent&>(event);
    const bool isBack = key.modifiers() == Qt::ShiftModifier;
    if (key.key() != Qt::Key_F6 || (key.modifiers() != Qt::NoModifier && !isBack))
        return false;
    event.accept();
    if (event.type() == QEvent::KeyPress) {
        m_parts.reader.text().setFocus(Qt::ShortcutFocusReason);
        m_names.step(isBack ? -1 : 1);
    }
    return true;
}

/// The text has the room that the buttons and the list can do without.
void Annotator::makeRoom()
{
    constexpr int roomEnough = 560;  // Below it the text had less room than the buttons.
    constexpr int roomForAll = 1000; // For the list, some lines of the text, and the event.
    const bool isFilling = !m_claim.claim().isNil();
    m_strip->setCompact(m_parts.reader.height() < roomEnough || isFilling);
    ArticleText& text = m_parts.reader.text();
    // The sentence with its neighbours; but no window grows for it.
    text.setMinimumHeight(isFilling ? std::min(text.heightOfLines(5), m_parts.reader.height() / 4)
                                    : 0);
    m_parts.reader.setListAway(isFilling && m_parts.reader.height() < roomForAll);
}

bool Annotator::takeKey(const QKeyEvent& event)
{
    const Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = held == Qt::NoModifier;
    if (event.key() == Qt::Key_F6 && (isPlain || held == Qt::ShiftModifier)) {
        m_names.step(isPlain ? 1 : -1);
        return true;
    }
    if (!isPlain)
        return false;
    const bool hasSelection = !m_parts.reader.text().selected().isEmpty();
    if (takeCommand(event.key(), hasSelection))
        return true;
    const QString typed = event.text().toUpper();
    return typed.size() == 1 && takeLetter(typed.front(), hasSelection);
}

bool Annotator::takeCommand(int key, bool hasSelection)
{
    switch (key) {
    case Qt::Key_Escape:
        return leave();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_isPreviewing)
            return true; // Neither a mark nor a suggestion is what is asked about.
        if (m_names.suggestionAtCursor() != nullptr)
            m_names.refuse();
        else
            m_names.unmark();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_moved.isNil()) {
            endMove();
            return true;
        }
        if (m_isPreviewing) {
            m_names.markPlaces();
            return true;
        }
        if (m_names.suggestionAtCursor() == nullptr)
            return false;
        m_names.accept(!hasSelection);
        return true;
    case Qt::Key_M:
        if (hasSelection || m_names.placesLeft() == 0)
            return false;
        m_isPreviewing = true;
        m_parts.reader.text().setAmber(m_names.places());
        if (!m_parts.reader.text().isInView(m_names.places().front()))
            m_parts.reader.text().scrollTo(m_names.places().front());
        showOffer();
        return true;
    default:
        return false;
    }
}

bool Annotator::leave()
{
    if (!m_relationFrom.isNil() || !m_moved.isNil()) {
        m_relationFrom = {};
        m_moved = {};
        showOffer();
    } else if (m_isPreviewing || m_names.placesLeft() > 0) {
        m_names.forgetPlaces();
    } else if (m_claim.armed() >= 0) {
        m_claim.arm(-1);
    } else if (!m_claim.claim().isNil()) {
        m_claim.end();
    } else {
        return false;
    }
    return true;
}

bool Annotator::takeLetter(QChar letter, bool hasSelection)
{
    if (!m_claim.claim().isNil() && letter >= u'1' && letter <= u'9') {
        const int role = letter.unicode() - u'1';
        m_claim.arm(role == m_claim.armed() ? -1 : role);
        return true;
    }
    if ((!hasSelection || letter == u'[' || letter == u']') && takeClaimLetter(letter))
        return true;
    const QList<MarkType> types = markTypes(m_parts.workspace.ontology());
    const auto found = std::ranges::find(types, letter, &MarkType::letter);
    if (found == types.end() || (!hasSelection && !takeWord(*found)))
        return false;
    mark(found->type);
    return true;
}

/// Of an event the word at the cursor is enough: what happened is mostly one.
bool Annotator::takeWord(const MarkType& type)
{
    ArticleText& text = m_parts.reader.text();
    const int at = text.selected().begin;
    TextSpan word = text.wordAt(at);
    if (word.isEmpty())
        word = text.wordAt(at - 1); // Behind its last letter the cursor is still at it.
    if (!type.type.isEmpty() || !m_claim.claim().isNil() || word.isEmpty())
        return false;
    text.select(word);
    return true;
}

/// With nothing selected, letters are about the event that is written about.
bool Annotator::takeClaimLetter(QChar letter)
{
    if (letter == u'R' || letter == u'W' || letter == u'I') {
        if (letter == u'R')
            beginRelation();
        else if (letter == u'W')
            beginMove();
        else
            m_names.askWhoElse();
        return true;
    }
    if (letter == u'G') {
        m_claim.showAllArcs(!m_claim.showsAllArcs());
        return true;
    }
    if (m_claim.claim().isNil())
        return false;
    std::vector<std::optional<Modality>> all(allModalities.begin(), allModalities.end());
    all.emplace_back();
    const auto modality = std::ranges::find(all, letter, [](auto each) { return letterOf(each); });
    if (modality != all.end())
        m_claim.setModality(*modality);
    else if (letter == u'T')
        m_claim.takeProposal();
    else if (letter == u'J')
        m_claim.askForSame();
    else if (letter == u'D')
        m_claim.askForDate();
    else if (letter == u'Q')
        m_claim.quoteWords();
    else if (letter == u'F')
        m_claim.askForFactuality();
    else if (letter == u'X')
        m_claim.turnPolarity();
    else if (letter == u'C')
        m_claim.turnAspect();
    else if (letter == u'Y' || letter == u'L')
        armRole(letter == u'Y' ? "Source" : "Place");
    else if (letter == u'[' || letter == u']')
        m_claim.drawQuote(letter == u']');
    else
        return false;
    return true;
}

/// Who says so, and where it was, are asked of most events; pressed again, nothing waits.
void Annotator::armRole(const std::string& name)
{
    const int role = m_claim.roleNamed(name);
    if (role < 0)
        m_parts.message.showPassing(
            tr("This type of event has no role “%1”.").arg(toQString(name)));
    else
        m_claim.arm(role == m_claim.armed() ? -1 : role);
}

void Annotator::beginMove()
{
    m_moved = m_names.markedAtCursor();
    if (m_parts.workspace.store().mention(m_moved) == nullptr) {
        m_moved = {};
        m_parts.message.showPassing(
            tr("Set the cursor into marked words first: W draws the mark over others."));
    }
    showOffer();
}

void Annotator::endMove()
{
    const TextSpans words = m_desk.wordsToMark();
    const Mention* mention = m_parts.workspace.store().mention(m_moved);
    if (words.empty() || mention == nullptr)
        return;
    const QString before = inSentence(toQString(mention->text));
    if (m_desk.perform(moveMark(m_desk.base(), m_moved, words),
                       tr("Move the mark “%1”").arg(before))) {
        m_moved = {};
        const int end = words.back().end; // Letters are about the event again.
        m_parts.reader.text().select({end, end});
    }
    showOffer();
}

void Annotator::beginRelation()
{
    const MentionId mention = m_names.markedAtCursor();
    if (m_parts.workspace.store().mention(mention) == nullptr) {
        m_parts.message.showPassing(
            tr("Set the cursor into marked words first: R relates them to others."));
        return;
    }
    m_relationFrom = mention;
    showOffer();
}

QStringList Annotator::relationsBetween(MentionId one, MentionId other) const
{
    QStringList names;
    for (const auto& [name, relation] : m_parts.workspace.ontology().relations) {
        if (entente::addRelation(m_desk.base(), name, one, other))
            names.push_back(toQString(name));
    }
    return names;
}

void Annotator::endRelation(MentionId other)
{
    const MentionId one = m_relationFrom;
    const QStringList names = relationsBetween(one, other);
    if (names.isEmpty()) {
        m_parts.message.showPassing(tr("Nothing in this vocabulary relates the two."));
        return;
    }
    m_relationFrom = {};
    showOffer();
    if (names.size() == 1)
        return addRelation(names.front(), one, other);
    const auto choices = [this, names](const QString& typed) {
        QList<Choice> list;
        for (const QString& name : names) {
            const QString label =
                toQString(m_parts.workspace.ontology().relation(toUtf8(name)).label);
            if (label.contains(typed, Qt::CaseInsensitive) ||
                name.contains(typed, Qt::CaseInsensitive))
                list.push_back({.words = label,
                                .below = {},
                                .detail = name,
                                .shape = {},
                                .colour = {},
                                .value = name});
        }
        return list;
    };
    const Mention* words = m_parts.workspace.store().mention(other);
    m_box->ask({.title = tr("How are they related?"),
                .hint = tr("Type a relation"),
                .typed = {},
                .choices = choices,
                .answer = [this, one, other](
                              const QVariant& name) { addRelation(name.toString(), one, other); },
                .other = {},
                .otherWords = {}},
               m_desk.placeOf(hullOf(words->spans)), &m_parts.reader.text());
}

void Annotator::addRelation(const QString& type, MentionId one, MentionId other)
{
    const auto made = entente::addRelation(m_desk.base(), toUtf8(type), one, other);
    if (!made) {
        m_desk.refuse(made.error());
        return;
    }
    const QString label = toQString(m_parts.workspace.ontology().relation(toUtf8(type)).label);
    if (!m_desk.perform(made->edit, tr("Relate: %1").arg(label)))
        return;
    m_claim.showRelation(made->claim);
    const auto wordsOf = [this](MentionId id) {
        return inSentence(toQString(m_parts.workspace.store().mention(id)->text));
    };
    m_parts.message.showPassing(tr("“%1” and “%2” are related: %3. Undo takes it back.")
                                    .arg(wordsOf(one), wordsOf(other), label));
}

} // namespace entente
