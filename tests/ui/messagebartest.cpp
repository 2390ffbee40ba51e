// SPDX-License-Identifier: Apache-2.0
#include "ui/window/messagebar.h"

#include <QPushButton>
#include <QTest>

#include <memory>

using namespace entente;

namespace
{

QPushButton* buttonWith(const MessageBar& bar, const QString& words)
{
    for (QPushButton* button : bar.findChildren<QPushButton*>()) {
        if (button->text() == words)
            return button;
    }
    return nullptr;
}

} // namespace

class MessageBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWentWrongUntilClosed()
    {
        MessageBar bar;
        QVERIFY(bar.isHidden());
        bar.showError(QStringLiteral("a < b > c"));
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.text(), QStringLiteral("a < b > c"));
        QCOMPARE(bar.accessibleName(), bar.text());
        buttonWith(bar, QStringLiteral("Close"))->click();
        QVERIFY(bar.isHidden());
    }

    void theButtonActsAndTheMessageGoes()
    {
        MessageBar bar;
        int acts = 0;
        bar.showError(QStringLiteral("No layout"), QStringLiteral("Again"), [&] { ++acts; });
        buttonWith(bar, QStringLiteral("Again"))->click();
        QCOMPARE(acts, 1);
        QVERIFY(bar.isHidden());
        bar.showNote(QStringLiteral("done"));
        QVERIFY(!buttonWith(bar, QStringLiteral("Again"))->isVisible());
    }

    void anActMaySayTheNextMessage()
    {
        MessageBar bar;
        // Gone with the act that holds it: the act must outlive its own replacement.
        std::weak_ptr<int> alive;
        bool lived = false;
        {
            const auto held = std::make_shared<int>();
            alive = held;
            bar.showError(
                QStringLiteral("first"), QStringLiteral("Again"), [&bar, &lived, &alive, held] {
                    // Nothing of the act itself is touched once it may be gone.
                    bool& livedOn = lived;
                    const std::weak_ptr<int>& mine = alive;
                    bar.showError(QStringLiteral("second"), QStringLiteral("Again"), [] {});
                    livedOn = !mine.expired();
                });
        }
        buttonWith(bar, QStringLiteral("Again"))->click();
        QVERIFY(lived);
        QCOMPARE(bar.text(), QStringLiteral("second"));
        QVERIFY(bar.isVisible());
    }
};

QTEST_MAIN(MessageBarTest)
#include "messagebartest.moc"
