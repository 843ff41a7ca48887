// starqueue-devices --family: a printer of a family at the port of a bridge.toml, and what can be done to it.
#include <firmware-bridge/event_loop.h>
#include <firmware-bridge/simulators/program/control_commands.h>

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

class FamilyDevices : public testing::Test
{
protected:
    FamilyDevices()
    {
        bridge::test::application();
        const QByteArray text = "[hall]\nurl = \"http://127.0.0.1:1\"\ntoken_file = \"token\"\n"
                                "[[printer]]\nid = \"p1\"\nkiosk = \"kiosk-1\"\nport = \"" +
                                port().toUtf8() + "\"\nbaud = 115200\nprofile = \"custom-presenter\"\n";
        const auto config = bridge::parseBridgeConfig(text, m_folder.filePath(u"bridge.toml"_s));
        EXPECT_TRUE(config);
        SimulationSettings settings;
        settings.family = u"profile"_s;
        m_devices = std::make_unique<DeviceSet>(*config, settings);
        EXPECT_EQ(m_devices->start(), QString());
    }

    [[nodiscard]] QString port() const { return m_folder.filePath(u"p1"_s); }
    QJsonObject execute(const QString& line) { return ControlCommands(*m_devices).execute(line); }
    [[nodiscard]] std::size_t slips() const
    {
        return m_devices->familyPrinter(u"p1"_s)->printer().slips().size();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<DeviceSet> m_devices;
};

TEST_F(FamilyDevices, PrintWhatIsWrittenToTheirPort)
{
    QFile line(port());
    ASSERT_TRUE(line.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    line.write(QByteArray("A001\n\x1DV\x00", 8));
    ASSERT_TRUE(bridge::test::eventually([this] { return slips() == 1; }));
    EXPECT_EQ(execute(u"paper p1"_s)["tickets"_L1][0]["text"_L1].toString(), u"A001\n"_s);
    EXPECT_TRUE(bridge::test::eventually([this] {
        return execute(u"show"_s)["slips"_L1][0].toString() == "inside"_L1;
    })); // Custom's presenter
}

TEST_F(FamilyDevices, TakeWhatAPersonCanDoAndRefuseTheRest)
{
    EXPECT_TRUE(execute(u"show p1"_s)["sound"_L1].toBool());
    EXPECT_TRUE(execute(u"cover-open p1"_s)["ok"_L1].toBool());
    EXPECT_FALSE(execute(u"show p1"_s)["sound"_L1].toBool());
    EXPECT_FALSE(execute(u"jump p1"_s)["ok"_L1].toBool());
    EXPECT_TRUE(execute(u"unplug p1"_s)["ok"_L1].toBool());
    EXPECT_FALSE(execute(u"state"_s)["devices"_L1]["p1"_L1]["plugged"_L1].toBool());
}

} // namespace

} // namespace starqueue::simulators
