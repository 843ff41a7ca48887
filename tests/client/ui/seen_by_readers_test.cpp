#include <client/command_line.h>

#include <QAccessible>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>

#include <gtest/gtest.h>

#include <memory>

using namespace starqueue;
using namespace Qt::StringLiterals;

// As a face begins: the command line first, then the application.
TEST(SeenByReaders, AButtonOfAFaceIsInTheAccessibleTree)
{
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nItem { Accessible.role: Accessible.Button; Accessible.name: 'Go on' }",
                      QUrl(u"qrc:/button.qml"_s));
    const std::unique_ptr<QObject> made{component.create()};
    auto* const button = qobject_cast<QQuickItem*>(made.get());
    ASSERT_NE(button, nullptr) << qPrintable(component.errorString());
    QQuickItem page; // so that Qt Quick is there from the start, as in a face
    button->setParentItem(&page);
    const QAccessibleInterface* const seen = QAccessible::queryAccessibleInterface(button);
    ASSERT_NE(seen, nullptr);
    EXPECT_EQ(seen->role(), QAccessible::Button);
    EXPECT_EQ(seen->text(QAccessible::Name), u"Go on"_s);
}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    testing::InitGoogleTest(&argc, argv);
    client::CommandLine line(u"face"_s, u"A face"_s, argc, argv);
    if (const auto status = line.parse())
        return *status;
    const QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
