#include <client/ui/face_program.h>

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>

#include <gtest/gtest.h>

#include <memory>

STARQUEUE_KEEP_MODULE(StarQueue_Ui)

namespace {

struct Controls : testing::TestWithParam<const char*>
{};

TEST_P(Controls, CanBeMadeAndHaveASize)
{
    starqueue::ui::prepareUi(starqueue::ui::Theme::Kind::Kiosk, {}, {});
    QQmlEngine engine;
    engine.addImportPath("qrc:/qt/qml");
    QQmlComponent component(&engine);
    component.setData(QByteArray("import StarQueue.Ui\n") + GetParam(), QUrl("qrc:/test.qml"));
    const std::unique_ptr<QObject> object(component.create());
    ASSERT_NE(object, nullptr) << component.errorString().toStdString();
    const auto* item = qobject_cast<QQuickItem*>(object.get());
    EXPECT_GT(item->implicitHeight() + item->height(), 0);
}

INSTANTIATE_TEST_SUITE_P(All, Controls,
                         testing::Values("PrimaryButton { text: 'a'; keyHint: 'F2' }",
                                         "SecondaryButton { text: 'a'; checked: true }",
                                         "Badge { text: 'a'; kind: Badge.Gold }", "BodyText { text: 'a' }",
                                         "Card { height: 10 }",
                                         "ConnectionMark { connected: false; onNight: true }",
                                         "KeyHint { text: 'F2' }"));

} // namespace
