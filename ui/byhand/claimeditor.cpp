// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/claimeditor.h"

#include "ui/byhand/claimchoices.h"
#include "ui/byhand/editorroom.h"
#include "ui/byhand/quoteline.h"
#include "ui/filters/flowlayout.h"
#include "ui/panels/choicebox.h"
#include "ui/panels/displaytext.h"
#include "ui/panels/panelstyle.h"
#include "ui/text/qtext.h"

#include <QLabel>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace entente
{

namespace
{

constexpr int gap = 4;
constexpr int fillerLettersAtMost = 36; ///< As long as a button may be in a narrow panel.

/// One of them may be what was just clicked: it goes when that is over.
template <class Widget>
void retire(QWidget* parent, const QList<Widget*>& widgets)
{
    for (Widget* widget : widgets) {
        parent->layout()->removeWidget(widget);
        widget->hide();
        widget->setParent(nullptr);
        widget->deleteLater();
    }
}

} // namespace

ClaimEditor::ClaimEditor(QWidget* parent)
    : QWidget(parent)
    , m_style(Style::of(Theme::Light))
    , m_room(new EditorRoom(this))
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_roles(new QWidget(this))
    , m_modality(new ChoiceBox(this))
    , m_factuality(new ChoiceBox(this))
    , m_quote(new QuoteLine(2, this))
    , m_proposals(new QWidget(this))
{
    setObjectName(QStringLiteral("claimEditor"));
    build();
    setStyle(m_style);
}

QToolButton* ClaimEditor::makeButton(QWidget* parent, const QString& words,
                                     const QString& tip) const
{
    auto* button = new QToolButton(parent);
    button->setText(words);
    button->setToolTip(tip.isEmpty() ? tip : plainTip(tip));
    button->setFocusPolicy(Qt::TabFocus); // After a click the keys are still the text's.
    button->setFont(sized(font(), smallPixels));
    return button;
}

QToolButton* ClaimEditor::add(QLayout* row, const QString& words, const QString& tip,
                              void (ClaimEditor::*wanted)())
{
    QToolButton* button = makeButton(this, words, tip);
    connect(button, &QToolButton::clicked, this, wanted);
    row->addWidget(button);
    return button;
}

/// What grows and shrinks is above, and is scrolled where there is no room for it: the editor
/// stands on the lower edge of the panel, and no button may move away from under a hand.
void ClaimEditor::build()
{
    auto* column = new QVBoxLayout(&m_room->inner());
    column->setContentsMargins(20, 0, 16, gap);
    column->setSpacing(gap);
    for (QLabel* label : {m_title, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_roles->setLayout(new FlowLayout(gap));
    column->addWidget(m_roles);
    column->addWidget(m_hint);
    auto* proposals = new QVBoxLayout(m_proposals);
    proposals->setContentsMargins(0, 0, 0, 0);
    proposals->setSpacing(gap);
    column->addWidget(m_proposals);
    auto* evidence = new QHBoxLayout;
    evidence->addWidget(m_quote, 1);
    for (QToolButton* button :
         {add(evidence, tr("["), tr("Draw the quote narrower ([)"), &ClaimEditor::quoteNarrower),
          add(evidence, tr("]"), tr("Draw the quote wider (])"), &ClaimEditor::quoteWider)})
        evidence->setAlignment(button, Qt::AlignBottom);
    column->addLayout(evidence);

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_head = headRow();
    whole->addWidget(m_head);
    whole->addWidget(m_room);
    m_lower = lowerRows();
    whole->addWidget(m_lower);
    fillBoxes();
}

QWidget* ClaimEditor::headRow()
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(20, gap, 16, gap);
    line->addWidget(m_title, 1);
    m_done = add(line, tr("Done"), tr("Turn to something else (Esc)"), &ClaimEditor::done);
    line->setAlignment(m_done, Qt::AlignTop);
    return row;
}

QWidget* ClaimEditor::lowerRows()
{
    auto* rows = new QWidget(this);
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins(20, 0, 16, 6);
    column->setSpacing(gap);
    auto* how = new QHBoxLayout;
    how->addWidget(m_modality, 1);
    how->addWidget(m_factuality, 1);
    column->addLayout(how);
    auto* more = new FlowLayout(gap);
    m_denied = add(more, tr("Denied"), tr("The words deny it, as in “did not meet” (X)"),
                   &ClaimEditor::denialTurned);
    m_goesOn = add(more, tr("Goes on"), tr("It is under way, as in “continued” (C)"),
                   &ClaimEditor::goingOnTurned);
    m_denied->setCheckable(true);
    m_goesOn->setCheckable(true);
    m_date = add(more, tr("Date…"), tr("When it was (D)"), &ClaimEditor::dateWanted);
    m_type = add(more, tr("Type…"), tr("Another type of event"), &ClaimEditor::typeWanted);
    add(more, tr("Same As…"), tr("It speaks of a meeting that is there already (J)"),
        &ClaimEditor::sameWanted);
    add(more, tr("Delete"), tr("Take this event away (Del at its words)"),
        &ClaimEditor::deleteWanted);
    column->addLayout(more);
    return rows;
}

void ClaimEditor::fillBoxes()
{
    for (QComboBox* box : {m_modality, m_factuality}) { // Words that are long widen no panel.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->setMinimumWidth(0);
    }
    m_modality->setAccessibleName(tr("How real it is"));
    m_modality->setFocusPolicy(Qt::TabFocus);
    m_modality->addItem(tr("Unstated — %1").arg(letterOf({})));
    for (const Modality modality : allModalities)
        m_modality->addItem(QStringLiteral("%1 — %2").arg(capital(toQString(wordsOf(modality))),
                                                          QString(letterOf(modality))));
    m_factuality->setAccessibleName(tr("How sure its source is"));
    m_factuality->setFocusPolicy(Qt::TabFocus);
    m_factuality->addItem(tr("Not said how sure"));
    for (const Factuality factuality : factualitiesInOrder)
        m_factuality->addItem(QStringLiteral("%1 — %2").arg(capital(toQString(wordsOf(factuality))),
                                                            toQString(nameOf(factuality))));
    connect(m_modality, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (!m_isFilling)
            Q_EMIT modalityChosen(
                index <= 0 ? std::nullopt
                           : std::optional(allModalities.at(static_cast<std::size_t>(index - 1))));
    });
    connect(m_factuality, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (!m_isFilling)
            Q_EMIT factualityChosen(index <= 0 ? std::nullopt
                                               : std::optional(factualitiesInOrder.at(
                                                     static_cast<std::size_t>(index - 1))));
    });
}

