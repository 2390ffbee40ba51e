// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/evidencepicker.h"

#include "graph/base/resourcefolder.h"
#include "graph/model/graph.h"
#include "graph/model/modality.h"
#include "graph/proposals/statewords.h"
#include "ui/byhand/leavequestion.h"
#include "ui/byhand/reasondialog.h"
#include "ui/byhand/sentencelist.h"
#include "ui/panels/choicebox.h"
#include "ui/panels/namefilter.h"
#include "ui/panels/phrases.h"
#include "ui/workspace/workspace.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

/// Of sentences; of a state that is in every article there are thousands.
constexpr int listedAtMost = 200;

HandBase baseOf(const Workspace& workspace)
{
    return {workspace.store(), workspace.ontology(), *workspace.events()};
}

QString nameOf(const Workspace& workspace, NodeId id)
{
    const Node* node = workspace.events()->node(id);
    return node != nullptr ? Phrases::name(node->name) : QString();
}

QString onColour(const QString& name, const QColor& colour)
{
    return QStringLiteral("<span style=\"background-color:%1\">&nbsp;%2&nbsp;</span>")
        .arg(colour.name(), name.toHtmlEscaped());
}

/// What would be said, in one line: "New Talks: Russia and North Korea".
QString claimOf(const Connection& connection, const QString& label, const QString& from,
                const QString& to)
{
    return connection.kind == Connection::Kind::Meeting
               ? EvidencePicker::tr("New %1: %2 and %3").arg(label, from, to)
               : QStringLiteral("%1 — %2 — %3").arg(from, label, to);
}

} // namespace

