#pragma once

#include <house/bridge/devices.h>

namespace starqueue::house {

/// Customers in front of rating panels, who press once, twice, too late, too early, or walk away; and a clerk
/// who has a keypad under the hand.
class PanelPeople final : public Inhabitant
{
public:
    PanelPeople(House& house, Devices& devices);

    void start() override;

private:
    void onArmed(const QString& panel);
    void pressLater(const QString& panel, std::chrono::nanoseconds longest);
    void press(const QString& panel, int button);
    void playWithPanels();
    void useKeypad();

    House& m_house;
    Devices& m_devices;
    Random m_random;
};

} // namespace starqueue::house