QSize ClaimEditor::sizeHint() const
{
    return {m_room->sizeHint().width(), m_head->heightForWidth(width()) +
                                            m_room->sizeHint().height() +
                                            m_lower->heightForWidth(width())};
}

QSize ClaimEditor::minimumSizeHint() const
{
    return {0, m_head->heightForWidth(width()) + m_room->minimumSizeHint().height() +
                   m_lower->heightForWidth(width())};
}

void ClaimEditor::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void ClaimEditor::setStyle(const Style& style)
{
    m_style = style;
    QPalette palette = panelPalette(style);
    m_title->setFont(sized(font(), bodyPixels, QFont::DemiBold));
    m_quote->setFont(quoteFont(style, font(), bodyPixels));
    palette.setColor(QPalette::WindowText, style.secondaryText);
    m_hint->setPalette(palette);
    m_hint->setFont(sized(font(), smallPixels));
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing()); // As for the longest.
    paintRoles();
}

QString ClaimEditor::title() const { return m_title->text(); }

QString ClaimEditor::quote() const { return m_quote->quote(); }

void ClaimEditor::show(const ClaimView& view)
{
    m_view = view;
    m_isFilling = true;
    m_title->setText(
        view.trigger.isEmpty() ? view.type : tr("%1: “%2”").arg(view.type, isolated(view.trigger)));
    const auto indexOf = [](const auto& all, const auto& value) {
        const auto found = value ? std::ranges::find(all, *value) : all.end();
        return found == all.end() ? 0 : static_cast<int>(found - all.begin()) + 1;
    };
    m_modality->setCurrentIndex(indexOf(allModalities, view.modality));
    m_factuality->setCurrentIndex(indexOf(factualitiesInOrder, view.factuality));
    m_date->setText(view.dates.isEmpty() ? tr("Date…") : view.dates);
    m_denied->setChecked(view.polarity == QLatin1String("Negative"));
    m_goesOn->setChecked(!view.aspect.isEmpty());
    m_quote->setQuote(view.isMarked ? tr("“%1”")
                                    : tr("“%1” — the sentence, as no evidence is marked"),
                      view.quote, view.trigger);
    showRoles(view.roles);
    m_isFilling = false;
    setArmed(m_armed < view.roles.size() ? m_armed : -1);
}

