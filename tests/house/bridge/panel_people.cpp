#include <house/bridge/panel_people.h>

#include <array>

namespace starqueue::house {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const QString kKeypad = u"keypad-3"_s;
const std::array kRatingPanels{u"panel-1"_s, u"panel-2"_s, u"panel-3"_s};

constexpr double kWalksAway = 0.2;
constexpr double kPressesTwice = 0.2;
constexpr auto kLongest = seconds{33}; ///< a panel waits for 30
constexpr int kKeysWithMeaning = 6;

} // namespace

PanelPeople::PanelPeople(House& house, Devices& devices)
    : m_house(house), m_devices(devices), m_random(house.random("panel people"))
{
    for (const char* what :
         {"somebody walked away from a panel", "a button was kept", "a button did nothing"})
        m_house.sometimes().expect(what);
}

void PanelPeople::start()
{
    m_devices.onArmed = [this](const QString& panel) { onArmed(panel); };
    playWithPanels();
    useKeypad();
}

void PanelPeople::onArmed(const QString& panel)
{
    if (m_random.chance(kWalksAway))
        return m_house.sometimes().saw("somebody walked away from a panel");
    pressLater(panel, kLongest);
    if (m_random.chance(kPressesTwice))
        pressLater(panel, kLongest);
}

void PanelPeople::pressLater(const QString& panel, std::chrono::nanoseconds longest)
{
    m_house.agenda().after(m_random.between(milliseconds{300}, longest), [this, panel] {
        constexpr int kBest = 5;
        press(panel, static_cast<int>(m_random.between(1, kBest)));
    });
}

void PanelPeople::press(const QString& panel, int button)
{
    m_house.sometimes().saw(m_devices.press(panel, button) ? "a button was kept" : "a button did nothing");
}

void PanelPeople::playWithPanels()
{
    m_house.agenda().after(m_random.between(seconds{20}, seconds{300}), [this] {
        pressLater(kRatingPanels[m_random.below(kRatingPanels.size())], seconds{1});
        playWithPanels();
    });
}

void PanelPeople::useKeypad()
{
    m_house.agenda().after(m_random.between(seconds{10}, seconds{150}), [this] {
        press(kKeypad, static_cast<int>(m_random.between(1, kKeysWithMeaning)));
        useKeypad();
    });
}

} // namespace starqueue::house
