#pragma once

#include <client/ui/face_program.h>
#include <counter/counter_desk.h>
#include <support/find_item.h>

#include <QJsonArray>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTest>

#include <gtest/gtest.h>

namespace starqueue::counter::test {

/// The counter's window beside a scripted hall, in the language that is the parameter.
struct CounterWindow : testing::TestWithParam<const char*>
{
    CounterDesk desk{GetParam()};
    QQmlApplicationEngine engine;
    QQuickWindow* window = nullptr;

    void SetUp() override
    {
        engine.addImportPath("qrc:/qt/qml");
        engine.setInitialProperties({{"viewModel", QVariant::fromValue(&desk.model)}});
        engine.load(QUrl("qrc:/qt/qml/StarQueue/Counter/Main.qml"));
        ASSERT_FALSE(engine.rootObjects().isEmpty());
        window = qobject_cast<QQuickWindow*>(engine.rootObjects().first());
        window->resize(420, 820);
        window->show();
        window->requestActivate();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window));
    }
    void see(const QString& state, const QJsonObject& more = {})
    {
        desk.stand(state, more);
        ASSERT_TRUE(desk.look());
        (void)window->grabWindow();
    }
    void seeTicket(const QString& state) { see(state, {{"ticket", CounterDesk::ticket("A012", state)}}); }
    QQuickItem* item(const char* name) { return starqueue::test::findItem(window->contentItem(), name); }
    QString text(const char* name) { return item(name)->property("text").toString(); }
    bool chinese() { return GetParam() == std::string_view("zh"); }
    QString either(const char* zh, const char* en) { return QString::fromUtf8(chinese() ? zh : en); }
    void click(const char* name)
    {
        const QQuickItem* target = item(name);
        const QPointF middle = target->mapToScene({target->width() / 2, target->height() / 2});
        QTest::mouseClick(window, Qt::LeftButton, {}, middle.toPoint());
    }
};

} // namespace starqueue::counter::test