void ClaimEditor::showRoles(const QList<RoleView>& roles)
{
    retire(m_roles, m_roleButtons);
    retire(m_roles, m_fillers);
    m_roleButtons.clear();
    m_fillers.clear();
    for (int number = 0; const RoleView& role : roles) {
        const QString name = role.name + (role.takesSeveral ? QStringLiteral("…") : QString()) +
                             (role.isNeeded ? QStringLiteral(" *") : QString());
        const QString tip = (role.takesSeveral ? tr("%1 can be: %2. It takes several.")
                                               : tr("%1 can be: %2. It takes one."))
                                .arg(role.name, role.takes);
        QToolButton* button = makeButton(
            m_roles, role.key.isNull() ? name : QStringLiteral("%1  %2").arg(role.key).arg(name),
            role.isNeeded ? tr("%1 It has to be filled.").arg(tip) : tip);
        const QString many = role.takesSeveral ? tr("%1, takes several").arg(role.name) : role.name;
        button->setAccessibleName(role.isNeeded ? tr("%1, has to be filled").arg(many) : many);
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, number] { Q_EMIT roleChosen(number); });
        ++number;
        m_roles->layout()->addWidget(button);
        m_roleButtons.push_back(button);
        for (const FilledView& filled : role.fillers) {
            QToolButton* filler = makeButton(
                m_roles,
                QStringLiteral("%1  ×").arg(isolated(shortened(filled.words, fillerLettersAtMost))),
                tr("Take “%1” out of this role").arg(isolated(filled.words)));
            filler->setAccessibleName(
                tr("%1: %2; press to take it out").arg(role.name, filled.words));
            connect(filler, &QToolButton::clicked, this,
                    [this, index = filled.index] { Q_EMIT emptied(index); });
            m_roles->layout()->addWidget(filler);
            m_fillers.push_back(filler);
        }
    }
    paintRoles();
}

/// A role that has to be filled has a star, and the colour of warnings; what fills one is bold.
void ClaimEditor::paintRoles()
{
    for (qsizetype i = 0; i < m_roleButtons.size(); ++i) {
        QPalette palette = panelPalette(m_style);
        palette.setColor(QPalette::ButtonText,
                         m_view.roles[i].isNeeded ? warningColour(m_style) : m_style.secondaryText);
        if (i == m_armed) { // A shade of grey alone is not seen in the dark.
            const QColor ground = blend(m_style.panel, m_style.selection, 0.45);
            for (const QPalette::ColorRole role :
                 {QPalette::Button, QPalette::Dark, QPalette::Mid, QPalette::Midlight})
                palette.setColor(role, ground);
            palette.setColor(QPalette::ButtonText, m_style.text);
        }
        m_roleButtons[i]->setPalette(palette);
    }
    for (QToolButton* filler : m_fillers)
        filler->setFont(sized(font(), smallPixels, QFont::DemiBold));
}

void ClaimEditor::setArmed(int role)
{
    m_armed = role;
    for (qsizetype i = 0; i < m_roleButtons.size(); ++i)
        m_roleButtons[i]->setChecked(i == role);
    paintRoles();
    m_hint->setText(role < 0 ? tr("A number, then a click on who or what fills the role.")
                             : tr("Click the words that are %1: %2. Esc leaves it.")
                                   .arg(m_view.roles[role].name, m_view.roles[role].takes));
}

void ClaimEditor::setProposals(const QList<ClaimProposal>& proposals)
{
    retire(m_proposals, m_proposals->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_proposalButtons.clear();
    for (int number = 0; const ClaimProposal& proposal : proposals) {
        auto* row = new QWidget(m_proposals);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto* words = new QLabel(proposal.words, row);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setFont(sized(font(), smallPixels));
        line->addWidget(words, 1);
        QToolButton* button = makeButton(row, proposal.button, {});
        connect(button, &QToolButton::clicked, this,
                [this, number] { Q_EMIT proposalTaken(number); });
        ++number;
        line->addWidget(button, 0, Qt::AlignTop);
        m_proposals->layout()->addWidget(row);
        m_proposalButtons.push_back(button);
    }
    m_proposals->setVisible(!proposals.isEmpty());
}

} // namespace entente
