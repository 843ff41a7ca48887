#pragma once

#include <counter/counter_window.h>

#include <QMetaEnum>

namespace starqueue::counter::test {

/// The counter's window, and what a key in it led to.
struct KeyWindow : CounterWindow
{
    static const QList<QByteArray>& verbs()
    {
        static const QList<QByteArray> kVerbs{"open",    "next", "recall", "start",  "finish",
                                              "no-show", "undo", "help",   "unpark", "pause",
                                              "close",   "park", "call"};
        return kVerbs;
    }
    /// How often the hall was sent each.
    QMap<QByteArray, qsizetype> counts()
    {
        QMap<QByteArray, qsizetype> all;
        for (const QByteArray& verb : verbs())
            all[verb] = desk.sent(verb).size();
        return all;
    }
    /// What pressing `key` did: the command that the hall got, the question that came up, or nothing.
    QByteArray press(Qt::Key key)
    {
        const auto before = counts();
        desk.pass(std::chrono::seconds(1));
        QTest::keyClick(window, key);
        desk.pass(counter::ScanGuard::kBetween);
        if (desk.model.prompt()->isOpen())
            return QMetaEnum::fromType<counter::CommandPrompt::Kind>().valueToKey(
                static_cast<int>(desk.model.prompt()->kind()));
        const auto sent = [&] {
            for (const QByteArray& verb : verbs())
                if (desk.sent(verb).size() > before[verb])
                    return verb;
            return QByteArray();
        };
        // A command is under way at once, and only then is there anything to wait for.
        if (desk.model.busy())
            (void)starqueue::test::eventually([&] { return !sent().isEmpty() && !desk.model.busy(); });
        return sent();
    }
    /// Where the focus ring is; empty: it is nowhere.
    QByteArray ring()
    {
        const QQuickItem* focus = window->activeFocusItem();
        return focus && focus->property("visualFocus").toBool() ? focus->objectName().toUtf8() : QByteArray();
    }
};

} // namespace starqueue::counter::test
