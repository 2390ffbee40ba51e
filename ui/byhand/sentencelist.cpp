// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/sentencelist.h"

#include "graph/byhand/handbase.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/fold.h"
#include "graph/text/sourcetext.h"
#include "ui/panels/displaytext.h"
#include "ui/panels/evidencewords.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/paragraph.h"
#include "ui/panels/phrases.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

constexpr int padding = 10;
constexpr int boxWidth = 28; ///< Of the box to tick, with the room beside it.
constexpr int betweenLines = 4;
constexpr int quotePixels = 14;
constexpr qreal quoteLeading = 1.1;

QList<Utf16Range> marksOf(const Utf16Map& map, const std::vector<MentionPlace>& places,
                          Utf16Range sentence)
{
    QList<Utf16Range> marks;
    for (const MentionPlace& place : places) {
        for (const TextSpan span : place.spans) {
            const Utf16Range range = map.range(span);
            if (range.begin >= sentence.begin && range.end() <= sentence.end())
                marks.append({range.begin - sentence.begin, range.length});
        }
    }
    return marks;
}

/// "Visit: Choe Son-hui to Russia; represents (rejected)"
QString saidBy(const HandBase& base, const std::vector<ClaimId>& claims)
{
    QStringList all;
    for (const ClaimId id : claims) {
        const Claim* claim = base.store.claim(id);
        if (claim == nullptr)
            continue;
        const Node* event = base.events.node(base.events.nodeOf(claim->event));
        QString words =
            event != nullptr && !claim->isRelation()
                ? Phrases::name(event->name)
                : toQString(claim->isRelation() ? base.ontology.relation(claim->type).label
                                                : base.ontology.event(claim->type).label);
        if (claim->rejected)
            words = SentenceModel::tr("%1 (rejected)").arg(words);
        if (!all.contains(words))
            all << words;
    }
    return all.join(QStringLiteral("; "));
}

SentenceRow rowOf(const HandBase& base, EvidenceSentence sentence)
{
    SentenceRow row;
    const Article& article = *base.store.article(sentence.article);
    const Utf16Map map(*article.text);
    const Utf16Range place = map.range(sentence.span);
    row.text = visibleInPlace(toQString(*article.text).mid(place.begin, place.length));
    row.text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    row.one = marksOf(map, sentence.one, place);
    row.other = marksOf(map, sentence.other, place);
    const Utf16Range all{0, static_cast<int>(row.text.size())}; // Would tell nothing from the rest.
    row.one.removeAll(all);
    row.other.removeAll(all);
    row.source = Phrases::dotted({Phrases::name(article.title), sourceLineOf(article)});
    row.said = saidBy(base, sentence.claims);
    row.sentence = std::move(sentence);
    return row;
}

/// The parts of a row, laid out for a width.
struct Lines
{
    Lines(const SentenceRow& row, const Style& style, const QFont& font, int rowWidth)
        : width(std::max(80, rowWidth - boxWidth - 2 * padding))
        , quote(row.text, quoteFont(style, font, quotePixels), width, quoteLeading)
        , source(row.source, sized(font, smallPixels), width, 1)
        , said(row.said.isEmpty() ? QString()
                                  : SentenceDelegate::tr("Annotated there: %1").arg(row.said),
               sized(font, smallPixels), width, 1)
    {
    }

    int height() const
    {
        const int below = said.height() == 0 ? 0 : said.height() + betweenLines / 2;
        return quote.height() + betweenLines + source.height() + below + 2 * padding;
    }

    int width;
    Paragraph quote, source, said;
};

} // namespace

void SentenceModel::show(const HandBase& base, std::vector<EvidenceSentence> sentences)
{
    beginResetModel();
    m_rows.clear();
    for (EvidenceSentence& sentence : sentences)
        m_rows.push_back(rowOf(base, std::move(sentence)));
    endResetModel();
}

std::vector<EvidenceSentence> SentenceModel::taken() const
{
    std::vector<EvidenceSentence> sentences;
    for (const SentenceRow& row : m_rows) {
        if (row.isTaken)
            sentences.push_back(row.sentence);
    }
    return sentences;
}

int SentenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SentenceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const SentenceRow& row = this->row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::AccessibleTextRole:
        return Phrases::listed({row.text, row.source, row.said});
    case Qt::CheckStateRole:
        return row.isTaken ? Qt::Checked : Qt::Unchecked;
    case RowRole:
        return QVariant::fromValue(&row);
    case FoldedRole:
        return toQString(folded(toUtf8(QString(row.text + QLatin1Char(' ') + row.source))));
    default:
        return {};
    }
}

bool SentenceModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    m_rows[static_cast<std::size_t>(index.row())].isTaken = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags SentenceModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           : Qt::NoItemFlags;
}

SentenceDelegate::SentenceDelegate(Style style, QAbstractItemView& view)
    : QStyledItemDelegate(&view)
    , m_style(std::move(style))
    , m_view(view)
{
}

QColor SentenceDelegate::colourOf(const Style& style, bool isOne)
{
    if (isOne)
        return style.mark;
    // As light as the other, and told from it without seeing colours by the names in the heading.
    return style.theme == Theme::Light ? QColor(0xCF, 0xE3, 0xFF) : QColor(0x24, 0x40, 0x66);
}

void SentenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const auto* row = index.data(SentenceModel::RowRole).value<const SentenceRow*>();
    if (row == nullptr)
        return;
    const Lines lines(*row, m_style, option.font, m_view.viewport()->width());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    if (isCurrent) {
        painter->setPen(QPen(m_style.selection, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6);
    }
    QStyleOptionViewItem box(option);
    box.rect = QRect(option.rect.left() + padding, option.rect.top() + padding, 16, 16);
    box.state = QStyle::State_Enabled | (row->isTaken ? QStyle::State_On : QStyle::State_Off);
    const QStyle* style = m_view.style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, &m_view);
    QPointF at(option.rect.left() + padding + boxWidth, option.rect.top() + padding);
    QList<Paragraph::Mark> marks;
    for (const Utf16Range place : row->one)
        marks.append({place, colourOf(m_style, true)});
    for (const Utf16Range place : row->other)
        marks.append({place, colourOf(m_style, false)});
    lines.quote.paintMarked(*painter, at, m_style.text, marks);
    at.ry() += lines.quote.height() + betweenLines;
    lines.source.paint(*painter, at, m_style.secondaryText);
    at.ry() += lines.source.height() + betweenLines / 2.0;
    lines.said.paint(*painter, at, m_style.text);
    painter->setPen(QPen(m_style.hairline, 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QSize SentenceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* row = index.data(SentenceModel::RowRole).value<const SentenceRow*>();
    const int width = m_view.viewport()->width();
    // Narrower than the viewport: a row that is as wide makes a scroll bar appear and go for ever.
    return row == nullptr ? QSize()
                          : QSize(width - 1, Lines(*row, m_style, option.font, width).height());
}

bool SentenceDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                   const QStyleOptionViewItem&, const QModelIndex& index)
{
    const bool isClick = event->type() == QEvent::MouseButtonRelease &&
                         static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    const bool isKey =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (!isClick && !isKey)
        return false;
    const bool isTaken = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isTaken ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace entente