EvidencePicker::EvidencePicker(const Workspace& workspace, Connection connection, Style style,
                               QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_connection(std::move(connection))
    , m_style(std::move(style))
    , m_box(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_state(new QLabel(this))
    , m_modality(new ChoiceBox(this))
    , m_model(new SentenceModel(this))
    , m_shown(new NameFilter(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Which Words Say So?"));
    resize(720, 560);
    build();
    look();
}

EvidencePicker::~EvidencePicker() = default;

/// What would be said, with the two names in the colours that they have in the sentences.
QLabel* EvidencePicker::heading()
{
    const QString from =
        onColour(nameOf(m_workspace, m_connection.from), SentenceDelegate::colourOf(m_style, true));
    const QString to =
        onColour(nameOf(m_workspace, m_connection.to), SentenceDelegate::colourOf(m_style, false));
    const QString label = toQString(labelOf(baseOf(m_workspace), m_connection)).toHtmlEscaped();
    auto* heading = new QLabel(this);
    heading->setTextFormat(Qt::RichText);
    heading->setWordWrap(true);
    heading->setText(claimOf(m_connection, label, from, to));
    return heading;
}

void EvidencePicker::build()
{
    m_box->setPlaceholderText(tr("Only sentences with these words"));
    m_box->setAccessibleName(tr("Only sentences with these words"));
    m_box->setClearButtonEnabled(true);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(SentenceModel::FoldedRole);
    m_list->setModel(m_shown);
    m_list->setItemDelegate(new SentenceDelegate(m_style, *m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Sentences that mention both"));
    m_state->setWordWrap(true);
    m_modality->addItem(tr("not said"), -1);
    for (const Modality each : allModalities)
        m_modality->addItem(toQString(wordsOf(each)), static_cast<int>(each));
    m_modality->setAccessibleName(tr("How sure the meeting is"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(tr("Take This Sentence"), QDialogButtonBox::AcceptRole);
    m_take->setDefault(true);
    m_judge = buttons->addButton(tr("No Words: My &Judgement…"), QDialogButtonBox::ActionRole);
    m_judge->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(heading());
    column->addWidget(m_box);
    column->addWidget(m_list, 1);
    column->addWidget(m_state);
    if (m_connection.kind == Connection::Kind::Meeting) {
        auto* sure = new QFormLayout;
        sure->addRow(tr("The meeting, as these words have it, is:"), m_modality);
        column->addLayout(sure);
    } else {
        m_modality->hide();
    }
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &EvidencePicker::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_judge, &QPushButton::clicked, this, &EvidencePicker::askWhy);
    connect(m_box, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_shown->setWords(typed);
        m_list->setCurrentIndex(m_shown->index(0, 0));
        tellState();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &EvidencePicker::tellState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &EvidencePicker::tellState);
}

void EvidencePicker::look()
{
    connect(&m_jobs, &Jobs::failed, this, [this](const QString& reason) {
        m_state->setText(tr("The articles could not be looked through: %1").arg(reason));
    });
    m_jobs.run(
        [events = m_workspace.events(), store = m_workspace.store(),
         ontology = m_workspace.sharedOntology(),
         connection = m_connection](const Progress& progress) {
            StateWords states(store, events, *ontology, resourceFolder());
            return evidenceSentences(*events, store, connection.from, connection.to, states,
                                     listedAtMost, progress);
        },
        this, [this](EvidenceSentences found) { show(std::move(found)); });
    tellState();
}

void EvidencePicker::show(EvidenceSentences found)
{
    m_leftOut = found.leftOut;
    m_hasLooked = true;
    m_model->show(baseOf(m_workspace), std::move(found.sentences));
    m_list->setCurrentIndex(m_shown->index(0, 0));
    // The rest of what is being typed is no key for the list.
    const bool isNone = m_model->rowCount() == 0;
    if (focusWidget() != m_box || m_box->text().isEmpty())
        (isNone ? static_cast<QWidget*>(m_judge) : m_list)->setFocus();
    if (isNone)
        showNone();
    tellState();
}

/// Words in the middle instead of an empty list, and Enter takes the only way on.
void EvidencePicker::showNone()
{
    m_list->hide();
    m_box->hide();
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_judge->setDefault(true);
}

QString EvidencePicker::state() const { return m_state->text(); }

void EvidencePicker::tellState()
{
    const auto taken = static_cast<int>(m_model->taken().size());
    m_take->setText(taken > 0 ? tr("Take %n Sentence(s)", nullptr, taken)
                              : tr("Take This Sentence"));
    m_take->setEnabled(taken > 0 || m_shown->rowCount() > 0);
    const int count = m_model->rowCount();
    if (!m_hasLooked)
        m_state->setText(tr("Looking through the articles…"));
    else if (count == 0)
        m_state->setText(tr("No article mentions both in one sentence, or in two that follow each "
                            "other."));
    else if (m_leftOut > 0 && m_shown->rowCount() < count)
        m_state->setText(tr("%1 of the best %2 sentences; %3 more mention both and were not looked "
                            "at.")
                             .arg(QLocale().toString(m_shown->rowCount()),
                                  QLocale().toString(count), QLocale().toString(m_leftOut)));
    else if (m_leftOut > 0)
        m_state->setText(tr("The best %1 sentences; %2 more mention both.")
                             .arg(QLocale().toString(count), QLocale().toString(m_leftOut)));
    else if (m_shown->rowCount() < count)
        m_state->setText(
            tr("%1 of %2 sentences that mention both.")
                .arg(QLocale().toString(m_shown->rowCount()), QLocale().toString(count)));
    else
        m_state->setText(tr("%Ln sentence(s) that mention both, the best first.", nullptr, count));
}

std::optional<Modality> EvidencePicker::modality() const
{
    const int chosen = m_modality->currentData().toInt();
    return chosen < 0 ? std::optional<Modality>() : static_cast<Modality>(chosen);
}

void EvidencePicker::accept()
{
    std::vector<EvidenceSentence> sentences = m_model->taken();
    if (const QModelIndex current = m_list->currentIndex(); sentences.empty() && current.isValid())
        sentences.push_back(m_model->row(m_shown->mapToSource(current).row()).sentence);
    if (sentences.empty())
        return;
    const std::optional<Modality> sure = modality();
    QDialog::accept();
    Q_EMIT taken(sentences, sure);
}

/// To go through the sentences is work.
void EvidencePicker::reject()
{
    if (mayLeave(this, !m_model->taken().empty()))
        QDialog::reject();
}

void EvidencePicker::askWhy()
{
    auto* dialog = new ReasonDialog(
        claimOf(m_connection, toQString(labelOf(baseOf(m_workspace), m_connection)),
                nameOf(m_workspace, m_connection.from), nameOf(m_workspace, m_connection.to)),
        this);
    connect(dialog, &ReasonDialog::given, this, [this](const QString& reason) {
        const std::optional<Modality> sure = modality();
        QDialog::accept();
        Q_EMIT judged(reason, sure);
    });
    dialog->open();
}

} // namespace entente
