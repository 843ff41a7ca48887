#include <client/ui/face_program.h>
#include <client/ui/input/scan_filter.h>

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>

using namespace std::chrono_literals;
using starqueue::client::ScannedCode;
using starqueue::client::ScannerProfile;
using starqueue::client::ScanReader;
using starqueue::ui::ScanFilter;

namespace {

/// Two keys and a shortcut that count what reaches them.
constexpr auto kControls = R"(
    import QtQuick
    import StarQueue.Ui
    FocusScope {
        property int clicks: 0
        property int shortcuts: 0
        property int keys: 0
        focus: true
        width: 300; height: 200
        Keys.onPressed: ++keys
        PrimaryButton { focus: true; width: 300; height: 100; onClicked: ++parent.clicks }
        PrimaryButton { y: 100; width: 300; height: 100; onClicked: ++parent.clicks }
        Shortcut { sequence: "V"; onActivated: ++shortcuts }
        Shortcut { sequence: "Return"; onActivated: ++shortcuts }
    })";

struct ScanFilterTest : testing::Test
{
    std::chrono::milliseconds now{1000};
    QQmlEngine engine;
    QQuickWindow window;
    std::unique_ptr<QQuickItem> page;
    std::unique_ptr<ScanFilter> filter;
    QList<ScannedCode> read;

    void SetUp() override
    {
        starqueue::ui::prepareUi(starqueue::ui::Theme::Kind::Kiosk, {}, {});
        engine.addImportPath("qrc:/qt/qml");
        QQmlComponent component(&engine);
        component.setData(kControls, QUrl("qrc:/test.qml"));
        page.reset(qobject_cast<QQuickItem*>(component.create()));
        ASSERT_NE(page, nullptr) << component.errorString().toStdString();
        page->setParentItem(window.contentItem());
        window.resize(300, 200);
        window.show();
        window.requestActivate();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        use({});
    }
    void use(const ScannerProfile& profile)
    {
        filter = std::make_unique<ScanFilter>(ScanReader({profile}),
                                              starqueue::client::FaceClock{.wall = [] { return QDateTime(); },
                                                                           .steady = [this] { return now; }});
        filter->guard(window);
        QObject::connect(filter.get(), &ScanFilter::scanned, &window,
                         [this](const ScannedCode& code) { read.append(code); });
    }
    void key(Qt::Key which, std::chrono::milliseconds after = 10ms)
    {
        now += after;
        QTest::keyClick(&window, which);
    }
    void scan(const QString& code)
    {
        for (const QChar letter : code) {
            now += 10ms;
            QTest::keyClick(&window, letter.toLatin1());
        }
    }
    void rest()
    {
        now += 1s;
        filter->settle();
    }
    int count(const char* of) const { return page->property(of).toInt(); }
    void expectUntouched() const
    {
        EXPECT_EQ(count("clicks"), 0);
        EXPECT_EQ(count("shortcuts"), 0);
        EXPECT_EQ(count("keys"), 0);
    }
};

TEST_F(ScanFilterTest, NothingThatIsScannedActsAsAKeyPress)
{
    using Suffix = ScannerProfile::Suffix;
    const QQuickItem* const focused = window.activeFocusItem();
    for (const Suffix suffix : {Suffix::Enter, Suffix::Tab, Suffix::None}) {
        use({.prefix = "V", .suffix = suffix});
        scan("V P 00 42 ");
        if (suffix != Suffix::None)
            key(suffix == Suffix::Enter ? Qt::Key_Return : Qt::Key_Tab);
        rest();
        ASSERT_EQ(read.size(), 1) << static_cast<int>(suffix);
        EXPECT_EQ(read.takeFirst().text, "P 00 42");
        expectUntouched();
        EXPECT_EQ(window.activeFocusItem(), focused);
    }
}

TEST_F(ScanFilterTest, ACodeThatABusyFaceComesToLateIsStillOne)
{
    quint64 typed = 5000;
    for (const QChar letter : QString("V 1234\n")) { // some readers end by a line feed
        now += 300ms;                                // between two keys
        const int key = letter == '\n' ? 0 : letter.unicode();
        QKeyEvent press(QEvent::KeyPress, key, {}, QString(letter));
        press.setTimestamp(typed += 10);
        QCoreApplication::sendEvent(&window, &press);
    }
    ASSERT_EQ(read.size(), 1);
    EXPECT_EQ(read.first().text, "V 1234");
    expectUntouched();
}

TEST_F(ScanFilterTest, NorDoesABurstOfAnotherReaderOrTheSecondHalfOfItsEnd)
{
    use({.prefix = "~"});
    scan("V 1234 ");
    key(Qt::Key_Return);
    key(Qt::Key_Return);
    rest();
    EXPECT_TRUE(read.isEmpty());
    expectUntouched();
}

TEST_F(ScanFilterTest, AKeyOfAHandReachesWhatHasTheFocus)
{
    key(Qt::Key_Space);
    EXPECT_EQ(count("clicks"), 0) << "held for one gap";
    rest();
    EXPECT_EQ(count("clicks"), 1);
    key(Qt::Key_Tab, 500ms);
    rest();
    key(Qt::Key_Space, 500ms);
    rest();
    EXPECT_EQ(count("clicks"), 2);
    key(Qt::Key_F5, 500ms);
    rest();
    EXPECT_EQ(count("keys"), 1);
    EXPECT_TRUE(read.isEmpty());
}

TEST_F(ScanFilterTest, AKeyThatIsHeldDownIsReleasedByItsOwnRelease)
{
    now += 500ms;
    QTest::keyPress(&window, Qt::Key_Space);
    rest();
    EXPECT_EQ(count("clicks"), 0) << "Space acts when it is let go";
    QTest::keyRelease(&window, Qt::Key_Space);
    EXPECT_EQ(count("clicks"), 1);
}

} // namespace
